// Many words looked for in one walk over a text (Aho and Corasick 1975).
//
//   const WordFinder finder({"기자", "특파원"});
//   finder.Find("한도윤 기자", [](size_t word, size_t end) { … });   // word 0, behind byte 16
//
// Bytes are compared, ASCII letters of either case alike. Immutable once made; safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sillok {

class WordFinder {
 public:
  // Empty words are never found.
  explicit WordFinder(const std::vector<std::string>& words);

  // Calls take(index of the word, byte behind it) for every place of every word, by their ends.
  template <typename Take>
  void Find(std::string_view text, Take take) const {
    uint32_t row = 0;
    for (size_t at = 0; at < text.size(); ++at) {
      const uint32_t step = Next(row, text[at]);
      row = step & ~kEnds;
      if ((step & kEnds) == 0) continue;
      for (uint32_t state = EndingAt(row / classes_); state != 0; state = EndingAt(suffix_[state])) {
        for (uint32_t word = word_[state]; word != kNone; word = same_[word]) {
          take(static_cast<size_t>(word), at + 1);
        }
      }
    }
  }

  // True when any of the words stands in the text.
  [[nodiscard]] bool FindsAny(std::string_view text) const;

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kEnds = uint32_t{1} << 31;  // marks a step behind which a word ends

  [[nodiscard]] uint32_t Next(uint32_t row, char byte) const {
    return next_[row + class_[static_cast<unsigned char>(byte)]];
  }
  // The state itself when a word ends there, else the longest suffix of it where one does; 0 for none.
  [[nodiscard]] uint32_t EndingAt(uint32_t state) const {
    return word_[state] != kNone ? state : ending_[state];
  }
  void AddWords(const std::vector<std::string>& words);
  void LinkSuffixes();
  void MakeRows();

  std::array<uint16_t, 256> class_{};  // of each byte; bytes in no word share class 0
  uint32_t classes_ = 1;
  std::vector<uint32_t>
      next_;  // row of a state (state × classes_) + class → row of the next state, with kEnds
  std::vector<uint32_t> word_;    // of each state
  std::vector<uint32_t> suffix_;  // the longest proper suffix that is a state
  std::vector<uint32_t> ending_;  // the longest proper suffix that is a word
  std::vector<uint32_t> same_;    // the next equal word of each word
};

}  // namespace sillok
