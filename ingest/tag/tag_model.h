// The trained tagger: weights that lie in a file, or in the program, as they are used.
//
//   SILLOK_ASSIGN_OR_RETURN(const TagModel model, TagModel::Open(bytes));
//   model.Read(sentence, hints)   → {{0, 9, kPerson}, …}
//
// A linear chain over syllables: the score of a labelling is the sum of the rows of its features and of its transitions. Rows
// are bytes, so that a row is one half of a cache line. Trained by ingest/train. Safe from any thread.
#pragma once

#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/tag/tag.h"
#include "ingest/tag/tag_features.h"
#include "ingest/tag/viterbi.h"
#include "ingest/tag/word_classes.h"

namespace sillok::ingest {

class TagModel {
 public:
  // `bytes`: a model's file. INVALID_ARGUMENT when they are none of this version.
  [[nodiscard]] static absl::StatusOr<TagModel> Open(std::string_view bytes);
  // The one that is built in.
  [[nodiscard]] static const TagModel& BuiltIn();

  // By place, never overlapping. Linear in the sentence.
  [[nodiscard]] std::vector<Tag> Read(const Sentence& sentence, std::span<const TagHint> hints) const;

  [[nodiscard]] const WordClasses& classes() const { return classes_; }

  // Names the model's content: part of the extractor's fingerprint.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  TagModel() = default;

  void Fetch(std::span<const uint32_t> rows) const;
  // The scores of one syllable's labels.
  void SumUp(std::span<const uint32_t> rows, Emission& emission) const;

  struct Free {
    void operator()(int8_t* rows) const { std::free(rows); }
  };

  std::unique_ptr<int8_t[], Free> rows_;
  Transitions transitions_{};
  WordClasses classes_;
  std::string fingerprint_;
};

// What a model's file is made of.
struct TagModelParts {
  std::vector<ClassedWord> classes;
  Transitions transitions{};
  std::vector<int8_t> rows;  // 2^kRowBits of kRowWidth
};
[[nodiscard]] std::string WriteTagModel(const TagModelParts& parts);

}  // namespace sillok::ingest
