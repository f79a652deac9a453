// The words of a line, each by its first two characters: enough to see that two lines speak of the same, whatever particles and
// endings their words carry.
//
//   WordStems("“솔내천 둑을 고친다”")  → {"솔내", "둑을", "고친"}
//
// Pure; time linear in the line; the stems point into it.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

[[nodiscard]] std::vector<std::string_view> WordStems(std::string_view text);

// Those of the sentences among `count` lines from `begin` on.
[[nodiscard]] std::unordered_set<std::string_view> StemsOfSentences(const PageLines& lines, size_t begin,
                                                                    size_t count);

// How many of the text's words are among `stems`.
[[nodiscard]] size_t CountStems(std::string_view text, const std::unordered_set<std::string_view>& stems);

}  // namespace sillok::ingest
