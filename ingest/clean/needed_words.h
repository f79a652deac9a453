// The words that a text must hold before a pattern can match it.
//
//   NeededWords("(?:저작권|판권).{0,20}금지")   // {{"저작권", "판권"}, {"금지"}}: one of each
//
// By RE2's own analysis of the pattern. Pure; meant for building tables, not for every line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sillok::ingest {

// Clauses; of every clause one word at least must be there. Words are in lower case. No clause: nothing is known to be needed.
[[nodiscard]] std::vector<std::vector<std::string>> NeededWords(std::string_view pattern);

}  // namespace sillok::ingest
