#include "ingest/date/calendar_part.h"

#include <algorithm>
#include <array>

namespace sillok::ingest {
namespace {

CivilInterval Cut(const CivilInterval& whole, int first, int last) {
  return {whole.first + first, whole.first + last, whole.grain};
}

// The months [first, last) of a span that begins with a month.
CivilInterval Months(const CivilInterval& whole, int first, int last) {
  const absl::CivilMonth month(whole.first);
  return {absl::CivilDay(month + first), absl::CivilDay(month + last) - 1, whole.grain};
}

// 초, 중, 말: thirds, but that people mean quarters of a year by its beginning and end.
CivilInterval ThirdOf(const CivilInterval& whole, int third) {
  const int days = static_cast<int>(whole.last - whole.first) + 1;
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
      return Cut(whole, third * days / 3, std::max(third * days / 3, (third + 1) * days / 3 - 1));
  }
}

absl::CivilDay AddWeeks(absl::CivilDay day, int weeks) { return day + absl::civil_diff_t{7} * weeks; }

}  // namespace

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
      return days < 2 ? whole : Cut(whole, 0, days / 2 - 1);
    case DatePart::kSecond:
      return Cut(whole, days / 2, days - 1);
    case DatePart::kFirstDay:
      return DayOf(whole.first);
    case DatePart::kLastDay:
      return DayOf(whole.last);
    case DatePart::kEarly:
      return ThirdOf(whole, 0);
    case DatePart::kMiddle:
      return ThirdOf(whole, 1);
    case DatePart::kLate:
      return ThirdOf(whole, 2);
  }
  return whole;
}

CivilInterval PartOfYears(int first, int count, DatePart part, Grain grain) {
  const int third = count / 3;
  int from = 0;
  int to = count;
  switch (part) {
    case DatePart::kEarly:
      to = third + 1;
      break;
    case DatePart::kMiddle:
      from = third + 1;
      to = count - third;
      break;
    case DatePart::kLate:
      from = count - third;
      break;
    case DatePart::kFirst:
      to = count / 2;
      break;
    case DatePart::kSecond:
      from = count / 2;
      break;
    default:
      break;
  }
  return {absl::CivilDay(first + from, 1, 1), absl::CivilDay(first + to - 1, 12, 31), grain};
}

std::optional<absl::CivilDay> WeekOfMonth(absl::CivilMonth month, int ordinal) {
  const absl::CivilDay last = absl::CivilDay(month + 1) - 1;
  if (ordinal < 0) {
    const absl::CivilDay monday = WeekOf(last).first;
    return last - monday >= 3 ? monday : monday - 7;
  }
  const absl::CivilDay monday = AddWeeks(WeekOf(absl::CivilDay(month) + 3).first, ordinal - 1);
  if (monday > last) return std::nullopt;
  return monday;
}

absl::CivilDay RowOfMonth(absl::CivilMonth month, int ordinal) {
  const absl::CivilDay last = absl::CivilDay(month + 1) - 1;
  return ordinal < 0 ? WeekOf(last).first : AddWeeks(WeekOf(absl::CivilDay(month)).first, ordinal - 1);
}

std::optional<absl::CivilDay> WeekOfYear(int year, int ordinal) {
  const absl::CivilDay first = WeekOf(absl::CivilDay(year, 1, 4)).first;
  const absl::CivilDay next = WeekOf(absl::CivilDay(year + 1, 1, 4)).first;
  const absl::CivilDay monday = ordinal < 0 ? next - 7 : AddWeeks(first, ordinal - 1);
  if (monday >= next) return std::nullopt;
  return monday;
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
  day = AddWeeks(day, ordinal - 1);
  if (day > last) return std::nullopt;
  return day;
}

CivilInterval SeasonOf(int year, int season) {
  const absl::CivilMonth first(year, absl::civil_diff_t{3} * season);
  return {absl::CivilDay(first), absl::CivilDay(first + 3) - 1, Grain::kSeason};
}

int SexagenaryOf(int year) {
  constexpr int kCycle = 60;
  constexpr int kFirst = 4;  // 갑자년
  return ((year - kFirst) % kCycle + kCycle) % kCycle;
}

int SexagenaryYear(int place, int now) {
  constexpr int kCycle = 60;
  constexpr int kSoon = 12;
  const int away = (place - SexagenaryOf(now) + kCycle) % kCycle;
  return away > kSoon ? now + away - kCycle : now + away;
}

absl::CivilDay ShiftMonths(absl::CivilDay day, int months) {
  const absl::CivilMonth month = absl::CivilMonth(day) + months;
  return std::min(absl::CivilDay(month) + (day.day() - 1), absl::CivilDay(month + 1) - 1);
}

}  // namespace sillok::ingest
