// When a date of an article is one of a gold.
//
//   DateAgrees("2025-Q2", span)      // the span lies within April to June of 2025
//
// Pure; safe from any thread.
#pragma once

#include <string_view>

#include "sillok/v1/fact.pb.h"

namespace sillok {

// True when the span is the day, month, quarter ("2025-Q2"), half ("2025-H1") or year `date`, or lies within it ("2023-06"
// holds 2023-06-09); with an empty date, when the span is unresolved.
[[nodiscard]] bool DateAgrees(std::string_view date, const v1::DateSpan& span);

// The same for an event, whose date in a gold is one day, month or year: of a stretch that the text gives with both ends (9일부터
// 12일까지) it may be either end.
[[nodiscard]] bool EventDateAgrees(std::string_view date, const v1::DateSpan& span);

}  // namespace sillok
