// Where a row stands in a timeline, and how much of its event it holds.
//
//   std::sort(…, [](const auto& a, const auto& b) { return TimelineBefore(TimelineOrder::kAscending, a, b); });
//
// Pure; safe from any thread.
#pragma once

#include <compare>
#include <string>

#include "query/view/day_number.h"

namespace sillok::query {

// Evidence kept in a timeline row: the default of GetTimelineRequest.evidence_limit.
inline constexpr int kTimelineEvidence = 3;

enum class TimelineOrder { kAscending, kDescending };

// Where an event stands in every timeline that holds it: events of several timelines merge by it.
struct TimelinePosition {
  DaySpan days;
  std::string group;  // the event group's key, 24 hex digits

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const TimelinePosition&, const TimelinePosition&) = default;
};

// True when `a` comes before `b`: by first day, last day, group, all three the other way for kDescending;
// unresolved ones last in both orders, and ascending among themselves.
[[nodiscard]] bool TimelineBefore(TimelineOrder order, const TimelinePosition& a, const TimelinePosition& b);

}  // namespace sillok::query
