// Weekdays in their short forms: (월) after a date, 월·수요일, 월~금요일.
//
//   ReadWeekdayMark("18일(월)", 5)  → Monday, span of "(월)"
//
// Whole names (월요일) are rows of date_words.tsv. Pure; safe from any thread; constant time.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/date/date_token.h"

namespace sillok::ingest {

// Monday first.
inline constexpr std::u32string_view kWeekdays = U"월화수목금토일";

// (월), (월요일) at `at`, or after the space there.
[[nodiscard]] std::optional<DateToken> ReadWeekdayMark(std::string_view text, size_t at);

// 토·일요일: a token a weekday; 월~금요일: one token that lasts. Empty when there is no such list at `at`.
[[nodiscard]] std::vector<DateToken> ReadWeekdayList(std::string_view text, size_t at);

}  // namespace sillok::ingest
