// What the tagger reads of a sentence once, before any feature: its syllables, its words, and what morphemes and hints say.
//
//   const SentenceSigns signs = ReadSigns(sentence, hints, classes);
//   signs.words[signs.word_of[0]].head   → the last noun of the first syllable's word
//
// Strings are hashes here. Linear in the sentence and its hints. Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "ingest/tag/tag.h"
#include "ingest/tag/word_classes.h"

namespace sillok::ingest {

// Kinds of characters; neighbours in a feature together. The numbers are part of the model.
enum class Shape : uint8_t { kNone, kHangul, kDigit, kUpper, kLower, kHanja, kOpen, kClose, kDot, kMark };

// A morpheme's place in the syllables, and what features need of it.
struct MorphemeSigns {
  int first = 0;  // syllables [first, end)
  int end = 0;
  uint64_t surface = 0;
  uint64_t tag = 0;
  uint64_t semantic = 0;  // with `known`
  WordClass classes{};
  bool noun = false;
};

// A run without spaces.
struct WordSigns {
  int first = 0;  // syllables [first, end)
  int end = 0;
  int head = -1;      // its last noun among the morphemes
  uint64_t tail = 0;  // what follows the last noun
};

// That a hint covers a syllable.
struct HintMark {
  int syllable = 0;
  uint32_t value = 0;  // the hint's kind, and whether it begins or ends here
  friend bool operator==(const HintMark& a, const HintMark& b) = default;
  friend bool operator<(const HintMark& a, const HintMark& b) {
    return std::tie(a.syllable, a.value) < std::tie(b.syllable, b.value);
  }
};

struct SentenceSigns {
  // By syllable: every code point but spaces.
  std::vector<TextSpan> syllables;
  std::vector<char32_t> codes;
  std::vector<Shape> shapes;
  std::vector<uint8_t> space_before;  // 0 or 1; 1 for the first
  std::vector<int> morpheme_of;       // -1: in none
  std::vector<int> word_of;
  std::vector<uint64_t> word_to;  // its word up to and with it

  std::vector<MorphemeSigns> morphemes;
  std::vector<WordSigns> words;
  std::vector<HintMark> marks;  // sorted, none twice

  [[nodiscard]] int Count() const { return static_cast<int>(syllables.size()); }
};

[[nodiscard]] SentenceSigns ReadSigns(const Sentence& sentence, std::span<const TagHint> hints,
                                      const WordClasses& classes);

}  // namespace sillok::ingest
