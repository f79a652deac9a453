// The words that a text must hold before a pattern can match it.
//
//   FilteredPattern pattern("(?:저작권|판권).{0,20}금지");
//   pattern.NeededWords()   // {{"저작권", "판권"}, {"금지"}}: one of each
//
// By RE2's own analysis of the pattern. Immutable; safe from any thread. The words are meant for building tables: finding them
// takes longer than matching.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "re2/filtered_re2.h"

namespace sillok::ingest {

class FilteredPattern {
 public:
  // Shorter words than `min_word_bytes` do not count. A pattern that is none ends the program: it is a mistake in the rows.
  explicit FilteredPattern(std::string_view pattern, int min_word_bytes = 2);

  [[nodiscard]] const RE2& re2() const { return filter_.GetRE2(0); }

  // Clauses; of every clause one word at least must be there. Words are in lower case. No clause: nothing is known to be needed.
  [[nodiscard]] std::vector<std::vector<std::string>> NeededWords() const;

 private:
  [[nodiscard]] bool CouldMatch(const std::vector<bool>& present) const;
  [[nodiscard]] std::vector<bool> FewestWords() const;

  re2::FilteredRE2 filter_;
  std::vector<std::string> words_;
};

}  // namespace sillok::ingest
