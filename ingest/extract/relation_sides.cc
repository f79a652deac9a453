#include "ingest/extract/relation_sides.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

// How far before its verb a side may stand, in phrases.
constexpr int kFarthestSide = 16;

}  // namespace

std::vector<int> SideReader::Before(const Saying& saying) const {
  return PhrasesBefore(In(saying), ClauseOf(saying), Verb(saying), kFarthestSide);
}

Sides SideReader::Read(const Saying& saying, const EventMention* event) const {
  Sides sides;
  bool unnamed = false;  // a side is said, but is no party
  const bool subject_acts = (saying.word.subject & kActor) != 0;
  std::vector<Party> actors = FindActors(saying, unnamed);
  std::vector<Party> others =
      FindOthers(saying, subject_acts ? saying.word.object : saying.word.subject, unnamed);
  if (Modifies(saying)) {
    if (unnamed && !(saying.word.mutual() && actors.size() > 1)) return {};
    FillFromHead(saying, actors, others);
  } else {
    if (unnamed) return {};
    if (others.empty()) TakeTopicAsObject(saying, actors, others);
    if (actors.empty()) sides.carried = TakeCarried(event, actors);
  }
  if (!subject_acts) std::swap(actors, others);
  sides.subjects = std::move(actors);
  sides.objects = std::move(others);
  return sides;
}

// Those of the topic, else of the subject.
std::vector<Party> SideReader::FindActors(const Saying& saying, bool& unnamed) const {
  std::vector<Party> subject;
  for (const int at : Before(saying)) {
    const NounPhrase& phrase = In(saying).phrases[at];
    if (at == saying.noun || !MayAct(phrase)) continue;
    if (Modifies(saying)) return OwnSubject(saying, at, unnamed);
    // 우리는: the event knows whose words they are.
    if (phrase.layer != kMatrix && IsFirstPerson(phrase.span.In(Text(saying.s)))) return {};
    std::vector<Party> parties = Actors(saying, at);
    const bool topic = phrase.role == Case::kTopic;
    if (!parties.empty() && (topic || subject.empty())) subject = std::move(parties);
    unnamed = subject.empty() && (unnamed || phrase.role != Case::kAlso);
    if (topic) break;
  }
  return subject;
}

// A modifying verb has no topic, and no subject beyond the verb before it.
std::vector<Party> SideReader::OwnSubject(const Saying& saying, int at, bool& unnamed) const {
  const NounPhrase& phrase = In(saying).phrases[at];
  if (phrase.role == Case::kTopic || HasVerbBetween(saying, phrase.end)) return {};
  std::vector<Party> parties = Actors(saying, at);
  unnamed = parties.empty();
  return parties;
}

// 두 기관은: the pair named before, for what binds two with each other.
std::vector<Party> SideReader::Actors(const Saying& saying, int at) const {
  const bool pair = saying.word.mutual() && StandsForPair(Text(saying.s), In(saying).phrases[at]);
  if (!pair) return parties_.ReadList(saying.s, ClauseOf(saying), at);
  std::vector<Party> parties = pairs_.Before(saying.s);
  for (Party& party : parties) party.span = {};  // of another sentence
  return parties;
}

bool SideReader::HasVerbBetween(const Saying& saying, int from) const {
  const auto next = PredicateAfter(In(saying), ClauseOf(saying), from);
  return next != ClauseOf(saying).predicates.end() && *next != saying.p;
}

std::vector<Party> SideReader::FindOthers(const Saying& saying, unsigned sides, bool& unnamed) const {
  std::vector<Party> parties = FromNoun(saying, sides);
  if (!parties.empty()) return parties;
  const std::vector<int> before = Before(saying);
  for (size_t i = 0; i < before.size(); ++i) {
    if (before[i] == saying.noun) continue;
    const NounPhrase& phrase = In(saying).phrases[before[i]];
    if (Modifies(saying) && phrase.role == Case::kTopic) break;
    const bool listed = i > 0 && phrase.role == Case::kPartner && MayAct(In(saying).phrases[before[i - 1]]) &&
                        In(saying).phrases[before[i - 1]].span.begin - phrase.end <= 1;
    const bool against = i > 0 && phrase.role == Case::kObject &&
                         In(saying).phrases[before[i - 1]].span.In(Text(saying.s)) == "상대";
    const unsigned side = against ? kAgainst : SideOf(saying.s, phrase);
    if (listed || (side & sides) == 0) continue;
    parties = parties_.ReadList(saying.s, ClauseOf(saying), before[i]);
    unnamed = unnamed || parties.empty();  // 사업에 투자했다
    break;
  }
  return parties;
}

