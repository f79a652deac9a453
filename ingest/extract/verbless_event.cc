#include "ingest/extract/verbless_event.h"

#include <algorithm>
#include <string_view>

#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/event_summary.h"

namespace sillok::ingest {
namespace {

constexpr int kToldConfidence = 70;
constexpr int kDayConfidence = 60;

// 것은 2019년이다: the noun stands for what its modifier tells.
bool StandsForVerb(std::string_view noun) {
  for (const std::string_view empty : {"것", "건", "때", "날", "시점", "시기", "해"}) {
    if (noun == empty) return true;
  }
  return false;
}

// 오후 8시, 오전7시: more of the time that a date begins.
bool IsClock(std::string_view words) {
  for (const std::string_view part : {"오전", "오후", "새벽", "아침", "정오", "낮", "저녁", "밤", "자정"}) {
    if (words.starts_with(part)) return true;
  }
  return !words.empty() && words.front() >= '0' && words.front() <= '9' &&
         (words.ends_with("시") || words.ends_with("분"));
}

// 접수는 11일까지다: MeCab knows no verb in it.
int EndOfLimit(std::string_view text, int end) {
  for (const std::string_view limit : {"까지다", "까지", "부터다"}) {
    if (!text.substr(end).starts_with(limit)) continue;
    const std::string_view after = text.substr(end + limit.size());
    if (after.empty() || after == ".") return end + static_cast<int>(limit.size());
  }
  return -1;
}

}  // namespace

std::optional<EventMention> VerblessEvents::Read(int s, int c, const DateOwner& owner,
                                                 const std::vector<Participant>& subject) const {
  if (owner.kind == DateOwner::Kind::kSource) return ReadSource(s, c, owner);
  return owner.of_clause() ? ReadDay(s, c, owner, subject) : std::nullopt;
}

std::optional<EventMention> VerblessEvents::ReadSource(int s, int c, const DateOwner& owner) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  const NounPhrase& source = in.phrases[owner.phrase];
  EventMention event;
  for (const int m : source.mentions) {
    const Mention& mention = named_.mentions[m];
    if (mention.type != EntityType::kPerson && mention.type != EntityType::kOrganization) continue;
    AddParticipant(event.participants, mention.referent, Role::kAgent);
  }
  if (event.participants.empty()) return std::nullopt;
  event.type = EventType::kStatement;
  event.predicate = "따르다";
  event.at = {s, clause.span};
  event.predicate_ordinal = -1;
  event.summary = SummarizeClause(named_.dated.parsed.sentences[s], in, clause, clause.span, true, {});
  event.confidence = kToldConfidence;
  SetDate(s, owner, event);
  return event;
}

std::optional<EventMention> VerblessEvents::ReadDay(int s, int c, const DateOwner& owner,
                                                    const std::vector<Participant>& subject) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  const DateMention& date = named_.dated.dates[owner.date];
  const auto here = PhraseAfter(in, clause, date.span.begin);
  if (here == clause.phrases.begin() || here == clause.phrases.end()) return std::nullopt;
  const NounPhrase& noun = in.phrases[*std::prev(here)];
  if (noun.role != Case::kTopic && noun.role != Case::kSubject) return std::nullopt;
  const int end = EndOfTime(s, c, date.span.end);
  if (end < 0) return std::nullopt;
  EventMention event;
  event.predicate_ordinal = -1;
  event.predicate = "이다";
  event.type = FindEventNoun(noun.head.In(Text(s)));
  if (event.type == EventType::kUnknown) event.type = EventType::kOther;
  TextSpan span{noun.span.begin, end};
  const bool closes = clause.predicate >= 0 && end == in.predicates[clause.predicate].span.end;
  if (closes && StandsForVerb(noun.head.In(Text(s)))) {
    const auto verb = PredicateAfter(in, clause, noun.span.begin);
    if (verb == clause.predicates.begin()) return std::nullopt;
    const Predicate& told = in.predicates[*std::prev(verb)];
    if (told.link != Link::kAdnominal || told.negated || told.irrealis) return std::nullopt;
    event.predicate = told.lemma;
    event.predicate_ordinal = told.ordinal;
    if (const auto row = FindEventPredicate(told.short_lemma)) event.type = row->type;
    span.begin = clause.span.begin;
  }
  bool acts = false;
  for (auto p = PhraseAfter(in, clause, span.begin);
       p != clause.phrases.end() && in.phrases[*p].span.begin < span.end; ++p) {
    acts = acts || in.phrases[*p].role == Case::kSubject;
    for (const Participant& one : participants_.Read(s, in.phrases[*p])) {
      AddParticipant(event.participants, one.referent, one.role);
    }
  }
  // 그가 …을 막겠다며 천막을 친 것은.
  if (event.predicate_ordinal >= 0 && !acts) {
    for (const Participant& one : subject) AddParticipant(event.participants, one.referent, one.role);
  }
  event.at = {s, span};
  event.summary = std::string(span.In(Text(s)));
  if (!closes && !event.summary.ends_with("다")) event.summary += "이다";
  event.confidence = kDayConfidence;
  SetDate(s, owner, event);
  return event;
}

// Where the time that goes on at byte `from` ends when nothing but 이다 or the next topic (발인은 13일, 장지는 …) follows; -1
// when something else does.
int VerblessEvents::EndOfTime(int s, int c, int from) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  int end = from;
  for (auto p = PhraseAfter(in, clause, from); p != clause.phrases.end(); ++p) {
    const NounPhrase& phrase = in.phrases[*p];
    const bool next_topic = phrase.role == Case::kTopic;
    if (next_topic && Text(s).substr(end, 2) == ", ") return end;
    const std::string_view words = phrase.span.In(Text(s));
    const bool lasts = std::string_view(Text(s)).substr(from).starts_with("부터") && !phrase.numbers.empty();
    if (phrase.role != Case::kNone || (!IsClock(words) && !lasts)) return -1;
    end = phrase.span.end;
  }
  if (clause.predicate < 0) return EndOfLimit(Text(s), end);
  const Predicate& predicate = in.predicates[clause.predicate];
  if (predicate.lemma != "이다" || predicate.negated || predicate.irrealis) return -1;
  return predicate.link == Link::kFinal || predicate.link == Link::kCoordinate ? predicate.span.end : -1;
}

void VerblessEvents::SetDate(int s, const DateOwner& owner, EventMention& event) const {
  const DateMention& date = named_.dated.dates[owner.date];
  event.date = date.value;
  event.date_text = std::string(date.span.In(Text(s)));
  event.status = dates_.IsAhead(date.value) ? EventStatus::kPlanned : EventStatus::kReported;
}

}  // namespace sillok::ingest
