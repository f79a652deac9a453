#include "ingest/date/one_date.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/date/calendar_part.h"
#include "ingest/date/counted_date.h"
#include "ingest/date/recurring_date.h"

namespace sillok::ingest {
namespace {

class OneDate {
 public:
  OneDate(const PartialDate& partial, const DateView& view) : partial_(partial), view_(view) {}

  DateValue Run() {
    value_.rule = std::string(partial_.rule);
    value_.pattern = PatternOf(partial_);
    Find();
    if (partial_.part == DatePart::kRest) KeepTheRest();
    if (partial_.week_of_month && !IsWeekOfYear()) AddRow();
    if (value_.interval) value_.pattern.clear();
    if (!value_.interval) value_.certainty = Certainty::kUnknown;
    return std::move(value_);
  }

 private:
  void Find() {
    if (partial_.context_time) return FromSpoken(view_.spoken.time);
    if (partial_.context_period) return SamePeriod();
    if (partial_.count.unit != Unit::kNone) return Counted();
    if (partial_.this_time) return SameMonthOfYear();
    if (partial_.sexagenary >= 0) return Sexagenary();
    if (partial_.decade > 0) return Stated(Decades());
    if (partial_.relative_century) return RelativeCentury();
    if (partial_.century > 0) return Stated(Century(partial_.century));
    if (partial_.day.base == Base::kWritten) return RelativeDay();
    if (partial_.day.base == Base::kContext) return SpokenDay();
    if (partial_.week.known()) return RelativeWeek();
    if (partial_.quarter.base == Base::kWritten) {
      return RelativeMonths(3, partial_.quarter.value, Grain::kQuarter);
    }
    if (partial_.quarter.base == Base::kContext) return SpokenQuarter();
    if (partial_.half.base == Base::kWritten) return RelativeMonths(6, partial_.half.value, Grain::kHalf);
    if (partial_.month.base == Base::kWritten) return RelativeMonth();
    if (partial_.month.base == Base::kContext) {
      return partial_.year.known() ? SameMonthOfYear() : SpokenMonth();
    }
    if (partial_.year.known()) return InYear();
    Take(RecurringDate(partial_, view_));
  }

  void Set(const std::optional<CivilInterval>& interval, Certainty certainty) {
    value_.interval = interval;
    value_.certainty = certainty;
  }
  void Stated(const std::optional<CivilInterval>& interval) { Set(interval, Certainty::kHigh); }
  // Counted from the time of writing: no surer than that is. Where nobody knows it, from `spoken`, what the text spoke of.
  void FromNow(const std::optional<CivilInterval>& interval, Certainty certainty,
               const std::optional<CivilInterval>& spoken = std::nullopt) {
    Set(interval, view_.now ? std::min(certainty, view_.now_certainty) : certainty);
    value_.anchor = view_.now ? view_.now : spoken;
  }
  void FromSpoken(const std::optional<CivilInterval>& anchor) {
    if (!anchor) return;
    Set(anchor, Certainty::kLow);
    value_.anchor = anchor;
  }

  // 올해 27주차.
  [[nodiscard]] bool IsWeekOfYear() const { return partial_.year.known() && !partial_.month.known(); }

  // Takes over a value that was found elsewhere.
  void Take(DateValue value) {
    value_.interval = value.interval;
    value_.certainty = value.certainty;
    value_.anchor = value.anchor;
    value_.alternatives = std::move(value.alternatives);
  }

  // 남은 기간: what of a time is not yet over.
  void KeepTheRest() {
    if (!value_.interval || !view_.now || !HasDay(*view_.now)) return;
    if (value_.interval->first < view_.now->first && view_.now->first <= value_.interval->last) {
      value_.interval->first = view_.now->first;
    }
  }

  [[nodiscard]] CivilInterval Decades() const {
    if (partial_.last > partial_.decade) {
      return PartOfYears(partial_.decade, partial_.last + 10 - partial_.decade, partial_.part, Grain::kRange);
    }
    return PartOfYears(partial_.decade, 10, partial_.part, Grain::kDecade);
  }

