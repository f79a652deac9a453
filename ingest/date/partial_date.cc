#include "ingest/date/partial_date.h"

#include <array>
#include <cstdio>

#include "ingest/date/date_lexicon.h"

namespace sillok::ingest {
namespace {

Field Offset(Base base, int value) { return {base, value}; }

int TwoDigitYear(int value) { return value + (value < 50 ? 2000 : 1900); }

CivilInterval Cut(const CivilInterval& whole, int first, int last) {
  return {whole.first + first, whole.first + last, whole.grain};
}

// The months [first, last) of a span that begins with a month.
CivilInterval Months(const CivilInterval& whole, int first, int last) {
  const absl::CivilMonth month(whole.first);
  return {absl::CivilDay(month + first), absl::CivilDay(month + last) - 1, whole.grain};
}

// The Monday of the n-th week of a month: the first week is the one with at least four days in it, as in ISO 8601.
absl::CivilDay WeekOfMonth(absl::CivilMonth month, int ordinal) {
  if (ordinal < 0) {
    const absl::CivilDay last = absl::CivilDay(month + 1) - 1;
    const absl::CivilDay monday = WeekOf(last).first;
    return last - monday >= 3 ? monday : monday - 7;
  }
  const absl::CivilDay monday = WeekOf(absl::CivilDay(month) + 3).first;
  return monday + 7 * (ordinal - 1);
}

std::optional<absl::CivilDay> NthWeekday(absl::CivilMonth month, int weekday, int ordinal) {
  const absl::CivilDay first = absl::CivilDay(month);
  const absl::CivilDay last = absl::CivilDay(month + 1) - 1;
  if (ordinal < 0) {
    const absl::CivilDay day = WeekOf(last).first + weekday;
    return day > last ? day - 7 : day;
  }
  absl::CivilDay day = WeekOf(first).first + weekday;
  if (day < first) day += 7;
  day += 7 * (ordinal - 1);
  if (day > last) return std::nullopt;
  return day;
}

CivilInterval Season(int year, int season) {
  const absl::CivilMonth first(year, 3 * season);
  return {absl::CivilDay(first), absl::CivilDay(first + 3) - 1, Grain::kSeason};
}

void ApplyUnitToken(const DateToken& token, DateKind kind, Count& count) {
  count.amount = token.value;
  count.approximate = token.approximate;
  count.unit = kind == DateKind::kYears    ? Unit::kYear
               : kind == DateKind::kMonths ? Unit::kMonth
               : kind == DateKind::kWeeks  ? Unit::kWeek
                                           : Unit::kDay;
}

}  // namespace

void PartialDate::Apply(const DateToken& token, DateKind kind) {
  if (token.last > token.value && kind != DateKind::kHoliday) last = token.last;
  switch (kind) {
    case DateKind::kYear:
      year = {Base::kAbsolute, token.value};
      break;
    case DateKind::kShortYear:
      year = {Base::kAbsolute, TwoDigitYear(token.value)};
      break;
    case DateKind::kMonth:
      month = {Base::kAbsolute, token.value};
      break;
    case DateKind::kDay:
      day = {Base::kAbsolute, token.value};
      break;
    case DateKind::kFullDate:
      day = {Base::kAbsolute, token.value};
      [[fallthrough]];
    case DateKind::kYearMonth:
      year = {Base::kAbsolute, token.year};
      month = {Base::kAbsolute, token.month};
      break;
    case DateKind::kMonthDay:
      month = {Base::kAbsolute, token.month};
      day = {Base::kAbsolute, token.value};
      break;
    case DateKind::kYears:
    case DateKind::kMonths:
    case DateKind::kWeeks:
    case DateKind::kDays:
      ApplyUnitToken(token, kind, count);
      break;
    case DateKind::kWeekNo:
      ordinal = token.value;
      week_of_month = true;
      break;
    case DateKind::kQuarter:
      quarter = {Base::kAbsolute, token.value};
      break;
    case DateKind::kHalf:
      half = {Base::kAbsolute, token.value};
      break;
    case DateKind::kSeason:
      season = token.value;
      break;
    case DateKind::kDecade:
      decade = token.value;
      break;
    case DateKind::kCentury:
      century = token.value;
      break;
    case DateKind::kWeekday:
      weekday = token.value;
      break;
    case DateKind::kOrdinal:
      ordinal = token.value;
      break;
    case DateKind::kWeekUnit:
      week_of_month = true;
      break;
    case DateKind::kRelDay:
      day = Offset(Base::kWritten, token.value);
      break;
    case DateKind::kRelWeek:
      week = Offset(Base::kWritten, token.value);
      break;
    case DateKind::kRelWeekend:
      week = Offset(Base::kWritten, token.value);
      part = DatePart::kWeekend;
      break;
    case DateKind::kRelMonth:
      month = Offset(Base::kWritten, token.value);
      break;
    case DateKind::kRelQuarter:
      quarter = Offset(Base::kWritten, token.value);
      break;
    case DateKind::kRelHalf:
      half = Offset(Base::kWritten, token.value);
      break;
    case DateKind::kRelYear:
    case DateKind::kThisYearPrefix:
      year = Offset(Base::kWritten, token.value);
      break;
    case DateKind::kContextDay:
      day = Offset(Base::kContext, token.value);
      break;
    case DateKind::kContextMonth:
      month = Offset(Base::kContext, token.value);
      break;
    case DateKind::kContextYear:
      year = Offset(Base::kContext, token.value);
      break;
    case DateKind::kContextTime:
      context_time = true;
      break;
    case DateKind::kPast:
    case DateKind::kPastDay:
      toward = Toward::kPast;
      break;
    case DateKind::kNext:
      toward = Toward::kNext;
      beyond = token.value > 0;
      break;
    case DateKind::kThis:
      toward = Toward::kThis;
      break;
    case DateKind::kPart:
    case DateKind::kYearPart:
    case DateKind::kMonthPart:
    case DateKind::kWeekPart:
      part = static_cast<DatePart>(token.value);
      part_of = kind == DateKind::kYearPart    ? Unit::kYear
                : kind == DateKind::kMonthPart ? Unit::kMonth
                : kind == DateKind::kWeekPart  ? Unit::kWeek
                                               : Unit::kNone;
      break;
    case DateKind::kHoliday:
    case DateKind::kWeakHoliday:
      holiday = token.value;
      margin = kind == DateKind::kHoliday ? token.last : 0;
      break;
    case DateKind::kFromThen:
      count.from_then = true;
      break;
    case DateKind::kBefore:
      count.shape = CountShape::kBefore;
      break;
    case DateKind::kAfter:
      count.shape = CountShape::kAfter;
      break;
    default:
      break;
  }
}

CivilInterval PartOf(const CivilInterval& whole, DatePart part) {
  const int days = static_cast<int>(whole.last - whole.first) + 1;
  switch (part) {
    case DatePart::kWhole:
    case DatePart::kRest:
      return whole;
    case DatePart::kWeekend:
      return {whole.first + 5, whole.first + 6, Grain::kRange};
    case DatePart::kWorkdays:
      return {whole.first, whole.first + 4, Grain::kRange};
    case DatePart::kFirst:
      return Cut(whole, 0, days / 2 - 1);
    case DatePart::kSecond:
      return Cut(whole, days / 2, days - 1);
    default:
      break;
  }
  // 초, 중, 말: thirds, but that people mean quarters of a year by its beginning and end.
  const int third = part == DatePart::kEarly ? 0 : part == DatePart::kMiddle ? 1 : 2;
  switch (whole.grain) {
    case Grain::kYear:
      return Months(whole, std::array{0, 4, 9}[third], std::array{3, 8, 12}[third]);
    case Grain::kHalf:
      return Months(whole, 2 * third, 2 * third + 2);
    case Grain::kQuarter:
    case Grain::kSeason:
      return Months(whole, third, third + 1);
    case Grain::kMonth:
      return Cut(whole, 10 * third, third == 2 ? days - 1 : 10 * third + 9);
    default:
      return Cut(whole, third * days / 3, (third + 1) * days / 3 - 1);
  }
}

std::optional<CivilInterval> FillMonth(const PartialDate& partial, absl::CivilMonth month) {
  const int year = static_cast<int>(month.year());
  if (partial.day.base == Base::kAbsolute) {
    const std::optional<absl::CivilDay> first = MakeDay(year, month.month(), partial.day.value);
    if (!first) return std::nullopt;
    if (partial.last == 0) return DayOf(*first);
    const std::optional<absl::CivilDay> last = MakeDay(year, month.month(), partial.last);
    if (!last) return std::nullopt;
    return CivilInterval{*first, *last, Grain::kRange};
  }
  if (partial.week_of_month && partial.ordinal != 0) {
    return FillWeek(partial, WeekOfMonth(month, partial.ordinal));
  }
  if (partial.ordinal != 0 && partial.weekday >= 0) {
    const std::optional<absl::CivilDay> day = NthWeekday(month, partial.weekday, partial.ordinal);
    if (!day) return std::nullopt;
    return DayOf(*day);
  }
  return PartOf(MonthOf(year, month.month()), partial.part);
}

CivilInterval FillWeek(const PartialDate& partial, absl::CivilDay monday) {
  if (partial.weekday >= 0) return DayOf(monday + partial.weekday);
  return PartOf(WeekOf(monday), partial.part);
}

std::optional<CivilInterval> FillYear(const PartialDate& partial, int year) {
  if (year < 1 || year > 9998) return std::nullopt;
  if (partial.holiday >= 0) {
    const std::optional<absl::CivilDay> day = DateLexicon::Get().HolidayIn(partial.holiday, year);
    if (!day) return std::nullopt;
    if (partial.margin == 0) return DayOf(*day);
    return CivilInterval{*day - partial.margin, *day + partial.margin, Grain::kRange};
  }
  if (partial.month.base == Base::kAbsolute) {
    if (partial.last != 0 && !partial.day.known()) {
      const int end_year = partial.last < partial.month.value ? year + 1 : year;
      return CivilInterval{MonthOf(year, partial.month.value).first, MonthOf(end_year, partial.last).last,
                           Grain::kRange};
    }
    return FillMonth(partial, absl::CivilMonth(year, partial.month.value));
  }
  if (partial.quarter.base == Base::kAbsolute) {
    const CivilInterval quarter = PartOf(QuarterOf(year, partial.quarter.value), partial.part);
    if (partial.last == 0) return quarter;
    return CivilInterval{quarter.first, QuarterOf(year, partial.last).last, Grain::kRange};
  }
  if (partial.half.base == Base::kAbsolute) return PartOf(HalfOf(year, partial.half.value), partial.part);
  if (partial.season > 0) return PartOf(Season(year, partial.season), partial.part);
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
