#include "ingest/extract/event_date.h"

#include <optional>
#include <string_view>

#include "ingest/extract/event_lexicon.h"

namespace sillok::ingest {

const DateMention* EventDates::Pick(const std::vector<DateOwner>& owners, const Tense& tense) const {
  const DateMention* first = nullptr;
  for (const DateOwner& owner : owners) {
    if (!owner.of_clause()) continue;
    const DateMention& date = named_.dated.dates[owner.date];
    if (first == nullptr) first = &date;
    const bool fits = tense.prospective ? !IsBehind(date.value) : !tense.past || !IsAhead(date.value);
    if (fits) return &date;
  }
  return first;
}

bool EventDates::IsAhead(const DateValue& date) const {
  const std::optional<CivilInterval>& written = named_.dated.written.interval;
  return date.interval && written && date.interval->first > written->last;
}

bool EventDates::IsBehind(const DateValue& date) const {
  const std::optional<CivilInterval>& written = named_.dated.written.interval;
  return date.interval && written && date.interval->last < written->first;
}

bool EventDates::IsToCome(int s, const Predicate& predicate, const Tense& tense,
                          const DateMention& date) const {
  if (!tense.past || tense.prospective || predicate.decided || !IsAhead(date.value)) return false;
  const std::optional<EventPredicate> row = FindEventPredicate(predicate.short_lemma);
  if (row && row->status == EventStatus::kCancelled) return false;
  const std::string_view after = std::string_view(Text(s)).substr(date.span.end);
  return !after.starts_with("로") && !after.starts_with("으로") && !after.starts_with("까지");
}

const DateMention* EventDates::SourcesDay(const std::vector<DateOwner>& owners) const {
  for (const DateOwner& owner : owners) {
    const DateMention& date = named_.dated.dates[owner.date];
    if (owner.kind == DateOwner::Kind::kSource && IsCloseDay(named_.dated.written, date.value)) return &date;
  }
  return nullptr;
}

const DateMention* EventDates::ToldOn(const std::vector<DateOwner>& owners, const DateMention* own,
                                      const Predicate& predicate, const Tense& tense) const {
  if (predicate.link != Link::kQuotative || tense.past || own == nullptr) return nullptr;
  for (const DateOwner& owner : owners) {
    const DateMention& date = named_.dated.dates[owner.date];
    if (owner.of_clause() && &date != own && !IsAhead(date.value)) return &date;
  }
  return nullptr;
}

ClauseDate EventDates::Of(int s, int c, const DateMention* own, const DateMention* before, const Tense& tense,
                          bool near) const {
  // What happened was not on a day to come.
  if (before != nullptr && tense.past && IsAhead(before->value)) before = nullptr;
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
  const DateValue* day = near ? days_.Near(s) : days_.Before(s);
  const std::optional<CivilInterval>& written = named_.dated.written.interval;
  if (clause.layer != kMatrix || day == nullptr || !written) return {};
  const bool ahead = IsAhead(*day);
  const bool fits = (tense.past && !ahead) || (tense.prospective && ahead);
  if (!fits) return {};
  return {.value = *day, .text = {}, .own = false, .carried = true};
}

bool EventDates::IsToldOn(int s, int c, const Tense& tense, const DateValue& date) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const int p = in.clauses[c].predicate;
  const std::optional<CivilInterval>& written = named_.dated.written.interval;
  if (p < 0 || in.predicates[p].link != Link::kQuotative || tense.past) return false;
  // 지난달 …하겠다고 밝혔다: nothing is to come in the past.
  if (tense.prospective && IsBehind(date)) return true;
  return date.interval && written && date.interval->grain == Grain::kDay &&
         date.interval->first <= written->last;
}

}  // namespace sillok::ingest