  [[nodiscard]] CivilInterval Century(int century) const {
    return PartOfYears(100 * century - 99, 100, partial_.part, Grain::kRange);
  }
  void RelativeCentury() {
    if (!view_.now || !HasYear(*view_.now)) return;
    const int now = (static_cast<int>(view_.now->first.year()) + 99) / 100;
    FromNow(Century(now + partial_.century), Certainty::kHigh);
  }

  void Counted() {
    Take(CountDate(partial_, view_));
    if (value_.interval) NameWithin(*value_.interval);
    // 1년 전 오늘 names its day.
    if (partial_.day.base == Base::kWritten && value_.interval && view_.now && HasDay(*view_.now)) {
      value_.interval = DayOf(ShiftMonths(view_.now->first, -partial_.count.months) - partial_.count.days);
      value_.alternatives.clear();
    }
    // 1년 전 이맘때 its month.
    if (partial_.this_time && value_.interval && view_.now && HasMonth(*view_.now)) {
      const absl::CivilMonth month = absl::CivilMonth(view_.now->first) - partial_.count.months;
      value_.interval = MonthOf(static_cast<int>(month.year()), month.month());
      value_.alternatives.clear();
    }
  }

  // 2주 전 수요일 is a day of that week, 3년 전 5월 a month of that year; 서너 해 전 5월 of one of two.
  void NameWithin(const CivilInterval& there) {
    const bool week =
        partial_.part_of == Unit::kWeek || (partial_.count.unit == Unit::kWeek && partial_.weekday >= 0);
    if (!week && !partial_.month.known() && partial_.holiday < 0 && partial_.season == 0) return;
    value_.alternatives.clear();
    value_.interval = NamedIn(there.first, week);
    constexpr int kMostOthers = 3;
    for (int other = 1; other <= std::min(partial_.count.spread, kMostOthers); ++other) {
      const absl::CivilDay day =
          week ? there.first + absl::civil_diff_t{7} * other : ShiftMonths(there.first, 12 * other);
      if (const std::optional<CivilInterval> named = NamedIn(day, week); named && day <= there.last) {
        AddAlternative(*named, value_);
      }
    }
  }

  // In the week or the year of a day.
  [[nodiscard]] std::optional<CivilInterval> NamedIn(absl::CivilDay day, bool week) const {
    if (!week) return FillYear(partial_, static_cast<int>(day.year()));
    const absl::CivilDay monday = WeekOf(day).first;
    if (partial_.part_of == Unit::kWeek) return FillWeek(partial_, monday);
    return DayOf(monday + partial_.weekday);
  }

  // 1919년 기미년 is the year that was named; 갑진년 alone is one near the time of writing.
  void Sexagenary() {
    if (view_.spoken.year && SexagenaryOf(*view_.spoken.year) == partial_.sexagenary) {
      return Set(YearOf(*view_.spoken.year), Certainty::kHigh);
    }
    if (!view_.now || !HasYear(*view_.now)) return;
    const int now = static_cast<int>(view_.now->first.year());
    FromNow(YearOf(SexagenaryYear(partial_.sexagenary, now)), Certainty::kMedium);
  }

