// Dates as the interface shows them.
//
//   ToDateSpan(value, "지난 2월 27일")
//     → {first_day: "2024-02-27", last_day: "2024-02-27", grain: GRAIN_DAY, rule: "last_month_day", anchor: "2024-03-18"}
#pragma once

#include <string_view>

#include "ingest/date/dated_article.h"
#include "sillok/v1/date.pb.h"

namespace sillok::ingest {

// `text` is the page's words, empty for a date that was carried from elsewhere.
[[nodiscard]] v1::DateSpan ToDateSpan(const DateValue& value, std::string_view text);
// The same into `span`, which must be empty.
void WriteDateSpan(const DateValue& value, std::string_view text, v1::DateSpan& span);

}  // namespace sillok::ingest
