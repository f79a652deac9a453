#include "ingest/extract/modifier_event.h"

#include <algorithm>
#include <string_view>

#include "ingest/extract/clause_noun.h"
#include "ingest/extract/clause_words.h"
#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/event_summary.h"
#include "ingest/extract/event_type.h"
#include "ingest/extract/speech.h"
#include "ingest/extract/verb_form.h"

namespace sillok::ingest {
namespace {

constexpr int kTypedModifier = 75;
constexpr int kUntypedModifier = 60;

bool NamesActor(const NounPhrase& phrase) {
  return phrase.role == Case::kTopic || phrase.role == Case::kSubject;
}

// Says what something is: everything in the clause belongs together. No sentence has very many parts.
bool IsCopula(const SentenceClauses& in, const Clause& clause) {
  constexpr size_t kMostPhrases = 40;
  return clause.predicate >= 0 && in.predicates[clause.predicate].lemma == "이다" &&
         clause.phrases.size() <= kMostPhrases;
}

// 열리다, 발표되다, 태어나다: the noun that is modified is the subject.
bool HappensToSubject(const Predicate& predicate) {
  const std::string_view lemma = predicate.short_lemma;
  if (lemma.ends_with("되다") || (lemma.ends_with("지다") && lemma != "지다")) return true;
  for (const std::string_view verb :
       {"열리다", "나오다", "태어나다", "일어나다", "생기다", "잡히다", "숨지다", "다치다", "발생하다",
        "시작하다", "출범하다", "개장하다", "개통하다"}) {
    if (lemma == verb) return true;
  }
  return false;
}

// 출시하다, 짓다: somebody does it to the noun that is modified.
bool Makes(const Predicate& predicate) {
  if (HappensToSubject(predicate)) return false;
  const std::optional<EventPredicate> row = FindEventPredicate(predicate.short_lemma);
  if (row && (row->type == EventType::kLaunch || row->type == EventType::kAnnouncement ||
              row->type == EventType::kAgreement || row->type == EventType::kInvestment)) {
    return true;
  }
  return IsClauseWord(ClauseUse::kMake, predicate.short_lemma);
}

// 열 예정이던 행사를 취소했다: the clause tells what became of it.
bool IsCalledOff(const SentenceClauses& in, const Clause& clause) {
  if (clause.predicate < 0) return false;
  const std::optional<EventPredicate> row = FindEventPredicate(in.predicates[clause.predicate].short_lemma);
  return row && row->status == EventStatus::kCancelled;
}

}  // namespace

std::optional<EventMention> ModifierEvents::Read(int s, int c, const DateOwner& owner,
                                                 const std::vector<Participant>& carried) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  const Predicate& predicate = in.predicates[owner.predicate];
  if (predicate.link != Link::kAdnominal || predicate.negated || predicate.irrealis) return std::nullopt;
  const DateMention& date = named_.dated.dates[owner.date];
  EventMention event;
  event.predicate = predicate.lemma;
  const bool typed = SetEventType(Text(s), in, c, owner.predicate, true, event);
  if (!typed && event.predicate == "하다") return std::nullopt;
  if (!typed && (predicate.state || (TellsState(predicate) && !predicate.past))) return std::nullopt;
  if (predicate.prospective && IsCalledOff(in, clause)) return std::nullopt;
  const bool planned = predicate.prospective || dates_.IsAhead(date.value);
  if (event.status == EventStatus::kReported && planned) event.status = EventStatus::kPlanned;
  const std::vector<int> phrases = PhrasesOf(s, c, owner);
  TextSpan span{date.span.begin, predicate.span.end};
  if (!phrases.empty()) span.begin = std::min(span.begin, in.phrases[phrases.front()].span.begin);
  if (owner.phrase >= 0) span.end = in.phrases[owner.phrase].span.end;
  event.summary = Summary(s, owner, phrases, span, !planned);
  event.at = {s, span};
  if (IsCopula(in, clause)) {
    event.at.span = clause.span;
    event.summary = SummarizeClause(named_.dated.parsed.sentences[s], in, clause, clause.span, false, {});
  }
  event.predicate_ordinal = predicate.ordinal;
  event.participants = Participants(s, c, owner, phrases, carried);
  event.date = date.value;
  event.date_text = std::string(date.span.In(Text(s)));
  event.confidence = typed ? kTypedModifier : kUntypedModifier;
  return event;
}

// Those from the date, or a subject right before it, to the verb; where the clause says what something is, all.
std::vector<int> ModifierEvents::PhrasesOf(int s, int c, const DateOwner& owner) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  if (IsCopula(in, clause)) return {clause.phrases.begin(), clause.phrases.end()};
  auto first = PhraseAfter(in, clause, named_.dated.dates[owner.date].span.begin);
  const auto last = PhraseAfter(in, clause, in.predicates[owner.predicate].span.begin);
  const bool acted = first != clause.phrases.begin() && in.phrases[*std::prev(first)].role == Case::kSubject;
  if (acted && !HappensToSubject(in.predicates[owner.predicate])) --first;
  return {first, last};
}

