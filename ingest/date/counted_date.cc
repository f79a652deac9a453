#include "ingest/date/counted_date.h"

#include <algorithm>

#include "ingest/date/calendar_part.h"

namespace sillok::ingest {
namespace {

// Farther is a number, not a time.
constexpr int kFarthestMonths = 12 * 2000;
constexpr int kFarthestDays = 366 * 100;
constexpr int kFarthestMinutes = 1000 * 60;

bool IsExact(const CivilInterval& base, const Count& count) {
  if (HasDay(base)) return true;
  if (count.days > 0 || count.unit == Unit::kHour) return false;
  return count.unit == Unit::kYear ? HasYear(base) : HasMonth(base);
}

CivilInterval UnitAround(absl::CivilDay day, Unit unit) {
  switch (unit) {
    case Unit::kYear:
      return YearOf(static_cast<int>(day.year()));
    case Unit::kMonth:
      return MonthOf(static_cast<int>(day.year()), day.month());
    default:
      return DayOf(day);
  }
}

absl::CivilDay Shift(absl::CivilDay day, const Count& count, int sign) {
  constexpr int kMinutesADay = 24 * 60;
  const int days = count.days + count.minutes / kMinutesADay;
  return ShiftMonths(day, sign * count.months) + absl::civil_diff_t{sign} * days;
}

// 이삼일 전: what lies one unit farther.
Count Farther(Count count) {
  switch (count.unit) {
    case Unit::kYear:
      count.months += 12 * count.spread;
      break;
    case Unit::kMonth:
      count.months += count.spread;
      break;
    case Unit::kHour:
      break;
    default:
      count.days += count.spread * (count.unit == Unit::kWeek ? 7 : 1);
      break;
  }
  return count;
}

bool InCalendar(absl::CivilDay day) { return day.year() >= 1 && day.year() <= 9999; }

// 다음 3일 is the three days after this one; 향후 3일 and 다음 3시간 begin with it.
absl::CivilDay BeginOf(const PartialDate& partial, absl::CivilDay now) {
  return partial.beyond && partial.count.months == 0 && partial.count.days > 0 ? now + 1 : now;
}

}  // namespace

DateValue CountFrom(const PartialDate& partial, const CivilInterval& base, Certainty certainty) {
  const Count& count = partial.count;
  DateValue value;
  if (count.months > kFarthestMonths || count.days > kFarthestDays || count.minutes > kFarthestMinutes ||
      !IsExact(base, count)) {
    return value;
  }
  const bool back = count.shape == CountShape::kBefore || count.shape == CountShape::kLast;
  const absl::CivilDay there = Shift(base.first, count, back ? -1 : 1);
  const absl::CivilDay farther = Shift(base.first, Farther(count), back ? -1 : 1);
  if (!InCalendar(there) || !InCalendar(farther)) return value;
  // Three hours ago may be yesterday.
  const bool rough = count.approximate || count.unit == Unit::kHour;
  value.certainty = std::min(certainty, rough ? Certainty::kLow : Certainty::kMedium);
  value.anchor = base;
  if (count.shape == CountShape::kLast || count.shape == CountShape::kComing) {
    value.interval = back ? CivilInterval{farther, base.last, Grain::kRange}
                          : CivilInterval{BeginOf(partial, base.first), farther, Grain::kRange};
    return value;
  }
  value.interval = UnitAround(there, count.unit);
  if (count.spread > 0 && count.unit != Unit::kHour) {
    const CivilInterval other = UnitAround(farther, count.unit);
    value.interval = CivilInterval{std::min(value.interval->first, other.first),
                                   std::max(value.interval->last, other.last), Grain::kRange};
    return value;
  }
  // 한 달 열흘 전, the days first.
  if (count.unit == Unit::kDay && count.months > 0 && back) {
    AddAlternative(DayOf(ShiftMonths(base.first - count.days, -count.months)), value);
  }
  if (count.unit == Unit::kYear && HasMonth(base)) AddAlternative(UnitAround(there, Unit::kMonth), value);
  if (count.unit == Unit::kWeek) AddAlternative(WeekOf(there), value);
  if (count.unit > Unit::kDay && HasDay(base)) AddAlternative(DayOf(there), value);
  return value;
}

DateValue CountDate(const PartialDate& partial, const DateView& view) {
  const Count& count = partial.count;
  // 그로부터 사흘 뒤: in a story the days go on from the one last spoken of.
  const bool in_story =
      count.shape == CountShape::kAfter && view.direction == Direction::kPast && view.spoken.day;
  if (count.unit == Unit::kHour && !count.from_then && !in_story) {
    // 불은 3시간 뒤 꺼졌다 and 30분 전에 와야 한다 count from what the text does not say.
    const bool back = count.shape == CountShape::kBefore;
    if (view.direction == (back ? Direction::kFuture : Direction::kPast)) return DateValue();
  }
  const std::optional<CivilInterval> spoken = in_story ? DayOf(*view.spoken.day) : view.now;
  const std::optional<CivilInterval> base = count.from_then ? view.spoken.time : spoken;
  if (!base) return DateValue();
  return CountFrom(partial, *base, base == view.now ? view.now_certainty : Certainty::kHigh);
}

}  // namespace sillok::ingest
