// Parts of the calendar that Korean has names for: 말, 중순, 둘째 주, 셋째 금요일, 봄.
//
//   PartOf(MonthOf(2024, 2), DatePart::kLate)  → 2024-02-21 … 2024-02-29
//
// Pure; safe from any thread.
#pragma once

#include <optional>

#include "absl/time/civil_time.h"
#include "common/time/civil_interval.h"
#include "ingest/date/date_token.h"

namespace sillok::ingest {

// 말 of a span: its named part, with the span's grain; a first or last day has its own.
[[nodiscard]] CivilInterval PartOf(const CivilInterval& whole, DatePart part);

// The named part of `count` years from `first`: 1970년대 후반.
[[nodiscard]] CivilInterval PartOfYears(int first, int count, DatePart part, Grain grain);

// The Monday of the n-th week of a month, -1 the last; nothing when the month has fewer. The first week is the one with at
// least four days in it, as in ISO 8601 and KS X ISO 8601.
[[nodiscard]] std::optional<absl::CivilDay> WeekOfMonth(absl::CivilMonth month, int ordinal);

// The Monday of the n-th week as a wall calendar shows them: the first is the one with the first day in it.
[[nodiscard]] absl::CivilDay RowOfMonth(absl::CivilMonth month, int ordinal);

// The Monday of the n-th ISO week of a year, -1 the last; nothing when the year has fewer.
[[nodiscard]] std::optional<absl::CivilDay> WeekOfYear(int year, int ordinal);

// The n-th weekday (0 Monday) of a month, -1 the last; nothing when the month has fewer.
[[nodiscard]] std::optional<absl::CivilDay> NthWeekday(absl::CivilMonth month, int weekday, int ordinal);

// 1 spring … 4 winter, which ends in the year after.
[[nodiscard]] CivilInterval SeasonOf(int year, int season);

// The place of a year in the cycle of sixty: 0 갑자, 40 갑진 (2024).
[[nodiscard]] int SexagenaryOf(int year);
// The year of a place in the cycle: the last one, unless the next comes soon after `now`.
[[nodiscard]] int SexagenaryYear(int place, int now);

// `day` moved by months; the last day of a shorter month.
[[nodiscard]] absl::CivilDay ShiftMonths(absl::CivilDay day, int months);

}  // namespace sillok::ingest
