// Walks of life, by the titles people have in them.
//
//   FieldOfTitle("여자배구 국가대표 세터") → "sport"     by the longest row of careers.tsv that it ends with
//   FieldOfTitle("실장")                  → ""          a title in any walk of life
//   EndsWithTitle("임 실장")              → true
//
// Pure; safe from any thread.
#pragma once

#include <string_view>

namespace sillok::query {

// A word of careers.tsv; empty when the title tells none. `title` as it is written.
[[nodiscard]] std::string_view FieldOfTitle(std::string_view title);

[[nodiscard]] bool EndsWithTitle(std::string_view text);

// True when nobody is in both walks of life at a time (career_conflicts.tsv).
[[nodiscard]] bool FieldsConflict(std::string_view a, std::string_view b);

}  // namespace sillok::query
