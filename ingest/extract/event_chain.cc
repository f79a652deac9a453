#include "ingest/extract/event_chain.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/name_lexicon.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

bool IsAgent(const Participant& one) { return one.role == Role::kAgent; }

// 천막을 친 것은: no topic takes the place of who acts.
bool IsEmptyNoun(std::string_view noun) {
  return noun == "것" || noun == "건" || noun == "점" || noun == "때" || noun == "곳";
}

// 누리사와 가람사, 누리사·가람사, 누리사, 가람사.
bool IsJoined(std::string_view text, const NounPhrase& one, const NounPhrase& next) {
  const std::string_view between = TextSpan{one.end, std::max(one.end, next.span.begin)}.In(text);
  if (one.role == Case::kPartner) return between == " " || between == ", ";
  return one.role == Case::kNone && !one.mentions.empty() &&
         (between == ", " || between == "·" || between == ",");
}

EventType TypeOfVerb(const SentenceClauses& in, const Clause& clause) {
  if (clause.predicate < 0) return EventType::kUnknown;
  const auto verb = FindEventPredicate(in.predicates[clause.predicate].short_lemma);
  return verb.has_value() ? verb->type : EventType::kUnknown;
}

bool IsPersonVerb(std::string_view lemma) {
  static const auto* rows = [] {
    auto* verbs = new ViewSet;
    ForEachRow("person_verbs", [verbs](const LexiconRow& row) { verbs->insert(row[0]); });
    return verbs;
  }();
  return rows->contains(lemma);
}

}  // namespace

void EventChain::BeginSentence(int s) {
  const Sentence& sentence = named_.dated.parsed.sentences[s];
  if (sentence.part != Part::kBody) person_ = -1;
  if (sentence.part != Part::kBody || sentence.paragraph > carried_in_ + 1) carried_.clear();
}

std::vector<Participant> EventChain::Read(int s, int c, Chain& chain) {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  std::vector<Participant> participants;
  before_ = carried_;
  ReadPhrases(s, clause, LendsTopic(named_, s, in, c), chain, participants);
  const bool has_subject = std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](int p) {
    const NounPhrase& phrase = in.phrases[p];
    return IsSubject(s, clause, phrase) || (phrase.role == Case::kAlso && TakesNoObject(in, clause));
  });
  for (const Participant& one : chain.serial) AddParticipant(participants, one.referent, one.role);
  chain.serial = participants;
  if (has_subject) chain.has_subject = true;
  if (!has_subject) AddOmittedSubject(s, clause, chain, participants);
  if (!has_subject && !chain.hosts.empty() && IsMeeting(s, clause) &&
      participants_.FindPlace(s, clause).empty()) {
    for (const Participant& one : chain.hosts) AddParticipant(participants, one.referent, one.role);
  }
  if (clause.layer == kMatrix) HearPeople(participants);
  return participants;
}

void EventChain::ReadPhrases(int s, const Clause& clause, bool lends_topic, Chain& chain,
                             std::vector<Participant>& participants) {
  const SentenceClauses& in = clauses_.sentences[s];
  bool has_topic = false;  // the topic goes on in the next clause, a subject beside it does not
  for (size_t i = 0; i < clause.phrases.size(); ++i) {
    const NounPhrase& phrase = in.phrases[clause.phrases[i]];
    const bool subject = IsSubject(s, clause, phrase);
    const bool also = subject && phrase.role == Case::kAlso;
    std::vector<Participant> here = participants_.Read(s, phrase);
    const Role joined = RoleJoined(s, clause, i);
    const bool other = phrase.role == Case::kSubject && !subject;  // 국회가 정하는 일정에 맞춰
    for (Participant& one : here) {
      if (other) one.role = Role::kOther;
      if (also && one.role == Role::kOther) one.role = Role::kAgent;
      if (joined != Role::kUnknown && IsLast(one, phrase)) one.role = joined;
      if (!lends_topic || i > 0) AddParticipant(participants, one.referent, one.role);
    }
    if (phrase.role == Case::kTopic || also) {
      has_topic = true;
      chain.topic = phrase.span;
      if (!IsEmptyNoun(phrase.span.In(Text(s)))) chain.subject.clear();
      if (here.empty()) ForgetForUnnamed(s, phrase);
    }
    if (subject && (phrase.role != Case::kSubject || !has_topic)) SetSubject(s, clause, i, here, chain);
  }
}

// The name that the phrase ends with, or a person whose title it ends with.
bool EventChain::IsLast(const Participant& one, const NounPhrase& phrase) const {
  if (phrase.mentions.empty()) return false;
  if (named_.referents[one.referent].type == EntityType::kPerson) return true;
  const Mention& last = named_.mentions[phrase.mentions.back()];
  return last.referent == one.referent && last.at.span.end >= phrase.span.end;
}

