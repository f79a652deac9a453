#include "ingest/date/recurring_date.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "common/time/civil_interval.h"
#include "ingest/date/date_lexicon.h"

namespace sillok::ingest {
namespace {

// The n-th turn from the present one (0); nothing where the calendar skips it.
using Turn = std::function<std::optional<CivilInterval>(int)>;

// What is granted to the present turn when both directions are open, in days: a year's, a month's, a week's.
constexpr int kYearHome = 120;
// A date that stands all alone is the present year's: 12월 25일.
constexpr int kYearHomeAlone = 300;
constexpr int kMonthHome = 10;
constexpr int kWeekHome = 2;

enum class Choice { kBefore, kAfter, kThis, kUpTo, kFrom, kNearest };

// 29 February comes round after eight years at the latest.
constexpr int kTurns = 12;

template <typename Fits>
std::optional<CivilInterval> Search(const Turn& turn, int step, const Fits& fits) {
  for (int n = 0; n <= kTurns; ++n) {
    const std::optional<CivilInterval> found = turn(n * step);
    if (found && fits(*found)) return found;
  }
  return std::nullopt;
}

Choice ChoiceOf(const PartialDate& partial, Direction direction) {
  switch (partial.toward) {
    case Toward::kPast:
      return Choice::kBefore;
    case Toward::kNext:
      return Choice::kAfter;
    case Toward::kThis:
      return Choice::kThis;
    case Toward::kNone:
      break;
  }
  if (direction == Direction::kPast) return Choice::kUpTo;
  return direction == Direction::kFuture ? Choice::kFrom : Choice::kNearest;
}

class Chooser {
 public:
  Chooser(const DateView& view, const Turn& turn)
      : now_(*view.now), certainty_(view.now_certainty), turn_(turn) {
    up_to_ = Search(turn_, -1, [&](const CivilInterval& x) { return x.first <= now_.last; });
    from_ = Search(turn_, 1, [&](const CivilInterval& x) { return x.last >= now_.first; });
    value_.anchor = view.now;
  }

  DateValue Choose(Choice choice, bool beyond, int home) {
    switch (choice) {
      case Choice::kBefore:
        Set(Search(turn_, -1, [&](const CivilInterval& x) { return IsOver(x); }));
        // 지난 3월, in March, may be this one.
        if (up_to_ && up_to_->last >= now_.first) AddAlternative(up_to_, value_);
        break;
      case Choice::kAfter:
        After(beyond);
        break;
      case Choice::kThis:
        // 이번 겨울, in February, began last year.
        Set(up_to_ && up_to_->last >= now_.first ? up_to_ : turn_(0));
        break;
      case Choice::kUpTo:
        Set(up_to_);
        AddAlternative(from_, value_);
        break;
      case Choice::kFrom:
        Set(from_);
        AddAlternative(up_to_, value_);
        break;
      case Choice::kNearest:
        Nearest(home);
        break;
    }
    return value_;
  }

 private:
  void Set(const std::optional<CivilInterval>& interval, Certainty certainty = Certainty::kMedium) {
    value_.interval = interval;
    value_.certainty = std::min(certainty, certainty_);
  }

  // 지난 14~16일 may end with the day of writing.
  [[nodiscard]] bool IsOver(const CivilInterval& x) const {
    constexpr absl::civil_diff_t kFewDays = 10;
    const bool days = x.grain == Grain::kRange && x.last - x.first < kFewDays;
    return x.last < now_.first || (days && x.first < now_.first && x.last == now_.first);
  }

  // 다음 금요일 is not this week's.
  void After(bool beyond) {
    const std::optional<CivilInterval> present = beyond ? turn_(0) : std::nullopt;
    Set(Search(turn_, 1, [&](const CivilInterval& x) { return x.last > now_.last && x != present; }));
    if (present && present->last > now_.last) AddAlternative(present, value_);
  }

  [[nodiscard]] absl::civil_diff_t Cost(const std::optional<CivilInterval>& x, int home) const {
    if (!x) return 1 << 20;
    const absl::civil_diff_t away =
        std::max<absl::civil_diff_t>({now_.first - x->last, x->first - now_.last, 0});
    return x == turn_(0) ? away - home : away;
  }

  void Nearest(int home) {
    const bool past = Cost(up_to_, home) <= Cost(from_, home);
    const std::optional<CivilInterval>& chosen = past ? up_to_ : from_;
    Set(chosen, up_to_ == from_ ? Certainty::kMedium : Certainty::kLow);
    AddAlternative(past ? from_ : up_to_, value_);
  }

  const CivilInterval now_;
  const Certainty certainty_;
  const Turn& turn_;
  std::optional<CivilInterval> up_to_;
  std::optional<CivilInterval> from_;
  DateValue value_;
};

DateValue ChooseTurn(const PartialDate& partial, const DateView& view, const Turn& turn, int home) {
  Chooser chooser(view, turn);
  return chooser.Choose(ChoiceOf(partial, view.direction), partial.beyond && partial.weekday >= 0, home);
}

// 5일과 7일: `first`, or the turn after it when it would go back before what was just spoken of; no interval when neither fits
// the direction.
DateValue ContinueTurn(const PartialDate& partial, const DateView& view,
                       const std::optional<CivilInterval>& first,
                       const std::optional<CivilInterval>& second) {
  DateValue value;
  if (!view.spoken.time || partial.toward != Toward::kNone) return value;
  const CivilInterval& before = *view.spoken.time;
  const bool back = !first || first->last < before.first;
  const std::optional<CivilInterval>& chosen = back ? second : first;
  if (!chosen) return value;
  // What is past does not lie after the time of writing.
  if (view.direction == Direction::kPast && view.now && chosen->first > view.now->last) return value;
  if (view.direction == Direction::kFuture && view.now && chosen->last < view.now->first) return value;
  value.interval = chosen;
  value.certainty = Certainty::kMedium;
  value.anchor = before;
  return value;
}

class Recurrence {
 public:
  Recurrence(const PartialDate& partial, const DateView& view) : partial_(partial), view_(view) {}

