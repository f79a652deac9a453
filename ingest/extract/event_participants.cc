#include "ingest/extract/event_participants.h"

#include <algorithm>
#include <string_view>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/text_map.h"
#include "ingest/extract/clause_words.h"
#include "ingest/extract/measure_noun.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

// A clause that names more is a list, not an event.
constexpr size_t kMostParticipants = 32;

Role RoleOf(Case role) {
  switch (role) {
    case Case::kTopic:
    case Case::kSubject:
      return Role::kAgent;
    case Case::kObject:
      return Role::kObject;
    case Case::kPartner:
    case Case::kDative:
    case Case::kTo:
      return Role::kPartner;
    default:
      return Role::kOther;
  }
}

// 국회 일정 때문에: who is named is only why.
bool IsCause(std::string_view head) { return IsClauseWord(ClauseUse::kCause, head); }

}  // namespace

void AddParticipant(std::vector<Participant>& participants, int referent, Role role) {
  if (referent < 0) return;
  if (participants.size() >= kMostParticipants) return;
  for (Participant& known : participants) {
    if (known.referent != referent) continue;
    if (known.role == Role::kOther) known.role = role;
    return;
  }
  participants.push_back({referent, role});
}

ParticipantReader::ParticipantReader(const NamedArticle& named, const ArticleClauses& clauses,
                                     const std::vector<QuoteMention>& quotes)
    : named_(named), clauses_(clauses), stand_ins_(named, clauses) {
  for (const QuoteMention& quote : quotes) {
    if (quote.direct) speakers_[{quote.at.sentence, quote.at.span.begin}] = quote.speaker;
  }
  for (const Position& position : named.positions) {
    if (position.organization_referent >= 0) bodies_.emplace(position.person, position.organization_referent);
  }
  for (const Mention& mention : named.mentions) {
    if (mention.type != EntityType::kOrganization) continue;
    owners_.emplace(mention.at.span.In(Text(mention.at.sentence)), mention.referent);
  }
}

int ParticipantReader::OwnerOf(const Mention& place) const {
  const std::string_view name = place.at.span.In(Text(place.at.sentence));
  for (size_t space = name.find(' '); space != std::string_view::npos; space = name.find(' ', space + 1)) {
    if (const auto owner = owners_.find(name.substr(0, space)); owner != owners_.end()) return owner->second;
  }
  return -1;
}

// 누리사 in 누리사·가람사는, 누리사와 가람사는: only what joins names stands between it and the end.
bool ParticipantReader::IsListed(std::string_view text, const NounPhrase& phrase, int mention) const {
  const auto at = std::find(phrase.mentions.begin(), phrase.mentions.end(), mention);
  for (auto next = at + 1; next < phrase.mentions.end(); ++next) {
    const Mention& before = named_.mentions[*(next - 1)];
    const Mention& after = named_.mentions[*next];
    if (before.type != after.type) return false;
    std::string_view between = TextSpan{before.at.span.end, after.at.span.begin}.In(text);
    while (between.starts_with(' ')) between.remove_prefix(1);
    while (between.ends_with(' ')) between.remove_suffix(1);
    if (between != "와" && between != "과" && between != "·" && between != "," && between != "및") {
      return false;
    }
  }
  return named_.mentions[phrase.mentions.back()].at.span.end >= phrase.span.end;
}

std::vector<Participant> ParticipantReader::Read(int s, const NounPhrase& phrase) const {
  std::vector<Participant> participants;
  const Role role = RoleOf(phrase.role);
  const std::string_view words = phrase.span.In(Text(s));
  if (phrase.layer != kMatrix && IsFirstPerson(words)) {
    for (const Participant& one : Speakers(s, phrase.layer)) {
      AddParticipant(participants, one.referent, one.role == Role::kAgent ? role : one.role);
    }
    return participants;
  }
  for (const int referent : stand_ins_.Of(s, phrase)) AddParticipant(participants, referent, role);
  if (IsCause(phrase.head.In(Text(s)))) return participants;
  const bool person = std::any_of(phrase.mentions.begin(), phrase.mentions.end(),
                                  [&](int m) { return named_.mentions[m].type == EntityType::kPerson; });
  for (const int m : phrase.mentions) {
    const Mention& mention = named_.mentions[m];
    const bool last = mention.at.span.end >= phrase.span.end || IsListed(Text(s), phrase, m);
    const bool closes = m == phrase.mentions.back();  // 누리은행 통화위원회는: not the bank
    switch (mention.type) {
      case EntityType::kPerson:
        AddParticipant(participants, mention.referent, role);
        break;
      case EntityType::kOrganization:
        AddParticipant(
            participants, mention.referent,
            !person && (last || (closes && IsSpeakerNoun(phrase.head.In(Text(s))))) ? role : Role::kOther);
        break;
      case EntityType::kPlace:
        // A country acts; a town is where it happens.
        if (last && (phrase.role == Case::kTopic || phrase.role == Case::kSubject ||
                     (phrase.role == Case::kPartner && !IsPlaceListed(s, phrase)))) {
          AddParticipant(participants, mention.referent, role);
        }
        // Who looks round somebody's plant is with them.
        if (IsOfObject(s, phrase)) AddParticipant(participants, OwnerOf(mention), Role::kOther);
        break;
      case EntityType::kUnknown:
        break;
      default:
        AddParticipant(participants, mention.referent, last && role != Role::kPartner ? role : Role::kOther);
        break;
    }
  }
  return participants;
}