// 누리사와 가람사는, 이든과 나래를: the part of the first is that of the second when both are people, or bodies. kUnknown: its own.
Role EventChain::RoleJoined(int s, const Clause& clause, size_t phrase) const {
  constexpr size_t kMostJoined = 8;
  const SentenceClauses& in = clauses_.sentences[s];
  const auto type_of = [&](const NounPhrase& one) {
    return one.mentions.empty() ? EntityType::kUnknown : named_.mentions[one.mentions.front()].type;
  };
  size_t last = phrase;
  while (last + 1 < clause.phrases.size() && last - phrase < kMostJoined) {
    const NounPhrase& one = in.phrases[clause.phrases[last]];
    const NounPhrase& next = in.phrases[clause.phrases[last + 1]];
    if (!IsJoined(Text(s), one, next) || type_of(one) != type_of(next)) break;
    ++last;
  }
  if (last == phrase || type_of(in.phrases[clause.phrases[phrase]]) == EntityType::kUnknown) {
    return Role::kUnknown;
  }
  switch (in.phrases[clause.phrases[last]].role) {
    case Case::kTopic:
    case Case::kSubject:
      return Role::kAgent;
    case Case::kObject:
      return Role::kObject;
    default:
      return Role::kUnknown;
  }
}

// 지커도 계약을 맺었다: 도 stands for 은/는 where it opens a clause that has an object of its own.
bool EventChain::IsSubject(int s, const Clause& clause, const NounPhrase& phrase) const {
  if (phrase.role == Case::kTopic) return true;
  if (phrase.role == Case::kSubject) return !IsOfModifier(s, clause, phrase);
  if (phrase.role != Case::kAlso || !clause.opens || clause.phrases.empty()) return false;
  const SentenceClauses& in = clauses_.sentences[s];
  if (&phrase != &in.phrases[clause.phrases.front()]) return false;
  return std::any_of(clause.phrases.begin(), clause.phrases.end(),
                     [&](int p) { return in.phrases[p].role == Case::kObject; });
}

// 국회가 정하는 일정: of the verb right behind it, not of the clause's.
bool EventChain::IsOfModifier(int s, const Clause& clause, const NounPhrase& phrase) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const auto verb = PredicateAfter(in, clause, phrase.end);
  if (verb == clause.predicates.end() || *verb == clause.predicate || clause.predicate < 0) return false;
  const Predicate& predicate = in.predicates[*verb];
  if (predicate.link != Link::kAdnominal) return false;
  const auto next = PhraseAfter(in, clause, predicate.span.end);
  if (next == clause.phrases.end()) return false;
  return predicate.span.begin - phrase.end <= 1 ||
         HasActorAfter(s, clause, next - clause.phrases.begin() - 1);
}

// Whether one of the phrases after `phrase` is the topic or a subject.
bool EventChain::HasActorAfter(int s, const Clause& clause, size_t phrase) const {
  constexpr size_t kFarthest = 16;
  const SentenceClauses& in = clauses_.sentences[s];
  const size_t end = std::min(clause.phrases.size(), phrase + 1 + kFarthest);
  for (size_t i = phrase + 1; i < end; ++i) {
    const Case role = in.phrases[clause.phrases[i]].role;
    if (role == Case::kTopic || role == Case::kSubject) return true;
  }
  return false;
}

void EventChain::SetSubject(int s, const Clause& clause, size_t phrase, const std::vector<Participant>& here,
                            Chain& chain) {
  const SentenceClauses& in = clauses_.sentences[s];
  if (std::none_of(here.begin(), here.end(), IsAgent)) return;
  chain.subject = here;
  AddBeside(s, clause, phrase, chain.subject);
  const bool topic = in.phrases[clause.phrases[phrase]].role != Case::kSubject;
  const bool can_act = std::any_of(here.begin(), here.end(), [&](const Participant& one) {
    const EntityType type = named_.referents[one.referent].type;
    return type == EntityType::kPerson || type == EntityType::kOrganization || type == EntityType::kPlace;
  });
  if (clause.layer != kMatrix || !can_act || (!topic && !carried_.empty())) return;
  carried_ = chain.subject;
  carried_in_ = named_.dated.parsed.sentences[s].paragraph;
}