unsigned SideReader::SideOf(int s, const NounPhrase& phrase) const {
  const std::string_view particle = ParticleOf(Text(s), phrase);
  switch (phrase.role) {
    case Case::kObject:
      return kPatient;
    case Case::kPartner:
      return kWith;
    case Case::kDative:
      return kGoal;
    case Case::kTo:
      return particle.starts_with("에") ? kGoal : kInto;
    case Case::kAt:
      return kOrigin;
    case Case::kOther:
      return particle.starts_with("로부터") || particle.starts_with("으로부터") ||
                     particle.starts_with("에게서")
                 ? kOrigin
                 : kNowhere;
    default:
      return kNowhere;
  }
}

// 가람전자 인수를, 가람전자의 경영권을, 가람전자 지분 30%를.
std::vector<Party> SideReader::FromNoun(const Saying& saying, unsigned sides) const {
  if (saying.noun < 0) return {};
  const NounPhrase& phrase = In(saying).phrases[saying.noun];
  if ((sides & kWith) != 0 && !phrase.mentions.empty()) {
    const int end = named_.mentions[phrase.mentions.back()].at.span.end;  // 누리사와 업무협약을
    const std::string_view rest = TextSpan{end, phrase.span.end}.In(Text(saying.s));
    if (rest.starts_with("와 ") || rest.starts_with("과 ")) return parties_.ReadBefore(saying.s, phrase, end);
  }
  if ((sides & (kPatient | kAgainst)) == 0) return {};
  if (!phrase.mentions.empty()) return parties_.ReadBefore(saying.s, phrase, saying.noun_begin);
  const auto at =
      std::lower_bound(ClauseOf(saying).phrases.begin(), ClauseOf(saying).phrases.end(), saying.noun);
  if (at == ClauseOf(saying).phrases.begin()) return {};
  const NounPhrase& owner = In(saying).phrases[*std::prev(at)];
  if (owner.role != Case::kGenitive || phrase.span.begin - owner.end > 1) return {};
  return parties_.Read(saying.s, owner);
}

// The noun that a verb modifies is the side that is missing: 누리사가 투자한 가람전자.
void SideReader::FillFromHead(const Saying& saying, std::vector<Party>& actors,
                              std::vector<Party>& others) const {
  const bool whole = !others.empty() || (saying.word.mutual() && actors.size() > 1);
  if (!actors.empty() && whole) return;
  std::vector<Party> head = Head(saying);
  if (saying.noun == saying.head && saying.noun >= 0) head.clear();
  if (!actors.empty()) {
    others = std::move(head);
  } else if (!others.empty() && !head.empty()) {
    actors = std::move(head);
  } else if (!head.empty() || !others.empty()) {
    actors = Topic(saying);  // 누리사는 지난해 인수한 가람전자를 팔았다
    if (others.empty()) others = std::move(head);
  }
}

std::vector<Party> SideReader::Head(const Saying& saying) const {
  if (saying.head < 0) return {};
  const NounPhrase& phrase = In(saying).phrases[saying.head];
  std::vector<Party> head = parties_.ReadHead(saying.s, phrase);
  if (head.size() > 1) head.resize(1);
  if (!head.empty()) return head;
  // 누리사는 가람전자가 인수한 회사다.
  const int main = ClauseOf(saying).predicate;
  const bool says_what = main >= 0 && In(saying).predicates[main].lemma == "이다" &&
                         !In(saying).predicates[main].negated &&
                         In(saying).predicates[main].span.begin == phrase.end;
  if (!says_what || !phrase.mentions.empty()) return {};
  if (!IsBodyNoun(phrase.head.In(Text(saying.s)))) return {};
  return Topic(saying);
}

std::vector<Party> SideReader::Topic(const Saying& saying) const {
  for (const int at : Before(saying)) {
    if (In(saying).phrases[at].role == Case::kTopic) return parties_.ReadList(saying.s, ClauseOf(saying), at);
  }
  return {};
}

// 누리사는 가람전자가 인수했다.
void SideReader::TakeTopicAsObject(const Saying& saying, std::vector<Party>& actors,
                                   std::vector<Party>& others) const {
  if (saying.word.object != kPatient || saying.noun >= 0) return;
  for (const int at : Before(saying)) {
    const NounPhrase& phrase = In(saying).phrases[at];
    if (phrase.role == Case::kTopic) return;
    if (phrase.role != Case::kSubject) continue;
    std::vector<Party> subject = parties_.ReadList(saying.s, ClauseOf(saying), at);
    std::vector<Party> topic = Topic(saying);
    if (subject.empty() || topic.empty()) return;
    actors = std::move(subject);
    others = std::move(topic);
    return;
  }
}

// Who acts in the event that the verb tells, where the clause does not say it again.
bool SideReader::TakeCarried(const EventMention* event, std::vector<Party>& actors) const {
  if (event == nullptr) return false;
  for (const Participant& one : event->participants) {
    if (one.role == Role::kAgent) actors.push_back(parties_.PartyOf(one.referent));
  }
  return true;
}

}  // namespace sillok::ingest
