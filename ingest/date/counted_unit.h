// A number and the unit that follows it: 2024년, 3월, 15~17일, 두 달, 10여 년.
//
//   ReadUnit("3개월 전", {.value = 3, .last = 3, .begin = 0, .end = 1})  → a token of kMonths
//
// Pure; safe from any thread; constant time.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/date/date_number.h"
#include "ingest/date/date_token.h"

namespace sillok::ingest {

// Nothing when no unit follows, or the two make no date.
[[nodiscard]] std::optional<DateToken> ReadUnit(std::string_view text, DateNumber number);

}  // namespace sillok::ingest
