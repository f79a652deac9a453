#include "ingest/date/recurring_date.h"

#include <algorithm>

namespace sillok::ingest {
namespace {

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
        Set(Search(turn_, -1, [&](const CivilInterval& x) { return x.last < now_.first; }));
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

}  // namespace

DateValue ChooseTurn(const PartialDate& partial, const DateView& view, const Turn& turn, int home) {
  Chooser chooser(view, turn);
  return chooser.Choose(ChoiceOf(partial, view.direction), partial.beyond && partial.weekday >= 0, home);
}

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

}  // namespace sillok::ingest
