#include "ingest/date/token_meaning.h"

#include <algorithm>

#include "ingest/date/numeric_date.h"

namespace sillok::ingest {
namespace {

Field Stated(int value) { return {Base::kAbsolute, value}; }

// A year, or a stretch of them, in its own era: 단기 4356~4357년.
void AddYear(const DateToken& token, PartialDate& date) {
  const int era = date.era.value_or(0);
  date.year = Stated(token.value + era);
  if (token.last > token.value) date.last = token.last + era;
}

// 2024년, 3월, 18일, 2024-03-18; false for another kind, as below.
bool AddStated(const DateToken& token, DateKind kind, PartialDate& date) {
  switch (kind) {
    case DateKind::kYear:
      AddYear(token, date);
      return true;
    case DateKind::kShortYear:
      date.year = Stated(ExpandYear(token.value));
      if (token.last != token.value) date.last = ExpandYear(token.last);
      return true;
    case DateKind::kMonth:
      date.month = Stated(token.value);
      return true;
    case DateKind::kDay:
      date.day = Stated(token.value);
      return true;
    case DateKind::kFullDate:
      date.day = Stated(token.value);
      [[fallthrough]];
    case DateKind::kYearMonth:
      date.year = Stated(token.year);
      date.month = Stated(token.month);
      return true;
    case DateKind::kMonthDay:
      date.month = Stated(token.month);
      date.day = Stated(token.value);
      return true;
    case DateKind::kQuarter:
      date.quarter = Stated(token.value);
      return true;
    case DateKind::kHalf:
      date.half = Stated(token.value);
      return true;
    default:
      return false;
  }
}

// Weeks, seasons and longer times, and what is counted in them.
bool AddCalendarWord(const DateToken& token, DateKind kind, PartialDate& date) {
  switch (kind) {
    case DateKind::kWeekNo:
      date.ordinal = token.value;
      date.week_of_month = true;
      date.numbered_week = true;
      return true;
    case DateKind::kWeekUnit:
      date.week_of_month = true;
      return true;
    case DateKind::kOrdinal:
      date.ordinal = token.value;
      return true;
    case DateKind::kWeekday:
      date.weekday = token.value;
      return true;
    case DateKind::kSeason:
      date.season = token.value;
      date.part = token.part;
      return true;
    case DateKind::kDecade:
      date.decade = token.value;
      return true;
    case DateKind::kCentury:
      date.century = token.value;
      return true;
    default:
      return false;
  }
}

// Holidays, and years and months that are not counted as ours are.
bool AddReckoning(const DateToken& token, DateKind kind, PartialDate& date) {
  switch (kind) {
    case DateKind::kSexagenary:
      date.sexagenary = token.value;
      return true;
    case DateKind::kEra:
      date.era = token.value;
      return true;
    case DateKind::kLunar:
      date.lunar = true;
      return true;
    case DateKind::kHoliday:
    case DateKind::kWeakHoliday:
      date.holiday = token.value;
      date.margin = token.last;
      return true;
    default:
      return false;
  }
}

void AddCount(const DateToken& token, Unit unit, Count& count) {
  count.unit = unit;
  count.spread = std::max(token.last - token.value, 0);
  count.approximate = count.approximate || token.approximate || count.spread > 0;
  if (unit == Unit::kHour) {
    count.minutes += token.value * (token.Is(DateKind::kHours) ? 60 : 1);
  } else if (unit == Unit::kDay || unit == Unit::kWeek) {
    count.days += token.value * (unit == Unit::kWeek ? 7 : 1);
  } else {
    count.months += token.value * (unit == Unit::kYear ? 12 : 1);
  }
}

// 2년 반, 한 달 반, 한 시간 반.
void AddHalf(Count& count) {
  constexpr int kHalfYear = 6;
  constexpr int kHalfMonth = 15;
  constexpr int kHalfHour = 30;
  if (count.unit == Unit::kHour) {
    count.minutes += kHalfHour;
    return;
  }
  const bool years = count.unit == Unit::kYear;
  count.unit = years ? Unit::kMonth : Unit::kDay;
  (years ? count.months : count.days) += years ? kHalfYear : kHalfMonth;
}

bool AddCounted(const DateToken& token, DateKind kind, PartialDate& date) {
  switch (kind) {
    case DateKind::kYears:
      // 단기 4357년: the number names a year.
      if (date.era) {
        AddYear(token, date);
      } else {
        AddCount(token, Unit::kYear, date.count);
      }
      return true;
    case DateKind::kMonths:
      AddCount(token, Unit::kMonth, date.count);
      return true;
    case DateKind::kWeeks:
      AddCount(token, Unit::kWeek, date.count);
      return true;
    case DateKind::kDays:
      AddCount(token, Unit::kDay, date.count);
      return true;
    case DateKind::kHours:
    case DateKind::kMinutes:
      AddCount(token, Unit::kHour, date.count);
      return true;
    case DateKind::kHalfMore:
      AddHalf(date.count);
      return true;
    case DateKind::kFromThen:
      date.count.from_then = true;
      return true;
    case DateKind::kBefore:
      date.count.shape = CountShape::kBefore;
      return true;
    case DateKind::kAfter:
      date.count.shape = CountShape::kAfter;
      return true;
    default:
      return false;
  }
}

// Counted from the time of writing.
bool AddRelative(const DateToken& token, DateKind kind, PartialDate& date) {
  const Field offset = {Base::kWritten, token.value};
  switch (kind) {
    case DateKind::kRelDay:
    case DateKind::kNow:
      date.day = offset;
      return true;
    case DateKind::kRelWeekend:
      date.part = DatePart::kWeekend;
      [[fallthrough]];
    case DateKind::kRelWeek:
      date.week = offset;
      return true;
    case DateKind::kRelMonth:
      date.month = offset;
      return true;
    case DateKind::kRelQuarter:
      date.quarter = offset;
      return true;
    case DateKind::kRelHalf:
      date.half = offset;
      return true;
    case DateKind::kRelYear:
    case DateKind::kThisYearPrefix:
      date.year = offset;
      return true;
    case DateKind::kRelCentury:
      date.century = token.value;
      date.relative_century = true;
      return true;
    case DateKind::kThisTime:
      date.this_time = true;
      return true;
    default:
      return false;
  }
}

// Counted from what the text last spoke of.
bool AddContext(const DateToken& token, DateKind kind, PartialDate& date) {
  const Field offset = {Base::kContext, token.value};
  switch (kind) {
    case DateKind::kContextDay:
      date.day = offset;
      return true;
    case DateKind::kContextMonth:
      date.month = offset;
      return true;
    case DateKind::kContextQuarter:
      date.quarter = offset;
      return true;
    case DateKind::kContextYear:
      date.year = offset;
      return true;
    case DateKind::kContextPeriod:
      date.context_period = true;
      return true;
    case DateKind::kContextTime:
      date.context_time = true;
      return true;
    default:
      return false;
  }
}

// 지난, 오는, 초, 말, 연말.
void AddQualifier(const DateToken& token, DateKind kind, PartialDate& date) {
  switch (kind) {
    case DateKind::kPast:
    case DateKind::kPastDay:
      date.toward = Toward::kPast;
      return;
    case DateKind::kNext:
      date.toward = Toward::kNext;
      date.beyond = token.value > 0;
      return;
    case DateKind::kThis:
      date.toward = Toward::kThis;
      return;
    case DateKind::kYearPart:
      date.part_of = Unit::kYear;
      break;
    case DateKind::kMonthPart:
      date.part_of = Unit::kMonth;
      break;
    case DateKind::kWeekPart:
      date.part_of = Unit::kWeek;
      break;
    case DateKind::kPart:
      break;
    default:
      return;
  }
  date.part = static_cast<DatePart>(token.value);
}

}  // namespace

void AddMeaning(const DateToken& token, DateKind kind, PartialDate& date) {
  // 서너 해 전 5월: a count keeps its spread to itself.
  if (AddCounted(token, kind, date)) return;
  // A holiday's `last` are the days around it.
  if (token.last > token.value && kind != DateKind::kHoliday) date.last = token.last;
  const bool added = AddStated(token, kind, date) || AddCalendarWord(token, kind, date) ||
                     AddReckoning(token, kind, date) || AddRelative(token, kind, date) ||
                     AddContext(token, kind, date);
  if (!added) AddQualifier(token, kind, date);
}

}  // namespace sillok::ingest
