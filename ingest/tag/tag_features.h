// What the tagger looks at, syllable by syllable: each feature is the number of a row of weights.
//
//   const TagFeatures features = ReadFeatures(sentence, hints, classes);
//   features.Of(0)   → the rows of the first syllable
//
// Features are hashed straight to rows; two features in one row are learned together. Linear in the sentence and its
// hints. Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "ingest/tag/feature_row.h"
#include "ingest/tag/tag.h"
#include "ingest/tag/word_classes.h"

namespace sillok::ingest {

struct TagFeatures {
  std::vector<TextSpan> syllables;   // every code point but spaces
  std::unique_ptr<uint32_t[]> rows;  // below 2^kRowBits; of all syllables, one after another
  std::vector<uint32_t> ends;        // by syllable: where its rows end

  [[nodiscard]] std::span<const uint32_t> Of(size_t syllable) const {
    const uint32_t begin = syllable == 0 ? 0 : ends[syllable - 1];
    return {&rows[begin], ends[syllable] - begin};
  }
};

[[nodiscard]] TagFeatures ReadFeatures(const Sentence& sentence, std::span<const TagHint> hints,
                                       const WordClasses& classes);

}  // namespace sillok::ingest