  DateValue Run() {
    Find();
    return std::move(value_);
  }

 private:
  void Take(DateValue value) { value_ = std::move(value); }
  // The present turn, of a time that is not known exactly.
  void Present(const std::optional<CivilInterval>& interval) {
    value_.interval = interval;
    value_.certainty = std::min(Certainty::kLow, view_.now_certainty);
    value_.anchor = view_.now;
  }

  // A value that comes round every year, month or week.
  void Find() {
    const bool yearly = partial_.month.known() || partial_.quarter.known() || partial_.half.known() ||
                        partial_.season > 0 || partial_.holiday >= 0 || partial_.lunar ||
                        partial_.part_of == Unit::kYear;
    if (yearly) return Yearly();
    if (partial_.day.known() || partial_.ordinal != 0 || partial_.part_of == Unit::kMonth) return Monthly();
    if (partial_.weekday >= 0 || partial_.part_of == Unit::kWeek) return Weekly();
  }

  void Yearly() {
    if (view_.same_year &&
        Continue(FillYear(partial_, *view_.same_year), FillYear(partial_, *view_.same_year + 1))) {
      return;
    }
    if (!view_.now || !HasYear(*view_.now)) return;
    const int year = static_cast<int>(view_.now->first.year());
    if (partial_.holiday >= 0 && DateLexicon::Get().HolidaysIn(partial_.holiday, year).size() > 1) {
      return SeveralAYear(year);
    }
    const auto turn = [&](int n) { return FillYear(partial_, year + n); };
    if (!HasMonth(*view_.now)) return Present(turn(0));
    if (TakeAgreeing(turn, 1)) return;
    Take(ChooseTurn(partial_, view_, turn, view_.alone ? kYearHomeAlone : kYearHome));
  }

  // 25일(월): of the `near` turns before and after, the one that is a Monday; false when none is.
  bool TakeAgreeing(const Turn& turn, int near) {
    if (partial_.weekday < 0 || !partial_.day.known()) return false;
    const Turn agreeing = [&](int n) -> std::optional<CivilInterval> {
      if (n < -near || n > near) return std::nullopt;
      std::optional<CivilInterval> found = turn(n);
      const bool agrees = found && found->first - WeekOf(found->first).first == partial_.weekday;
      return agrees ? found : std::nullopt;
    };
    DateValue value = ChooseTurn(partial_, view_, agreeing, 0);
    if (!value.interval) return false;
    Take(std::move(value));
    return true;
  }

  // 대체공휴일 comes several times in a year.
  void SeveralAYear(int year) {
    std::vector<absl::CivilDay> days;
    for (int y = year - 1; y <= year + 1; ++y) {
      for (const absl::CivilDay day : DateLexicon::Get().HolidaysIn(partial_.holiday, y)) days.push_back(day);
    }
    const auto next = std::lower_bound(days.begin(), days.end(), view_.now->first);
    const int present = static_cast<int>(next - days.begin());
    const auto turn = [&](int n) -> std::optional<CivilInterval> {
      const int at = present + n;
      if (at < 0 || at >= static_cast<int>(days.size())) return std::nullopt;
      return DayOf(days[static_cast<size_t>(at)]);
    };
    Take(ChooseTurn(partial_, view_, turn, 0));
  }

  void Monthly() {
    if (view_.same_month &&
        Continue(FillMonth(partial_, *view_.same_month), FillMonth(partial_, *view_.same_month + 1))) {
      return;
    }
    if (!view_.now || !HasMonth(*view_.now)) return;
    const absl::CivilMonth month(view_.now->first);
    const auto turn = [&](int n) { return FillMonth(partial_, month + n); };
    if (!HasDay(*view_.now)) return Present(turn(0));
    if (!TakeAgreeing(turn, 2)) Take(ChooseTurn(partial_, view_, turn, kMonthHome));
  }

  void Weekly() {
    if (view_.same_week &&
        Continue(FillWeek(partial_, *view_.same_week), FillWeek(partial_, *view_.same_week + 7))) {
      return;
    }
    if (!view_.now || !HasDay(*view_.now)) return;
    const absl::CivilDay monday = WeekOf(view_.now->first).first;
    const auto turn = [&](int n) -> std::optional<CivilInterval> {
      return FillWeek(partial_, monday + absl::civil_diff_t{7} * n);
    };
    Take(ChooseTurn(partial_, view_, turn, kWeekHome));
  }

  bool Continue(const std::optional<CivilInterval>& first, const std::optional<CivilInterval>& second) {
    DateValue value = ContinueTurn(partial_, view_, first, second);
    if (!value.interval) return false;
    Take(std::move(value));
    return true;
  }

  const PartialDate& partial_;
  const DateView& view_;
  DateValue value_;
};

}  // namespace

DateValue RecurringDate(const PartialDate& partial, const DateView& view) {
  return Recurrence(partial, view).Run();
}

}  // namespace sillok::ingest
