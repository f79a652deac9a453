#include "ingest/date/resolve.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace sillok::ingest {
namespace {

// How a value that comes round again (a weekday, 3월) is chosen.
enum class Choice { kBefore, kAfter, kThis, kUpTo, kFrom, kNearest };

// The n-th turn from the present one; nothing where the calendar skips it.
using Turn = std::function<std::optional<CivilInterval>(int)>;

// 29 February comes round after eight years at the latest.
constexpr int kTurns = 12;

bool HasDay(const CivilInterval& now) { return now.first == now.last; }
bool HasMonth(const CivilInterval& now) { return absl::CivilMonth(now.first) == absl::CivilMonth(now.last); }
bool HasYear(const CivilInterval& now) { return now.first.year() == now.last.year(); }

CivilInterval RangeOf(absl::CivilDay first, absl::CivilDay last) {
  return {std::min(first, last), std::max(first, last), Grain::kRange};
}

std::optional<CivilInterval> Search(const Turn& turn, int step,
                                    const std::function<bool(const CivilInterval&)>& fits) {
  for (int n = 0; n <= kTurns; ++n) {
    const std::optional<CivilInterval> found = turn(n * step);
    if (found && fits(*found)) return found;
  }
  return std::nullopt;
}

class OneDate {
 public:
  OneDate(const PartialDate& partial, const View& view) : partial_(partial), view_(view) {}

  DateValue Run() {
    value_.rule = std::string(partial_.rule);
    value_.pattern = PatternOf(partial_);
    Find();
    if (value_.interval) value_.pattern.clear();
    if (!value_.interval) value_.certainty = Certainty::kUnknown;
    return std::move(value_);
  }

 private:
  void Find() {
    if (partial_.context_time) return FromSpoken(view_.spoken.time);
    if (partial_.count.unit != Unit::kNone) return Counted();
    if (partial_.decade > 0) return Stated(Decades());
    if (partial_.century > 0) return Stated(YearsOf(100 * partial_.century - 99, 100, Grain::kRange));
    if (partial_.day.base == Base::kWritten) return RelativeDay();
    if (partial_.day.base == Base::kContext) return SpokenDay();
    if (partial_.week.known()) return RelativeWeek();
    if (partial_.quarter.base == Base::kWritten) {
      return RelativeMonths(3, partial_.quarter.value, Grain::kQuarter);
    }
    if (partial_.half.base == Base::kWritten) return RelativeMonths(6, partial_.half.value, Grain::kHalf);
    if (partial_.month.base == Base::kWritten) return RelativeMonth();
    if (partial_.month.base == Base::kContext) {
      return partial_.year.known() ? SameMonthOfYear() : SpokenMonth();
    }
    if (partial_.year.known()) return InYear();
    ComingRound();
  }

  void Set(const std::optional<CivilInterval>& interval, Certainty certainty) {
    value_.interval = interval;
    value_.certainty = certainty;
  }
  void Stated(const std::optional<CivilInterval>& interval) { Set(interval, Certainty::kHigh); }
  // Counted from the time of writing: no surer than that is.
  void FromNow(const std::optional<CivilInterval>& interval, Certainty certainty) {
    Set(interval, std::min(certainty, view_.now_certainty));
    value_.anchor = view_.now;
  }
  void FromSpoken(const std::optional<CivilInterval>& anchor) {
    if (!anchor) return;
    Set(anchor, Certainty::kLow);
    value_.anchor = anchor;
  }

