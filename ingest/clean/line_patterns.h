// Many RE2 patterns of a line, tried only where their own words stand in it.
//
//   LinePatterns patterns;
//   patterns.Add("저작권자.{0,40}"); patterns.Compile();
//   patterns.FirstMatch("저작권자ⓒ가람일보")   // 0
//
// One walk finds the words of all patterns; a line that holds none costs no more. Compiled, it is immutable and safe from any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/word_finder.h"
#include "ingest/clean/filtered_pattern.h"

namespace sillok::ingest {

class LinePatterns {
 public:
  // Patterns are numbered in the order in which they come. A pattern that is none ends the program: it is a mistake in the rows.
  void Add(std::string_view pattern);

  // To be called once, behind the last Add.
  void Compile();

  // The first of the patterns that are the whole line.
  [[nodiscard]] std::optional<size_t> FirstMatch(std::string_view line) const;

  // False only when none of the patterns stands anywhere in the line.
  [[nodiscard]] bool MightMatch(std::string_view line) const { return !Possible(line).empty(); }

 private:
  [[nodiscard]] std::vector<uint32_t> Possible(std::string_view line) const;

  std::vector<std::unique_ptr<const FilteredPattern>> patterns_;
  std::vector<uint8_t> needed_;         // clauses of each pattern; 0: must always be tried
  std::vector<uint32_t> pattern_of_;    // of each clause: one of its words must be there
  std::vector<uint32_t> clause_of_;     // of each word
  std::vector<uint32_t> always_tried_;  // patterns
  std::vector<std::string> words_;      // until they are compiled
  std::unique_ptr<const WordFinder> finder_;
};

}  // namespace sillok::ingest
