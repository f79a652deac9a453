#include "ingest/extract/event_date.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace sillok::ingest {
namespace {

bool IsAnaphoric(std::string_view date) {
  return date == "이날" || date == "그날" || date == "당일" || date == "당시";
}

}  // namespace

const DateMention* EventDates::Pick(int s, const Clause& clause, int p) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const DateMention* modifier = nullptr;
  for (const int d : clause.dates) {
    const DateMention& date = named_.dated.dates[d];
    if (clause.layer != kMatrix && IsAnaphoric(date.span.In(Text(s)))) continue;
    const auto verb =
        std::partition_point(clause.predicates.begin(), clause.predicates.end(),
                             [&](int other) { return in.predicates[other].span.begin < date.span.end; });
    if (verb == clause.predicates.end() || *verb == p) return &date;
    modifier = &date;
  }
  return modifier;
}

ClauseDate EventDates::Of(int s, int c, const DateMention* own, const DateMention* before,
                          const Tense& tense) const {
  const DateMention* named = own != nullptr ? own : before;
  if (named != nullptr) {
    ClauseDate date{
        .value = named->value, .text = std::string(named->span.In(Text(s))), .own = own != nullptr};
    const bool told_on = IsToldOn(s, c, tense, date.value);
    if (told_on) return {};
    if (own == nullptr) date.value.certainty = Lowered(date.value.certainty);
    return date;
  }
  const Clause& clause = clauses_.sentences[s].clauses[c];
  const DateValue* day = days_.Before(s);
  const std::optional<CivilInterval>& written = named_.dated.written.interval;
  if (clause.layer != kMatrix || day == nullptr || !written) return {};
  const bool ahead = day->interval->first > written->last;
  const bool fits = (tense.past && !ahead) || (tense.prospective && ahead);
  if (!fits) return {};
  return {.value = *day, .text = {}, .own = false, .carried = true};
}

bool EventDates::IsToldOn(int s, int c, const Tense& tense, const DateValue& date) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const int p = in.clauses[c].predicate;
  const std::optional<CivilInterval>& written = named_.dated.written.interval;
  if (p < 0 || in.predicates[p].link != Link::kQuotative || tense.past) return false;
  return date.interval && written && date.interval->grain == Grain::kDay &&
         date.interval->first <= written->last;
}

}  // namespace sillok::ingest
