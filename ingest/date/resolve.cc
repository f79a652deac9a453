#include "ingest/date/resolve.h"

#include <algorithm>
#include <string>

#include "ingest/date/counted_date.h"
#include "ingest/date/one_date.h"

namespace sillok::ingest {
namespace {

// The end of a range is seen from its beginning on.
DateView FromItsBeginning(const DateView& view, const DateValue& from) {
  DateView end = view;
  if (!from.interval) return end;
  end.spoken.Hear(*from.interval);
  end.same_month = absl::CivilMonth(from.interval->first);
  end.same_week = WeekOf(from.interval->first).first;
  end.same_year = static_cast<int>(from.interval->first.year());
  end.direction = Direction::kUnclear;
  return end;
}

// 화요일부터 이틀 뒤, 추석 사흘 전.
DateValue CountedFrom(const PartialDate& count, const DateValue& from) {
  DateValue value;
  if (from.interval) value = CountFrom(count, *from.interval, from.certainty);
  value.rule = count.count.shape == CountShape::kBefore ? "before_that" : "after_that";
  return value;
}

DateValue RangeTo(const DateMatch& match, const DateView& view, const DateValue& from) {
  PartialDate last = *match.until;
  if (!from.interval && !last.month.known() && last.day.known()) last.month = match.from.month;
  // 2월 27일부터 이날까지: not the day that the range begins with.
  const bool this_day = last.day.base == Base::kContext && last.day.value == 0;
  const DateValue until = ResolveOne(last, this_day ? view : FromItsBeginning(view, from));
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

bool IsGoingOn(const CivilInterval& range, const DateView& view) {
  return view.now && HasDay(*view.now) && range.first <= view.now->first && view.now->first <= range.last;
}

// But for what months differ.
bool AreAsLong(const CivilInterval& one, const CivilInterval& other) {
  const absl::civil_diff_t more = (one.last - one.first) - (other.last - other.first);
  return more >= -3 && more <= 3;
}

}  // namespace

DateValue Resolve(const DateMatch& match, const DateView& view) {
  DateValue from = ResolveOne(match.from, view);
  if (!match.until) return from;
  if (match.until->count.unit != Unit::kNone) return CountedFrom(*match.until, from);
  DateValue range = RangeTo(match, view, from);
  if (view.direction == Direction::kPast) return range;
  DateView past = view;
  past.direction = Direction::kPast;
  DateValue earlier = RangeTo(match, past, ResolveOne(match.from, past));
  // 연초부터 지금까지: a range that would end before it begins began in the past.
  if (!range.interval) return earlier.interval ? earlier : range;
  // 6일부터 22일까지 열린다, written on the 20th: it is going on.
  const bool going_on =
      earlier.interval && IsGoingOn(*earlier.interval, view) && AreAsLong(*earlier.interval, *range.interval);
  return going_on ? earlier : range;
}

}  // namespace sillok::ingest
