#include "ingest/extract/event_chain.h"

#include <algorithm>

namespace sillok::ingest {

void EventChain::BeginSentence(int s) {
  if (named_.dated.parsed.sentences[s].part != Part::kBody) carried_.clear();
}

std::vector<Participant> EventChain::Read(int s, int c, Chain& chain) {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  std::vector<Participant> participants;
  ReadPhrases(s, clause, chain, participants);
  const bool has_subject = std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](int p) {
    const NounPhrase& phrase = in.phrases[p];
    return phrase.role == Case::kTopic || phrase.role == Case::kSubject ||
           (phrase.role == Case::kAlso && TakesNoObject(in, clause) && participants_.Read(s, phrase).empty());
  });
  for (const Participant& one : chain.serial) AddParticipant(participants, one.referent, one.role);
  chain.serial = participants;
  if (has_subject) chain.has_subject = true;
  if (!has_subject) AddOmittedSubject(s, clause, chain, participants);
  return participants;
}

void EventChain::ReadPhrases(int s, const Clause& clause, Chain& chain,
                             std::vector<Participant>& participants) {
  const SentenceClauses& in = clauses_.sentences[s];
  bool has_topic = false;  // the topic goes on in the next clause, a subject beside it does not
  for (size_t i = 0; i < clause.phrases.size(); ++i) {
    const NounPhrase& phrase = in.phrases[clause.phrases[i]];
    const bool subject = phrase.role == Case::kTopic || phrase.role == Case::kSubject;
    std::vector<Participant> here = participants_.Read(s, phrase);
    if (subject && here.empty()) ReadBodyNoun(s, phrase, here);
    HearBodies(here);
    for (const Participant& one : here) AddParticipant(participants, one.referent, one.role);
    if (phrase.role == Case::kTopic) {
      has_topic = true;
      chain.topic = phrase.span;
      chain.subject.clear();
    }
    if (subject && (phrase.role == Case::kTopic || !has_topic)) SetSubject(s, clause, i, here, chain);
  }
}

void EventChain::SetSubject(int s, const Clause& clause, size_t phrase, const std::vector<Participant>& here,
                            Chain& chain) {
  const SentenceClauses& in = clauses_.sentences[s];
  const bool acts =
      std::any_of(here.begin(), here.end(), [](const Participant& one) { return one.role == Role::kAgent; });
  if (!acts) return;
  chain.subject = here;
  // 오픈AI의 창업자 샘 올트먼이.
  if (phrase > 0 && in.phrases[clause.phrases[phrase - 1]].role == Case::kGenitive) {
    for (const Participant& owner : participants_.Read(s, in.phrases[clause.phrases[phrase - 1]])) {
      AddParticipant(chain.subject, owner.referent, Role::kOther);
    }
  }
  const bool topic = in.phrases[clause.phrases[phrase]].role == Case::kTopic;
  if (clause.layer == kMatrix && (topic || carried_.empty())) carried_ = chain.subject;
}

// 회사는, 재단은: a body named before.
void EventChain::ReadBodyNoun(int s, const NounPhrase& phrase, std::vector<Participant>& participants) const {
  if (!phrase.mentions.empty() || phrase.layer != kMatrix || phrase.head.begin != phrase.span.begin) return;
  AddParticipant(participants, bodies_.Find(phrase.span.In(Text(s))), Role::kAgent);
}

void EventChain::HearBodies(const std::vector<Participant>& participants) {
  for (const Participant& one : participants) {
    const Referent& body = named_.referents[one.referent];
    if (body.type != EntityType::kOrganization) continue;
    bodies_.Hear(one.referent, body.canonical, one.role == Role::kAgent);
  }
}

void EventChain::AddOmittedSubject(int s, const Clause& clause, const Chain& chain,
                                   std::vector<Participant>& participants) const {
  std::vector<Participant> subject = chain.subject;
  if (chain.has_subject && subject.empty()) return;  // somebody without a name
  const bool running = named_.dated.parsed.sentences[s].part == Part::kBody;
  if (subject.empty() && clause.layer == kMatrix && running) subject = carried_;
  if (subject.empty() && clause.layer != kMatrix && !clause.dates.empty()) {
    subject.push_back({participants_.SpeakersBody(s, clause.layer), Role::kAgent});
  }
  for (const Participant& one : subject) AddParticipant(participants, one.referent, one.role);
}

void EventChain::EndClause(int s, const Clause& clause, Chain& chain) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const bool hands_on = clause.predicate >= 0 && (in.predicates[clause.predicate].link == Link::kSerial ||
                                                  in.predicates[clause.predicate].link == Link::kQuotative);
  if (!hands_on) chain.serial.clear();
  chain.serial_place = hands_on ? participants_.FindPlace(s, clause) : std::string();
}

}  // namespace sillok::ingest