std::vector<Participant> ModifierEvents::Participants(int s, int c, const DateOwner& owner,
                                                      const std::vector<int>& phrases,
                                                      const std::vector<Participant>& carried) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Clause& clause = in.clauses[c];
  std::vector<Participant> participants;
  for (const int p : phrases) {
    for (const Participant& one : participants_.Read(s, in.phrases[p])) {
      AddParticipant(participants, one.referent, one.role);
    }
  }
  if (owner.phrase < 0) return participants;
  const bool acts = std::any_of(participants.begin(), participants.end(),
                                [](const Participant& one) { return one.role == Role::kAgent; });
  bool person = false;
  for (int p = FirstOfNoun(s, owner); p <= owner.phrase; ++p) {
    // 지난 4월 출범한 재단은, 취소된 두 팀의 경기.
    if (in.phrases[p].mentions.empty()) {
      for (const Participant& one : participants_.Read(s, in.phrases[p])) {
        AddParticipant(participants, one.referent, acts ? Role::kObject : Role::kOther);
      }
    }
    for (const int m : in.phrases[p].mentions) {
      const Mention& mention = named_.mentions[m];
      if (mention.type == EntityType::kUnknown || mention.type == EntityType::kPlace) continue;
      if (mention.type == EntityType::kPerson) person = true;
      AddParticipant(
          participants, mention.referent,
          acts ? Role::kObject : (mention.type == EntityType::kPerson ? Role::kAgent : Role::kOther));
    }
  }
  // 누리사는 2020년 인수한 공장을 팔았다: who sold it had bought it.
  const NounPhrase& topic = in.phrases[clause.phrases.front()];
  const bool leads = topic.role == Case::kTopic && topic.end <= named_.dated.dates[owner.date].span.begin;
  if (leads && !acts && !person && !HappensToSubject(in.predicates[owner.predicate])) {
    for (const Participant& one : participants_.Read(s, topic)) {
      AddParticipant(participants, one.referent, one.role);
    }
  }
  // 지난 3월 출시한 게임이 …: whoever the text is about made it.
  const bool named =
      std::any_of(phrases.begin(), phrases.end(), [&](int p) { return NamesActor(in.phrases[p]); });
  if (!leads && !acts && !named && !person && clause.layer == kMatrix &&
      Makes(in.predicates[owner.predicate])) {
    for (const Participant& one : carried) AddParticipant(participants, one.referent, one.role);
  }
  return participants;
}

// The first of the phrases that make up the noun that is modified.
int ModifierEvents::FirstOfNoun(int s, const DateOwner& owner) const {
  const SentenceClauses& in = clauses_.sentences[s];
  int first = owner.phrase;
  while (first > 0 && in.phrases[first - 1].span.begin >= in.predicates[owner.predicate].span.end) --first;
  return first;
}

// 그는 2017년 퇴직했다: the noun goes in front when it can be who acts; it stays where it is when nobody can tell.
std::string ModifierEvents::Summary(int s, const DateOwner& owner, const std::vector<int>& phrases,
                                    const TextSpan& span, bool past) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Predicate& predicate = in.predicates[owner.predicate];
  const std::string_view text = Text(s);
  bool has_subject = false;
  bool has_object = HappensToSubject(predicate);
  for (const int p : phrases) {
    has_subject = has_subject || NamesActor(in.phrases[p]);
    has_object = has_object || in.phrases[p].role == Case::kObject;
  }
  std::string told = std::string(text.substr(span.begin, predicate.span.begin - span.begin)) +
                     (past ? PastForm(predicate.lemma) : PresentForm(predicate.lemma));
  if (has_subject || owner.phrase < 0) return told;
  const int first = FirstOfNoun(s, owner);
  const std::string_view head = in.phrases[owner.phrase].head.In(text);
  if (ClauseNoun(head) != ClauseNounKind::kNone || head == "게" || head == "건" || head == "점") return told;
  std::string_view name = WithMarks(text, {in.phrases[first].span.begin, span.end}).In(text);
  bool person = false;
  for (int p = first; p <= owner.phrase; ++p) {
    for (const int m : in.phrases[p].mentions) {
      const Mention& mention = named_.mentions[m];
      person = person || mention.type == EntityType::kPerson;
      if (IsPronoun(name)) name = named_.referents[mention.referent].canonical;
    }
  }
  if (IsPronoun(name)) return told;
  if (person || has_object) return WithTopicParticle(name) + " " + told;
  return std::string(WithMarks(text, span).In(text));
}

}  // namespace sillok::ingest