  // The named part of `count` years from `first`.
  [[nodiscard]] CivilInterval YearsOf(int first, int count, Grain grain) const {
    const int third = count / 3;
    int from = 0;
    int to = count;
    switch (partial_.part) {
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
  [[nodiscard]] CivilInterval Decades() const {
    if (partial_.last > partial_.decade) {
      return YearsOf(partial_.decade, partial_.last + 10 - partial_.decade, Grain::kRange);
    }
    return YearsOf(partial_.decade, 10, Grain::kDecade);
  }

  void RelativeDay() {
    if (!view_.now || !HasDay(*view_.now)) {
      if (view_.now) value_.pattern = FormatDay(view_.now->first).substr(0, 8) + "XX";
      return;
    }
    FromNow(DayOf(view_.now->first + partial_.day.value), Certainty::kHigh);
  }

  void SpokenDay() {
    if (view_.spoken.day) {
      Set(DayOf(*view_.spoken.day + partial_.day.value), Certainty::kMedium);
      value_.anchor = DayOf(*view_.spoken.day);
    } else if (!view_.quoted && view_.now && HasDay(*view_.now)) {
      FromNow(DayOf(view_.now->first + partial_.day.value), Certainty::kMedium);
    }
  }

  void RelativeWeek() {
    if (!view_.now || !HasDay(*view_.now)) return;
    FromNow(FillWeek(partial_, WeekOf(view_.now->first).first + absl::civil_diff_t{7} * partial_.week.value),
            Certainty::kHigh);
  }

  // 지난 분기: `value` units of `months` away.
  void RelativeMonths(int months, int value, Grain grain) {
    if (!view_.now || !HasMonth(*view_.now)) return;
    const absl::CivilMonth now(view_.now->first);
    const absl::CivilMonth first = now - (now.month() - 1) % months + absl::civil_diff_t{value} * months;
    FromNow(PartOf({absl::CivilDay(first), absl::CivilDay(first + months) - 1, grain}, partial_.part),
            Certainty::kHigh);
  }

  void RelativeMonth() {
    if (!view_.now || !HasMonth(*view_.now)) return;
    FromNow(FillMonth(partial_, absl::CivilMonth(view_.now->first) + partial_.month.value), Certainty::kHigh);
  }

  void SpokenMonth() {
    if (view_.spoken.month) {
      Set(FillMonth(partial_, *view_.spoken.month + partial_.month.value), Certainty::kMedium);
      value_.anchor = MonthOf(static_cast<int>(view_.spoken.month->year()), view_.spoken.month->month());
    } else if (view_.now && HasMonth(*view_.now)) {
      FromNow(FillMonth(partial_, absl::CivilMonth(view_.now->first) + partial_.month.value),
              Certainty::kLow);
    }
  }

  // 지난해 같은 달: the month spoken of, else that of writing, in another year.
  void SameMonthOfYear() {
    if (!view_.now || !HasMonth(*view_.now) || partial_.year.base != Base::kWritten) return;
    const absl::CivilMonth month = view_.spoken.month.value_or(absl::CivilMonth(view_.now->first));
    FromNow(MonthOf(static_cast<int>(view_.now->first.year()) + partial_.year.value, month.month()),
            Certainty::kMedium);
  }

  void InYear() {
    const Field year = partial_.year;
    if (year.base == Base::kAbsolute) return Stated(FillYear(partial_, year.value));
    if (year.base == Base::kContext && view_.spoken.year) {
      Set(FillYear(partial_, *view_.spoken.year + year.value), Certainty::kMedium);
      value_.anchor = YearOf(*view_.spoken.year);
      return;
    }
    // 같은 해 needs a year spoken of; 전년 may be counted from the present one.
    if (!view_.now || !HasYear(*view_.now) || (year.base == Base::kContext && year.value == 0)) return;
    const int now = static_cast<int>(view_.now->first.year());
    FromNow(FillYear(partial_, now + year.value),
            year.base == Base::kContext ? Certainty::kLow : Certainty::kHigh);
    if (value_.interval && partial_.part == DatePart::kRest && year.value == 0) {
      value_.interval->first = view_.now->first;
    }
    // 올 겨울, in January, may be the one that is passing.
    constexpr int kWinter = 4;
    if (partial_.season == kWinter && view_.now->first.month() <= 2) {
      Alternative(FillYear(partial_, now + year.value - 1));
    }
  }

  void Alternative(const std::optional<CivilInterval>& interval) {
    if (!interval || !value_.interval || *interval == *value_.interval) return;
    const auto known = std::find(value_.alternatives.begin(), value_.alternatives.end(), *interval);
    if (known == value_.alternatives.end()) value_.alternatives.push_back(*interval);
  }

  // A value that comes round every year, month or week.
  void ComingRound() {
    const bool yearly = partial_.month.known() || partial_.quarter.known() || partial_.half.known() ||
                        partial_.season > 0 || partial_.holiday >= 0 || partial_.part_of == Unit::kYear;
    if (yearly) return Yearly();
    if (partial_.day.known() || partial_.part_of == Unit::kMonth) return Monthly();
    if (partial_.weekday >= 0 || partial_.part_of == Unit::kWeek) return Weekly();
  }

  void Yearly() {
    if (view_.same_year &&
        Continue(FillYear(partial_, *view_.same_year), FillYear(partial_, *view_.same_year + 1))) {
      return;
    }
    if (!view_.now || !HasYear(*view_.now)) return;
    const int year = static_cast<int>(view_.now->first.year());
    const auto turn = [&](int n) { return FillYear(partial_, year + n); };
    if (!HasMonth(*view_.now)) return FromNow(turn(0), Certainty::kLow);
    Choose(turn, 120);
    if (value_.interval && partial_.part == DatePart::kRest) value_.interval->first = view_.now->first;
  }

  void Monthly() {
    if (view_.same_month &&
        Continue(FillMonth(partial_, *view_.same_month), FillMonth(partial_, *view_.same_month + 1))) {
      return;
    }
    if (!view_.now || !HasMonth(*view_.now)) return;
    const absl::CivilMonth month(view_.now->first);
    const auto turn = [&](int n) { return FillMonth(partial_, month + n); };
    if (!HasDay(*view_.now)) return FromNow(turn(0), Certainty::kLow);
    Choose(turn, 10);
  }

  void Weekly() {
    if (view_.same_week &&
        Continue(FillWeek(partial_, *view_.same_week), FillWeek(partial_, *view_.same_week + 7))) {
      return;
    }
    if (!view_.now || !HasDay(*view_.now)) return;
    const absl::CivilDay monday = WeekOf(view_.now->first).first;
    Choose(
        [&](int n) {
          return std::optional<CivilInterval>(FillWeek(partial_, monday + absl::civil_diff_t{7} * n));
        },
        2);
  }

  // 5일과 7일: `first`, or the turn after it when it would go back before what was just spoken of.
  bool Continue(const std::optional<CivilInterval>& first, const std::optional<CivilInterval>& second) {
    if (!view_.spoken.time || partial_.toward != Toward::kNone) return false;
    const CivilInterval& before = *view_.spoken.time;
    const bool back = !first || first->last < before.first;
    const std::optional<CivilInterval>& chosen = back ? second : first;
    if (!chosen) return false;
    // What is past does not lie after the time of writing.
    if (view_.direction == Direction::kPast && view_.now && chosen->first > view_.now->last) return false;
    if (view_.direction == Direction::kFuture && view_.now && chosen->last < view_.now->first) return false;
    Set(chosen, Certainty::kMedium);
    value_.anchor = before;
    return true;
  }

  [[nodiscard]] Choice ChoiceOf() const {
    switch (partial_.toward) {
      case Toward::kPast:
        return Choice::kBefore;
      case Toward::kNext:
        return Choice::kAfter;
      case Toward::kThis:
        return Choice::kThis;
      case Toward::kNone:
        break;
    }
    if (view_.direction == Direction::kPast) return Choice::kUpTo;
    return view_.direction == Direction::kFuture ? Choice::kFrom : Choice::kNearest;
  }

  // `home` days are granted to the present turn when both directions are open.
  void Choose(const Turn& turn, int home) {
    const CivilInterval now = *view_.now;
    const auto up_to = Search(turn, -1, [&](const CivilInterval& x) { return x.first <= now.last; });
    const auto from = Search(turn, 1, [&](const CivilInterval& x) { return x.last >= now.first; });
    switch (ChoiceOf()) {
      case Choice::kBefore:
        FromNow(Search(turn, -1, [&](const CivilInterval& x) { return x.last < now.first; }),
                Certainty::kMedium);
        // 지난 3월, in March, may be this one.
        if (up_to && up_to->last >= now.first) Alternative(up_to);
        break;
      case Choice::kAfter: {
        const std::optional<CivilInterval> present =
            partial_.beyond && partial_.weekday >= 0 ? turn(0) : std::nullopt;
        FromNow(Search(turn, 1, [&](const CivilInterval& x) { return x.last > now.last && x != present; }),
                Certainty::kMedium);
        if (present && present->last > now.last) Alternative(present);
        break;
      }
      case Choice::kThis:
        // 이번 겨울, in February, began last year.
        FromNow(up_to && up_to->last >= now.first ? up_to : turn(0), Certainty::kMedium);
        break;
      case Choice::kUpTo:
        FromNow(up_to, Certainty::kMedium);
        Alternative(from);
        break;
      case Choice::kFrom:
        FromNow(from, Certainty::kMedium);
        Alternative(up_to);
        break;
      case Choice::kNearest:
        Nearest(turn(0), up_to, from, home);
        break;
    }
  }

  void Nearest(const std::optional<CivilInterval>& present, const std::optional<CivilInterval>& up_to,
               const std::optional<CivilInterval>& from, int home) {
    const auto cost = [&](const std::optional<CivilInterval>& x) -> absl::civil_diff_t {
      if (!x) return 1 << 20;
      const absl::civil_diff_t away =
          std::max<absl::civil_diff_t>({view_.now->first - x->last, x->first - view_.now->last, 0});
      return x == present ? away - home : away;
    };
    const bool past = cost(up_to) <= cost(from);
    const std::optional<CivilInterval>& chosen = past ? up_to : from;
    FromNow(chosen, chosen == up_to && chosen == from ? Certainty::kMedium : Certainty::kLow);
    Alternative(past ? from : up_to);
  }

  static absl::CivilDay Shift(absl::CivilDay day, Unit unit, int amount) {
    if (unit == Unit::kDay) return day + amount;
    if (unit == Unit::kWeek) return day + absl::civil_diff_t{7} * amount;
    const absl::CivilMonth month =
        absl::CivilMonth(day) + absl::civil_diff_t{amount} * (unit == Unit::kYear ? 12 : 1);
    return std::min(absl::CivilDay(month) + (day.day() - 1), absl::CivilDay(month + 1) - 1);
  }

  static CivilInterval UnitAround(absl::CivilDay day, Unit unit) {
    switch (unit) {
      case Unit::kYear:
        return YearOf(static_cast<int>(day.year()));
      case Unit::kMonth:
        return MonthOf(static_cast<int>(day.year()), day.month());
      case Unit::kWeek:
        return WeekOf(day);
      default:
        return DayOf(day);
    }
  }

  void Counted() {
    const Count& count = partial_.count;
    // 그로부터 사흘 뒤: in a story the days go on from the one last spoken of.
    const bool in_story =
        count.shape == CountShape::kAfter && view_.direction == Direction::kPast && view_.spoken.day;
    const std::optional<CivilInterval> spoken = in_story ? DayOf(*view_.spoken.day) : view_.now;
    const std::optional<CivilInterval> base = count.from_then ? view_.spoken.time : spoken;
    const bool exact = base && (HasDay(*base) || (count.unit == Unit::kMonth && HasMonth(*base)) ||
                                (count.unit == Unit::kYear && HasYear(*base)));
    // Farther is a number, not a time.
    constexpr int kFarthest = 2000;
    if (!exact || count.amount > kFarthest) return;
    const Certainty certainty = count.approximate ? Certainty::kLow : Certainty::kMedium;
    const int sign = count.shape == CountShape::kBefore || count.shape == CountShape::kLast ? -1 : 1;
    const absl::CivilDay there = Shift(base->first, count.unit, sign * count.amount);
    if (there.year() < 1 || there.year() > 9999) return;
    if (count.shape == CountShape::kLast || count.shape == CountShape::kComing) {
      return FromNow(RangeOf(there, base->last), certainty);
    }
    Set(UnitAround(there, count.unit),
        base == view_.now ? std::min(certainty, view_.now_certainty) : certainty);
    value_.anchor = base;
    if (count.unit == Unit::kYear && HasMonth(*base)) Alternative(UnitAround(there, Unit::kMonth));
    if (count.unit == Unit::kWeek) Alternative(DayOf(there));
  }

  const PartialDate& partial_;
  const View& view_;
  DateValue value_;
};

}  // namespace

void Spoken::Hear(const CivilInterval& interval) {
  time = interval;
  if (interval.first == interval.last) day = interval.first;
  if (HasMonth(interval)) month = absl::CivilMonth(interval.first);
  if (HasYear(interval)) year = static_cast<int>(interval.first.year());
}

DateValue Resolve(const DateMatch& match, const View& view) {
  DateValue from = OneDate(match.from, view).Run();
  if (!match.until) return from;
  View end = view;
  if (from.interval) {
    end.spoken.Hear(*from.interval);
    end.same_month = absl::CivilMonth(from.interval->first);
    end.same_week = WeekOf(from.interval->first).first;
    end.same_year = static_cast<int>(from.interval->first.year());
    end.direction = Direction::kUnclear;
  }
  PartialDate last = *match.until;
  if (!from.interval && !last.month.known() && last.day.known()) last.month = match.from.month;
  const DateValue until = OneDate(last, end).Run();
  DateValue range;
  range.rule = "range";
  range.anchor = from.anchor ? from.anchor : until.anchor;
  if (from.interval && until.interval && from.interval->first <= until.interval->last) {
    range.interval = CivilInterval{from.interval->first, until.interval->last, Grain::kRange};
    range.certainty = from.certainty == Certainty::kHigh && until.anchor == from.interval
                          ? Certainty::kHigh
                          : std::min(from.certainty, until.certainty);
  } else if (!from.pattern.empty() && !until.pattern.empty()) {
    range.pattern = from.pattern + "/" + until.pattern;
  }
  return range;
}

}  // namespace sillok::ingest
