// Civil days as numbers that sort in keys: days since 0001-01-01, with "no day" after every day.
//
//   DayNumberOf("2024-03-18")  → 738962;  DayNumberOf("") → kNoDay
//   DayText(738962)            → "2024-03-18"; DayText(kNoDay) → ""
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace sillok::query {

using DayNumber = uint32_t;

// An unresolved date or an article without a publish date: sorts last.
inline constexpr DayNumber kNoDay = std::numeric_limits<DayNumber>::max();

// The number of an ISO 8601 day; kNoDay for anything else.
[[nodiscard]] DayNumber DayNumberOf(std::string_view day);

// The first day of the day's month, and of the next; kNoDay of kNoDay.
[[nodiscard]] DayNumber MonthOf(DayNumber day);
[[nodiscard]] DayNumber MonthAfter(DayNumber day);

// The ISO 8601 day of a number; empty for kNoDay.
[[nodiscard]] std::string DayText(DayNumber day);

// The closed stretch of days a fact holds for, as it stands in keys. Unresolved: kNoDay in both.
struct DaySpan {
  DayNumber first = kNoDay;
  DayNumber last = kNoDay;

  [[nodiscard]] bool resolved() const { return first != kNoDay; }
  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const DaySpan&, const DaySpan&) = default;
};

}  // namespace sillok::query