  void RelativeDay() {
    if (!view_.now || !HasDay(*view_.now)) {
      if (view_.now) value_.pattern = FormatDay(view_.now->first).substr(0, 8) + "XX";
      return;
    }
    const absl::CivilDay day = view_.now->first + partial_.day.value;
    if (partial_.year.base != Base::kWritten && partial_.year.known()) return;
    // 작년 오늘.
    FromNow(DayOf(ShiftMonths(day, 12 * partial_.year.value)), Certainty::kHigh);
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
    const absl::CivilDay monday =
        WeekOf(view_.now->first).first + absl::civil_diff_t{7} * partial_.week.value;
    FromNow(FillWeek(partial_, monday), Certainty::kHigh);
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

  // 직전 분기: before the one spoken of, else before that of writing.
  void SpokenQuarter() {
    const std::optional<CivilInterval>& period = view_.spoken.period;
    if (!period || period->grain != Grain::kQuarter) {
      return RelativeMonths(3, partial_.quarter.value, Grain::kQuarter);
    }
    const absl::CivilMonth first =
        absl::CivilMonth(period->first) + absl::civil_diff_t{3} * partial_.quarter.value;
    Set(PartOf({absl::CivilDay(first), absl::CivilDay(first + 3) - 1, Grain::kQuarter}, partial_.part),
        Certainty::kMedium);
    value_.anchor = period;
  }

  // The year that an expression names by an offset or a number; nothing when what it is counted from is not known.
  [[nodiscard]] std::optional<int> YearNamed() const {
    const Field year = partial_.year;
    if (year.base == Base::kAbsolute) return year.value;
    if (year.base == Base::kContext && view_.spoken.year) return *view_.spoken.year + year.value;
    if (!view_.now || !HasYear(*view_.now)) return std::nullopt;
    return static_cast<int>(view_.now->first.year()) + year.value;
  }

  [[nodiscard]] std::optional<CivilInterval> SpokenYear() const {
    if (!view_.spoken.year) return std::nullopt;
    return YearOf(*view_.spoken.year);
  }

  // 지난해 같은 달, 전년 동월: the month spoken of, else that of writing, in another year; 작년 이맘때 always that of writing.
  void SameMonthOfYear() {
    const std::optional<int> year = YearNamed();
    const bool spoken = !partial_.this_time && view_.spoken.month.has_value();
    if (!year || (!spoken && (!view_.now || !HasMonth(*view_.now)))) return;
    const absl::CivilMonth month = spoken ? *view_.spoken.month : absl::CivilMonth(view_.now->first);
    FromNow(MonthOf(*year, month.month()), Certainty::kMedium,
            MonthOf(static_cast<int>(month.year()), month.month()));
  }

  // 지난해 같은 기간, 전년 동기: the quarter, half or months spoken of, in another year; the whole of it when none were.
  void SamePeriod() {
    const std::optional<int> year = YearNamed();
    if (!year) return;
    const std::optional<CivilInterval>& period = view_.spoken.period;
    if (!period) return FromNow(YearOf(*year), Certainty::kMedium, SpokenYear());
    const int months = 12 * (*year - static_cast<int>(period->first.year()));
    const absl::CivilDay last = ShiftMonths(period->last + 1, months) - 1;
    FromNow(CivilInterval{ShiftMonths(period->first, months), last, period->grain}, Certainty::kMedium);
    value_.anchor = period;
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
    // 올 겨울, in January, may be the one that is passing.
    constexpr int kWinter = 4;
    if (partial_.season == kWinter && view_.now->first.month() <= 2) {
      AddAlternative(FillYear(partial_, now + year.value - 1), value_);
    }
  }

  // 3월 첫째 주 may also be a row of the wall calendar, and its Monday the one of that week. A week is its Thursday's month's.
  void AddRow() {
    if (!value_.interval) return;
    const bool weekday = partial_.weekday >= 0;
    const absl::CivilDay thursday = WeekOf(value_.interval->first).first + 3;
    const absl::CivilMonth month(weekday ? value_.interval->first : thursday);
    for (const std::optional<absl::CivilDay> monday :
         {WeekOfMonth(month, partial_.ordinal), std::optional(RowOfMonth(month, partial_.ordinal))}) {
      if (!monday) continue;
      const CivilInterval week = FillWeek(partial_, *monday);
      if (!weekday || absl::CivilMonth(week.first) == month) AddAlternative(week, value_);
    }
  }

  const PartialDate& partial_;
  const DateView& view_;
  DateValue value_;
};

}  // namespace

DateValue ResolveOne(const PartialDate& partial, const DateView& view) {
  return OneDate(partial, view).Run();
}

}  // namespace sillok::ingest
