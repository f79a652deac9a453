#include "ingest/extract/date_owner.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/event_type.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {
namespace {

// Pages are hostile: a clause that names more days is no sentence.
constexpr int kMostListed = 8;

bool IsAnaphoric(std::string_view date) {
  return date == "이날" || date == "그날" || date == "당일" || date == "당시";
}

bool StartsWithAny(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [text](std::string_view start) { return text.starts_with(start); });
}

// 전년 동기 대비, 지난해보다, 지난해(22명)보다.
bool IsCompared(std::string_view after) {
  if (after.starts_with('(') && after.find(')') != std::string_view::npos) {
    after.remove_prefix(after.find(')') + 1);
  }
  return StartsWithAny(after, {" 대비", "보다", "에 비해", "과 비교", "와 비교", " 기준", "에 견줘"});
}

// Predicates that take dates: 같은, 인 and nominal forms pass them on.
bool TakesDate(const Predicate& predicate, int main, int p) {
  if (p == main) return true;
  if (predicate.link == Link::kNominal) return false;
  return !predicate.state || FindEventPredicate(predicate.short_lemma).has_value();
}

bool IsActor(const NounPhrase& phrase) {
  return phrase.role == Case::kTopic || phrase.role == Case::kSubject;
}

// 9일 열린 행사에서, 열리는 회의에 참석한다: what is done at it is done on its day.
bool IsOccasion(std::string_view text, const NounPhrase& head, const Predicate& modifier) {
  if (head.role == Case::kAt) return true;
  if (FindEventNoun(head.head.In(text)) == EventType::kUnknown) return false;
  const std::optional<EventPredicate> row = FindEventPredicate(modifier.short_lemma);
  return head.role == Case::kTo || (row && row->type == EventType::kGathering);
}

// 열 예정이던 행사를 취소했다, not 연기했다.
bool CallsOff(const Predicate& predicate) {
  const std::optional<EventPredicate> row = FindEventPredicate(predicate.short_lemma);
  return row && row->status == EventStatus::kCancelled;
}

// 지나가는 말로 has the time of what it stands in; 열리는 회의 may have one of its own.
bool HasTime(const Predicate& modifier) {
  return modifier.past || modifier.prospective || FindEventPredicate(modifier.short_lemma).has_value();
}

}  // namespace

std::vector<DateOwner> DateOwners::Find(int s, const Clause& clause, int main) const {
  const SentenceClauses& in = clauses_.sentences[s];
  std::vector<DateOwner> owners;
  int listed = 0;
  for (const int d : clause.dates) {
    const DateMention& date = named_.dated.dates[d];
    if (IsNobodys(s, clause, date)) continue;
    DateOwner owner{.date = d, .predicate = main};
    auto verb = PredicateAfter(in, clause, date.span.end);
    while (verb != clause.predicates.end() && !TakesDate(in.predicates[*verb], main, *verb)) ++verb;
    if (verb != clause.predicates.end()) owner.predicate = *verb;
    const int limit = verb != clause.predicates.end() ? in.predicates[*verb].span.begin : clause.span.end;
    owner.phrase = SourceAfter(s, clause, date, limit);
    if (owner.phrase >= 0) {
      owner.kind = DateOwner::Kind::kSource;
      owner.predicate = -1;
    }
    owner.listed = !owners.empty() && owners.back().date + 1 == d && listed < kMostListed &&
                   IsListed(s, date, named_.dated.dates[owners.back().date]);
    if (owner.listed) ++listed;
    owners.push_back(owner);
  }
  bool clause_has_date = false;
  int last_verb = -1;  // each modifier has the date nearest to it
  for (auto owner = owners.rbegin(); owner != owners.rend(); ++owner) {
    if (owner->kind == DateOwner::Kind::kSource) continue;
    const int verb = owner->predicate;
    if (verb == main || (verb == last_verb && !std::prev(owner)->listed)) {
      owner->predicate = main;
      clause_has_date = true;
    } else {
      GiveToModifier(s, clause, main, clause_has_date, *owner);
      if (owner->of_clause()) clause_has_date = true;
    }
    last_verb = verb;
  }
  return owners;
}

bool DateOwners::IsNobodys(int s, const Clause& clause, const DateMention& date) const {
  if (clause.layer != kMatrix && IsAnaphoric(date.span.In(Text(s)))) return true;
  return IsCompared(std::string_view(Text(s)).substr(date.span.end));
}

