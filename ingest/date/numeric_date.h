// Dates written without unit words: 2024. 3. 18., 2024-03-18, 20240318, '24.3.18, 3/18(월), March 18, 2024.
//
//   ReadNumericDate("2024-03-18에", 0)  → a token of kFullDate, span of "2024-03-18"
//
// Scores (3-2), versions (17.4.1), fractions (3/4) and serial numbers are none. Pure; safe from any thread; constant time.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/date/date_token.h"

namespace sillok::ingest {

// 24 → 2024, 99 → 1999.
[[nodiscard]] constexpr int ExpandYear(int two_digits) {
  return two_digits < 50 ? two_digits + 2000 : two_digits + 1900;
}

// `at` is at a digit, or at an apostrophe before one; the caller has seen that a number may begin there.
[[nodiscard]] std::optional<DateToken> ReadNumericDate(std::string_view text, size_t at);

// The year of 2024.3월 and '24.1분기, with its dot, which a number of months or quarters follows.
[[nodiscard]] std::optional<DateToken> ReadDottedYear(std::string_view text, size_t at);

// `at` is at a letter or a digit that begins a word: March 18, 2024; 18 March 2024; March 2024.
[[nodiscard]] std::optional<DateToken> ReadEnglishDate(std::string_view text, size_t at);

}  // namespace sillok::ingest