// 오픈AI의 창업자 샘 올트먼이; 누리사와 가람사는: those before belong to the subject.
void EventChain::AddBeside(int s, const Clause& clause, size_t phrase,
                           std::vector<Participant>& subject) const {
  constexpr size_t kMostBeside = 8;
  const SentenceClauses& in = clauses_.sentences[s];
  for (size_t i = phrase; i > 0 && phrase - i < kMostBeside; --i) {
    const NounPhrase& before = in.phrases[clause.phrases[i - 1]];
    const bool owner = before.role == Case::kGenitive && i == phrase;
    const bool joined = IsJoined(Text(s), before, in.phrases[clause.phrases[i]]);
    if (!joined && !(owner && in.phrases[clause.phrases[i]].span.begin - before.end <= 1)) return;
    std::vector<Participant> all;
    for (const Participant& one : participants_.Read(s, before)) {
      AddParticipant(all, one.referent, !owner && IsLast(one, before) ? Role::kAgent : Role::kOther);
    }
    for (const Participant& one : subject) AddParticipant(all, one.referent, one.role);
    subject = std::move(all);
    if (owner) return;
  }
}

void EventChain::HearPeople(const std::vector<Participant>& participants) {
  for (const Participant& one : participants) {
    if (named_.referents[one.referent].type == EntityType::kPerson) person_ = one.referent;
  }
}

// A씨는, 주민들은, 재판장은: what follows is theirs, whoever they are.
void EventChain::ForgetForUnnamed(int s, const NounPhrase& topic) {
  if (topic.layer != kMatrix || !topic.mentions.empty()) return;
  const std::string_view head = topic.head.In(Text(s));
  if (IsSpeakerNoun(head) || Names().IsTitle(head) || head.ends_with("씨")) carried_.clear();
}

void EventChain::AddOmittedSubject(int s, const Clause& clause, const Chain& chain,
                                   std::vector<Participant>& participants) const {
  std::vector<Participant> subject = chain.subject;
  if (chain.has_subject && subject.empty()) return;  // somebody without a name
  const SentenceClauses& in = clauses_.sentences[s];
  const bool running = named_.dated.parsed.sentences[s].part == Part::kBody;
  if (subject.empty() && clause.layer == kMatrix && running) {
    subject = SubjectFor(clause.predicate < 0 ? nullptr : &in.predicates[clause.predicate], carried_);
  }
  if (subject.empty() && clause.layer != kMatrix && (!clause.dates.empty() || chain.date != nullptr)) {
    subject = participants_.Speakers(s, clause.layer);
  }
  for (const Participant& one : subject) AddParticipant(participants, one.referent, one.role);
}

// 연구회는 … 원장에 이든 교수를 뽑았다. 2006년 부임해 …: not the body, whoever was named last.
std::vector<Participant> EventChain::SubjectFor(const Predicate* predicate,
                                                const std::vector<Participant>& subject) const {
  if (predicate == nullptr || !IsPersonVerb(predicate->short_lemma)) return subject;
  const bool person = std::any_of(subject.begin(), subject.end(), [&](const Participant& one) {
    return IsAgent(one) && named_.referents[one.referent].type == EntityType::kPerson;
  });
  if (person) return subject;
  if (person_ < 0) return {};
  return {{person_, Role::kAgent}};
}

// 공장을 둘러보고 대표를 만났다: they meet there, unless they say where.
bool EventChain::IsMeeting(int s, const Clause& clause) const {
  const EventType type = TypeOfVerb(clauses_.sentences[s], clause);
  return type == EventType::kMeeting || type == EventType::kGathering;
}

std::string EventChain::Place(int s, const Clause& clause, const Chain& chain) const {
  std::string place = participants_.FindPlace(s, clause);
  if (place.empty()) place = chain.serial_place;
  if (place.empty() && !chain.visited.empty() && IsMeeting(s, clause)) place = chain.visited;
  return place;
}

void EventChain::EndClause(int s, const Clause& clause, Chain& chain) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Link link = clause.predicate >= 0 ? in.predicates[clause.predicate].link : Link::kFinal;
  chain.goes_on = link == Link::kSerial;
  const bool hands_on = link == Link::kSerial || link == Link::kQuotative;
  chain.serial_place = hands_on ? participants_.FindPlace(s, clause) : std::string();
  chain.visited.clear();
  chain.hosts.clear();
  if (link == Link::kCoordinate && TypeOfVerb(in, clause) == EventType::kVisit) {
    chain.visited = participants_.FindPlace(s, clause);
    std::copy_if(chain.serial.begin(), chain.serial.end(), std::back_inserter(chain.hosts),
                 [](const Participant& one) { return one.role == Role::kOther; });
  }
  if (!hands_on) chain.serial.clear();
}

}  // namespace sillok::ingest