// The first noun with a particle after `date` when it is a source.
int DateOwners::SourceAfter(int s, const Clause& clause, const DateMention& date, int verb) const {
  const SentenceClauses& in = clauses_.sentences[s];
  for (auto p = PhraseAfter(in, clause, date.span.end); p != clause.phrases.end(); ++p) {
    const NounPhrase& phrase = in.phrases[*p];
    if (phrase.span.begin >= verb) break;
    if (phrase.role == Case::kSource) return *p;
    if (phrase.role != Case::kNone && phrase.role != Case::kGenitive) break;
  }
  return -1;
}

void DateOwners::GiveToModifier(int s, const Clause& clause, int main, bool clause_has_date,
                                DateOwner& owner) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const DateMention& date = named_.dated.dates[owner.date];
  const Predicate& modifier = in.predicates[owner.predicate];
  bool has_object = false;
  bool has_place = false;
  for (auto p = PhraseAfter(in, clause, date.span.end);
       p != clause.phrases.end() && in.phrases[*p].span.begin < modifier.span.begin; ++p) {
    const Case role = in.phrases[*p].role;
    has_object = has_object || IsActor(in.phrases[*p]) || role == Case::kObject || role == Case::kDative ||
                 role == Case::kAlso;
    has_place = has_place || role == Case::kAt;
  }
  const int head = HeadAfter(s, clause, modifier.span.end);
  const NounPhrase* noun = head < 0 ? nullptr : &in.phrases[head];
  const bool led = !clause.phrases.empty() && IsActor(in.phrases[clause.phrases.front()]) &&
                   in.phrases[clause.phrases.front()].span.end <= date.span.begin;
  const bool close = IsCloseDay(named_.dated.written, date.value);
  const bool states = main < 0 || TellsState(in.predicates[main]);
  bool modifiers = clause_has_date || states;
  const bool known = FindEventPredicate(modifier.short_lemma).has_value();
  if (!modifiers && led) modifiers = !has_object && ((has_place && known) || !close);
  if (!modifiers && !led) modifiers = (noun != nullptr && IsActor(*noun)) || !has_object || !close;
  modifiers = modifiers && (HasTime(modifier));
  const bool undone =
      modifier.prospective && main >= 0 && in.predicates[main].past && !CallsOff(in.predicates[main]);
  const bool occasion =
      noun != nullptr && !undone && !clause_has_date && !states && IsOccasion(Text(s), *noun, modifier);
  if (!modifiers && !(occasion && !has_object)) {
    owner.predicate = main;
    return;
  }
  owner.kind = occasion ? DateOwner::Kind::kOccasion : DateOwner::Kind::kModifier;
  owner.phrase = head;
}

// The noun that a modifier before byte `from` modifies, with its particle: 씨는 in 학부모 정미라(가명)씨는, 회의에서 in 열리는 올해
// 마지막 회의에서; -1 when none is.
int DateOwners::HeadAfter(int s, const Clause& clause, int from) const {
  constexpr int kMostParts = 4;
  const SentenceClauses& in = clauses_.sentences[s];
  const auto is_date = [&](int phrase) {
    const int begin = in.phrases[phrase].span.begin;
    const auto date = std::partition_point(clause.dates.begin(), clause.dates.end(),
                                           [&](int d) { return named_.dated.dates[d].span.begin < begin; });
    return date != clause.dates.end() && named_.dated.dates[*date].span.begin == begin;
  };
  auto head = PhraseAfter(in, clause, from);
  if (head != clause.phrases.end() && std::next(head) != clause.phrases.end() && is_date(*head)) ++head;
  if (head == clause.phrases.end()) return -1;
  const auto verb = PredicateAfter(in, clause, in.phrases[*head].span.begin);
  const int limit = verb == clause.predicates.end() ? clause.span.end : in.predicates[*verb].span.begin;
  for (int part = 0; part < kMostParts; ++part) {
    const NounPhrase& phrase = in.phrases[*head];
    const auto next = std::next(head);
    if (next == clause.phrases.end()) break;
    const std::string_view between = TextSpan{phrase.span.end, in.phrases[*next].span.begin}.In(Text(s));
    // 드래곤즈와의 경기, 드래곤즈와 경기.
    const bool goes_on = phrase.role == Case::kNone || phrase.role == Case::kPartner || is_date(*head);
    if (!goes_on && !between.ends_with("의 ")) break;
    if (in.phrases[*next].span.begin >= limit) break;
    head = next;
  }
  return *head;
}

// 9일과 12일; 9일 광주, 12일 대구에서.
bool DateOwners::IsListed(int s, const DateMention& date, const DateMention& before) const {
  const std::string_view text = Text(s);
  const std::string_view between = text.substr(before.span.end, date.span.begin - before.span.end);
  return between.ends_with(", ") || between == "과 " || between == "와 " || between == "·";
}

}  // namespace sillok::ingest
