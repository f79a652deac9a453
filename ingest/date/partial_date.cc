#include "ingest/date/partial_date.h"

#include <array>
#include <cstdio>
#include <vector>

#include "ingest/date/calendar_part.h"
#include "ingest/date/date_lexicon.h"

namespace sillok::ingest {
namespace {

std::optional<CivilInterval> DayIn(const PartialDate& partial, absl::CivilMonth month) {
  const int year = static_cast<int>(month.year());
  const std::optional<absl::CivilDay> first = MakeDay(year, month.month(), partial.day.value);
  if (!first) return std::nullopt;
  if (partial.last == 0) return DayOf(*first);
  const std::optional<absl::CivilDay> last = MakeDay(year, month.month(), partial.last);
  if (!last) return std::nullopt;
  return CivilInterval{*first, *last, Grain::kRange};
}

std::optional<CivilInterval> HolidayIn(const PartialDate& partial, int year) {
  const std::vector<absl::CivilDay> days = DateLexicon::Get().HolidaysIn(partial.holiday, year);
  if (days.empty()) return std::nullopt;
  if (partial.margin == 0) return DayOf(days.front());
  return PartOf({days.front() - partial.margin, days.front() + partial.margin, Grain::kRange}, partial.part);
}

std::optional<CivilInterval> LunarIn(const PartialDate& partial, int year) {
  const std::optional<CivilInterval> month = DateLexicon::Get().LunarMonth(year, partial.month.value);
  if (!month || !partial.day.known()) return month ? PartOf(*month, partial.part) : month;
  const absl::CivilDay day = month->first + (partial.day.value - 1);
  if (day > month->last) return std::nullopt;
  return DayOf(day);
}

CivilInterval MonthsIn(const PartialDate& partial, int year) {
  const int end_year = partial.last < partial.month.value ? year + 1 : year;
  return {MonthOf(year, partial.month.value).first, MonthOf(end_year, partial.last).last, Grain::kRange};
}

}  // namespace

std::optional<CivilInterval> FillMonth(const PartialDate& partial, absl::CivilMonth month) {
  if (partial.day.base == Base::kAbsolute) return DayIn(partial, month);
  // 둘째 주 일요일 is the second Sunday.
  const bool turn = partial.weekday >= 0 && !partial.numbered_week;
  if (partial.week_of_month && partial.ordinal != 0 && !turn) {
    const std::optional<absl::CivilDay> monday = WeekOfMonth(month, partial.ordinal);
    if (!monday) return std::nullopt;
    return FillWeek(partial, *monday);
  }
  if (partial.ordinal != 0 && partial.weekday >= 0) {
    const std::optional<absl::CivilDay> day = NthWeekday(month, partial.weekday, partial.ordinal);
    if (!day) return std::nullopt;
    return DayOf(*day);
  }
  return PartOf(MonthOf(static_cast<int>(month.year()), month.month()), partial.part);
}

CivilInterval FillWeek(const PartialDate& partial, absl::CivilDay monday) {
  if (partial.weekday < 0) return PartOf(WeekOf(monday), partial.part);
  if (partial.last <= partial.weekday) return DayOf(monday + partial.weekday);
  return {monday + partial.weekday, monday + partial.last, Grain::kRange};
}

std::optional<CivilInterval> FillYear(const PartialDate& partial, int year) {
  if (year < 1 || year > 9998) return std::nullopt;
  if (partial.holiday >= 0) return HolidayIn(partial, year);
  if (partial.lunar) return LunarIn(partial, year);
  if (partial.month.base == Base::kAbsolute) {
    if (partial.last != 0 && !partial.day.known()) return MonthsIn(partial, year);
    return FillMonth(partial, absl::CivilMonth(year, partial.month.value));
  }
  if (partial.quarter.base == Base::kAbsolute) {
    const CivilInterval quarter = PartOf(QuarterOf(year, partial.quarter.value), partial.part);
    if (partial.last == 0) return quarter;
    return CivilInterval{quarter.first, QuarterOf(year, partial.last).last, Grain::kRange};
  }
  if (partial.half.base == Base::kAbsolute) return PartOf(HalfOf(year, partial.half.value), partial.part);
  if (partial.season > 0) return PartOf(SeasonOf(year, partial.season), partial.part);
  if (partial.week_of_month && partial.ordinal != 0) {
    const std::optional<absl::CivilDay> monday = WeekOfYear(year, partial.ordinal);
    if (!monday) return std::nullopt;
    return FillWeek(partial, *monday);
  }
  if (partial.last != 0) return CivilInterval{YearOf(year).first, YearOf(partial.last).last, Grain::kRange};
  return PartOf(YearOf(year), partial.part);
}

std::string PatternOf(const PartialDate& partial) {
  const bool plain = partial.part == DatePart::kWhole && partial.ordinal == 0 && partial.last == 0;
  const bool month = partial.month.base == Base::kAbsolute;
  const bool day = partial.day.base == Base::kAbsolute;
  if (!month && !day && partial.year.base != Base::kAbsolute) return "";
  std::array<char, 24> year = {'X', 'X', 'X', 'X', 0};
  if (partial.year.base == Base::kAbsolute) {
    std::snprintf(year.data(), year.size(), "%04d", partial.year.value);
  }
  std::string pattern = year.data();
  if (!month && !day) return pattern;
  std::array<char, 24> field = {'X', 'X', 0};
  if (month) std::snprintf(field.data(), field.size(), "%02d", partial.month.value);
  pattern += std::string("-") + field.data();
  if (!day || !plain) return pattern;
  std::snprintf(field.data(), field.size(), "%02d", partial.day.value);
  return pattern + "-" + field.data();
}

}  // namespace sillok::ingest
