#include "ingest/extract/quantity_date.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace sillok::ingest {

void QuantityDates::SetAsOf(int s, int c, const Number& number, const QuantityMention* previous,
                            QuantityMention& quantity) const {
  const SentenceClauses& in = clauses_.sentences[s];
  int begin = in.clauses[c].span.begin;
  for (int back = c; back > 0 && !in.clauses[back].opens && c - back < 4; --back) {
    begin = in.clauses[back - 1].span.begin;
  }
  if (previous != nullptr) begin = std::max(begin, previous->at.span.end);
  for (int back = c; back >= 0 && in.clauses[back].layer == in.clauses[c].layer; --back) {
    const Clause& clause = in.clauses[back];
    const auto next = std::partition_point(clause.dates.begin(), clause.dates.end(), [&](int d) {
      return named_.dated.dates[d].span.end <= number.span.begin;
    });
    if (next != clause.dates.begin()) {
      const DateMention& date = named_.dated.dates[*std::prev(next)];
      if (date.span.begin >= begin && !IsCompared(s, date.span.end, number.span.begin)) {
        quantity.as_of = date.value;
        quantity.as_of_text = std::string(date.span.In(Text(s)));
        return;
      }
    }
    if (clause.span.begin <= begin) break;
  }
  if (FromWritten(s, {begin, number.span.begin}, quantity)) return;
  const bool follows = previous != nullptr && previous->as_of.interval.has_value();
  if (follows && !IsCompared(s, previous->at.span.end, number.span.begin)) {
    quantity.as_of = previous->as_of;
    quantity.as_of.certainty = Lowered(quantity.as_of.certainty);
    return;
  }
  FromReport(s, c, number.kind, quantity);
}

bool QuantityDates::IsCompared(int s, int begin, int end) const {
  constexpr int kFarthest = 60;  // bytes
  const std::string_view between = Text(s).substr(begin, std::min(kFarthest, end - begin));
  return between.find("보다") != std::string_view::npos || between.find("대비") != std::string_view::npos;
}

bool QuantityDates::FromWritten(int s, const TextSpan& region, QuantityMention& quantity) const {
  const DateValue& written = named_.dated.written;
  if (!written.interval || region.size() <= 0) return false;
  const std::string_view text = region.In(Text(s));
  for (const std::string_view word : {"이번에", "이번", "현재", "지금"}) {
    if (text.find(word) == std::string_view::npos) continue;
    const bool month = word.starts_with("이번");
    // 이번 행사 is about an event, not about now.
    if (word == "이번" && text.find("이번 ") != std::string_view::npos) return false;
    quantity.as_of = DateValue();
    quantity.as_of.interval = written.interval;
    if (month && written.interval->grain == Grain::kDay) {
      quantity.as_of.interval =
          MonthOf(static_cast<int>(written.interval->first.year()), written.interval->first.month());
    }
    quantity.as_of.rule = month ? "this_time" : "present";
    quantity.as_of.anchor = written.interval;
    quantity.as_of.certainty = month ? Certainty::kLow : Certainty::kMedium;
    quantity.as_of_text = std::string(word);
    return true;
  }
  return false;
}

void QuantityDates::FromReport(int s, int c, UnitKind kind, QuantityMention& quantity) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const int predicate = in.clauses[c].predicate;
  const std::optional<CivilInterval>& written = named_.dated.written.interval;
  const DateValue* day = days_.Before(s);
  if (in.clauses[c].layer != kMatrix || predicate < 0 || kind != UnitKind::kCount || day == nullptr ||
      !written) {
    return;
  }
  const bool ahead = day->interval->first > written->last;
  if (TenseOf(in, c, predicate).past == ahead) return;
  quantity.as_of = *day;
  quantity.as_of.certainty = Certainty::kLow;
}

}  // namespace sillok::ingest