// 누리사 공장을, 누리사 공장의 설비를.
bool ParticipantReader::IsOfObject(int s, const NounPhrase& phrase) const {
  if (phrase.role != Case::kGenitive) return phrase.role == Case::kObject;
  const std::vector<NounPhrase>& phrases = clauses_.sentences[s].phrases;
  const size_t next = static_cast<size_t>(&phrase - phrases.data()) + 1;
  return next < phrases.size() && phrases[next].role == Case::kObject;
}

// 파리와 런던에서.
bool ParticipantReader::IsPlaceListed(int s, const NounPhrase& phrase) const {
  const std::vector<NounPhrase>& phrases = clauses_.sentences[s].phrases;
  const size_t next = static_cast<size_t>(&phrase - phrases.data()) + 1;
  if (next >= phrases.size() || phrases[next].span.begin - phrase.end > 1) return false;
  const NounPhrase& after = phrases[next];
  if (after.role == Case::kTopic || after.role == Case::kSubject) return false;
  return !after.mentions.empty() && named_.mentions[after.mentions.front()].type == EntityType::kPlace;
}

std::vector<Participant> ParticipantReader::Speakers(int s, int layer) const {
  std::vector<Participant> participants;
  const auto speaker = speakers_.find({s, named_.dated.parsed.quotations[layer].inner.begin});
  if (speaker == speakers_.end() || speaker->second < 0) return participants;
  const auto body = bodies_.find(speaker->second);
  const bool stands = body != bodies_.end();
  if (stands) AddParticipant(participants, body->second, Role::kAgent);
  AddParticipant(participants, speaker->second, stands ? Role::kOther : Role::kAgent);
  return participants;
}

std::string ParticipantReader::FindPlace(int s, const Clause& clause) const {
  const SentenceClauses& in = clauses_.sentences[s];
  std::string best;
  for (const int p : clause.phrases) {
    const NounPhrase& phrase = in.phrases[p];
    if (phrase.role != Case::kAt && phrase.role != Case::kTo && !IsOfObject(s, phrase)) continue;
    int begin = -1;
    int end = -1;
    for (const int m : phrase.mentions) {
      if (named_.mentions[m].type != EntityType::kPlace) continue;
      if (begin < 0 || named_.mentions[m].at.span.begin - end > 1) begin = named_.mentions[m].at.span.begin;
      end = named_.mentions[m].at.span.end;
    }
    if (begin < 0 || (phrase.role != Case::kAt && end < phrase.span.end)) continue;
    if (phrase.role == Case::kAt) end = phrase.span.end;
    if (best.empty() || phrase.role == Case::kAt) best = Text(s).substr(begin, end - begin);
    if (phrase.role == Case::kAt) break;
  }
  return best;
}

bool LendsTopic(const NamedArticle& named, int s, const SentenceClauses& in, int c) {
  const Clause& clause = in.clauses[c];
  const size_t next = c + 1;
  if (clause.predicate < 0 || clause.phrases.size() < 2 || next >= in.clauses.size()) return false;
  if (in.clauses[next].layer != clause.layer || in.clauses[next].opens) return false;
  const Predicate& verb = in.predicates[clause.predicate];
  if (!verb.may_switch && verb.link != Link::kCoordinate) return false;
  const std::string_view text = named.dated.parsed.sentences[s].text;
  const std::string_view ending = verb.span.In(text);
  if (!verb.may_switch && !ending.ends_with("면서") && !ending.ends_with("며")) return false;
  if (in.phrases[clause.phrases[0]].role != Case::kTopic) return false;
  // The subject stands with the verb, not within a modifier.
  const NounPhrase* subject = nullptr;
  for (const int p : clause.phrases) {
    if (in.phrases[p].role == Case::kSubject) subject = &in.phrases[p];
  }
  if (subject == nullptr || IsAttribute(MeasureOf(subject->span.In(text)))) return false;
  const auto after = PredicateAfter(in, clause, subject->end);
  if (after == clause.predicates.end() || *after != clause.predicate) return false;
  return std::none_of(in.clauses[next].phrases.begin(), in.clauses[next].phrases.end(), [&](int p) {
    return in.phrases[p].role == Case::kTopic || in.phrases[p].role == Case::kSubject ||
           in.phrases[p].role == Case::kAlso;
  });
}

bool TakesNoObject(const SentenceClauses& in, const Clause& clause) {
  if (clause.predicate < 0) return false;
  const std::string_view lemma = in.predicates[clause.predicate].short_lemma;
  if (lemma.ends_with("되다") || lemma.ends_with("지다")) return true;
  static const auto* rows = [] {
    auto* verbs = new ViewSet;
    ForEachRow("intransitive_verbs", [verbs](const LexiconRow& row) { verbs->insert(row[0]); });
    return verbs;
  }();
  return rows->contains(lemma);
}

}  // namespace sillok::ingest
