// Closed stretches of civil days with a grain: what "지난 2월" and "2024년 상반기" become.
//
//   CivilInterval march = MonthOf(2024, 3);          // 2024-03-01 … 2024-03-31, month
//   FormatDay(march.first)                           → "2024-03-01"
//   ParseInterval("2024-03")                         → the same
//
// Days are absl::CivilDay in Korea's calendar; no time zone, no clock. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"

namespace sillok {

// The unit a text speaks of. The numbers are those of sillok.v1.Grain.
enum class Grain { kUnknown = 0, kDay, kWeek, kMonth, kQuarter, kHalf, kSeason, kYear, kDecade, kRange };

// The first and the last day, both inside; first ≤ last.
struct CivilInterval {
  absl::CivilDay first;
  absl::CivilDay last;
  Grain grain = Grain::kDay;

  friend bool operator==(const CivilInterval&, const CivilInterval&) = default;
};

[[nodiscard]] CivilInterval DayOf(absl::CivilDay day);
// Monday to Sunday.
[[nodiscard]] CivilInterval WeekOf(absl::CivilDay day);
[[nodiscard]] CivilInterval MonthOf(int year, int month);
// quarter is 1…4.
[[nodiscard]] CivilInterval QuarterOf(int year, int quarter);
// half is 1 or 2.
[[nodiscard]] CivilInterval HalfOf(int year, int half);
[[nodiscard]] CivilInterval YearOf(int year);

// The day when year-month-day is one of the calendar and lies in 1…9999; nothing for 2023-02-29.
[[nodiscard]] std::optional<absl::CivilDay> MakeDay(int year, int month, int day);

// ISO 8601, four digits of year: "2024-03-01".
[[nodiscard]] std::string FormatDay(absl::CivilDay day);

// The day of "2024-03-01"; nothing for any other form or a day that is not in the calendar.
[[nodiscard]] std::optional<absl::CivilDay> ParseDay(std::string_view text);

// The interval of "2024-03-01", "2024-03" or "2024"; nothing for anything else.
[[nodiscard]] std::optional<CivilInterval> ParseInterval(std::string_view text);

// The shortest of the three forms that says the interval exactly, or "first/last".
[[nodiscard]] std::string FormatInterval(const CivilInterval& interval);

}  // namespace sillok
