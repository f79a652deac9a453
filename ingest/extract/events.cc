#include "ingest/extract/events.h"

#include <algorithm>
#include <optional>
#include <string>

#include "ingest/extract/event_attendance.h"
#include "ingest/extract/event_chain.h"
#include "ingest/extract/event_date.h"
#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/event_participants.h"
#include "ingest/extract/event_repeats.h"
#include "ingest/extract/event_status.h"
#include "ingest/extract/event_type.h"
#include "ingest/extract/event_words.h"
#include "ingest/extract/modifier_event.h"
#include "ingest/extract/speech.h"
#include "ingest/extract/verbless_event.h"

namespace sillok::ingest {
namespace {

constexpr int kTypedAndDated = 90;
constexpr int kTyped = 70;
constexpr int kDated = 60;
constexpr int kCarriedPenalty = 15;

class EventFinder {
 public:
  EventFinder(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days,
              const std::vector<QuoteMention>& quotes)
      : named_(named),
        parsed_(named.dated.parsed),
        clauses_(clauses),
        owners_(named, clauses),
        dates_(named, clauses, days),
        participants_(named, clauses, quotes),
        chains_(named, clauses, participants_),
        modifiers_(named, clauses, dates_, participants_),
        verbless_(named, clauses, dates_, participants_),
        words_(named, clauses) {}

  std::vector<EventMention> Find() {
    for (size_t s = 0; s < parsed_.sentences.size(); ++s) ReadSentence(static_cast<int>(s));
    AddAttendees(named_, clauses_, events_);
    DropRepeats(parsed_, events_);
    return std::move(events_);
  }

 private:
  [[nodiscard]] const std::string& Text(int s) const { return parsed_.sentences[s].text; }

  void ReadSentence(int s) {
    const SentenceClauses& in = clauses_.sentences[s];
    Chain chain;
    chains_.BeginSentence(s);
    used_.clear();
    more_ = 0;
    const size_t first = events_.size();
    for (size_t c = 0; c < in.clauses.size(); ++c) {
      if (in.clauses[c].opens || (c > 0 && in.clauses[c].layer != in.clauses[c - 1].layer)) chain = {};
      ReadClause(s, static_cast<int>(c), chain);
    }
    std::sort(events_.begin() + static_cast<std::ptrdiff_t>(first), events_.end(),
              [](const EventMention& a, const EventMention& b) {
                return a.predicate_ordinal < b.predicate_ordinal;
              });
  }

  // ---- one clause ----

  void ReadClause(int s, int c, Chain& chain) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    std::vector<Participant> participants = chains_.Read(s, c, chain);
    const int p = MainPredicate(s, clause);
    const std::vector<DateOwner> owners = owners_.Find(s, clause, p);
    const bool told_alone = ReadDatesAlone(s, c, owners, chain);
    const Tense tense = p < 0 ? Tense{} : TenseOf(in, c, p);
    const DateMention* own = dates_.Pick(owners, tense);
    if (own != nullptr && p >= 0 && dates_.IsToCome(s, in.predicates[p], tense, *own)) own = nullptr;
    const DateMention* told_on = p < 0 ? nullptr : dates_.ToldOn(owners, own, in.predicates[p], tense);
    if (own != nullptr) chain.date = own;
    if (chain.date == nullptr) chain.date = dates_.SourcesDay(owners);
    if (own == nullptr) own = chain.pending;
    chain.pending = nullptr;
    if (p >= 0 && !told_alone) {
      if (TryEvent(s, c, p, own, chain, participants)) {
        AddListed(s, owners, own);
      } else if (!in.predicates[p].irrealis || in.predicates[p].state) {
        chain.pending = own;
      }
    }
    if (told_on != nullptr) chain.pending = told_on;
    chains_.EndClause(s, clause, chain);
  }

  // What modifiers and dates without a verb tell; true when the clause's own verb is only the 이다 of one.
  bool ReadDatesAlone(int s, int c, const std::vector<DateOwner>& owners, const Chain& chain) {
    bool told = false;
    for (const DateOwner& owner : owners) {
      std::optional<EventMention> event;
      if (owner.kind == DateOwner::Kind::kModifier || owner.kind == DateOwner::Kind::kOccasion) {
        if (parsed_.sentences[s].part == Part::kBody) {
          event = modifiers_.Read(s, c, owner, chains_.carried());
        }
      } else {
        event = verbless_.Read(s, c, owner, chain.subject);
        told = told || (event && owner.of_clause());
      }
      if (event) Add(*std::move(event));
    }
    return told;
  }

  // 9일과 12일 회의를 열었다: one event more for each further day.
  void AddListed(int s, const std::vector<DateOwner>& owners, const DateMention* own) {
    for (size_t i = 0; i < owners.size(); ++i) {
      const bool listed = owners[i].listed || (i + 1 < owners.size() && owners[i + 1].listed);
      const DateMention& date = named_.dated.dates[owners[i].date];
      if (!listed || !owners[i].of_clause() || &date == own) continue;
      EventMention event = events_.back();
      if (event.status == EventStatus::kPlanned || event.status == EventStatus::kReported) {
        event.status = dates_.IsAhead(date.value) ? EventStatus::kPlanned : EventStatus::kReported;
      }
      event.date = date.value;
      event.date_text = std::string(date.span.In(Text(s)));
      Add(std::move(event));
    }
  }

  // Keeps the ordinals of a sentence apart: an event whose predicate tells another one too is numbered after them all.
  void Add(EventMention event) {
    const int predicates = static_cast<int>(clauses_.sentences[event.at.sentence].predicates.size());
    used_.resize(predicates);
    const bool numbered = 0 <= event.predicate_ordinal && event.predicate_ordinal < predicates;
    if (!numbered || used_[event.predicate_ordinal]) {
      event.predicate_ordinal = predicates + more_++;
    } else {
      used_[event.predicate_ordinal] = true;
    }
    events_.push_back(std::move(event));
  }

  // True when the clause tells of an event.
  bool TryEvent(int s, int c, int p, const DateMention* own, const Chain& chain,
                const std::vector<Participant>& participants) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    const Predicate& predicate = in.predicates[p];
    EventMention event;
    event.predicate = predicate.lemma;
    const bool typed = SetEventType(Text(s), in, c, p, own != nullptr || chain.date != nullptr, event);
    if (predicate.irrealis && predicate.link != Link::kAdnominal) return false;
    const size_t next = c + 1;
    const bool closes = next == in.clauses.size() || in.clauses[next].opens;
    if (AsksFor(Text(s), predicate, closes)) return false;
    if (predicate.negated && event.status == EventStatus::kReported) return false;
    const Tense tense = TenseOf(in, c, p);
    if (tense.irrealis) return false;
    ClauseDate date = dates_.Of(s, c, own, chain.date, tense, !typed || participants.empty());
    if (date.carried && (predicate.progressive || IsOverTime(predicate))) date = {};  // 밝힌 바 있다: once
    DayRelation day{.ahead = dates_.IsAhead(date.value), .behind = dates_.IsBehind(date.value)};
    if (date.own && CannotBeThen(Text(s), predicate, day)) {
      date = {};
      day = {};
    }
    if (!typed && !TellsUntyped(s, c, p, date, tense, chain)) return false;
    if (participants.empty() && !date.own && !date.value.interval) return false;
    if (RepeatsWordsTold(s, c, date)) return false;
    event.status = ReadStatus(Text(s), in, c, p, tense, day, event.status);
    const bool happens = tense.past || event.status == EventStatus::kPlanned || date.own ||
                         parsed_.sentences[s].part != Part::kBody;
    if (!happens) return false;
    event.at = {s, WithWordsTold(in, c)};
    event.predicate_ordinal = predicate.ordinal;
    event.participants = participants;
    if (words_.LeansOnClauseBefore(s, c)) AddFromClauseBefore(s, c, event);
    event.place = chains_.Place(s, clause, chain);
    event.summary = words_.Summary(s, c, event.at.span, tense.past || day.behind, participants, chain);
    SetDate(date, typed, event);
    Add(std::move(event));
    return true;
  }

  // A verb of no known kind tells of an event on a day of its own, or, when it says that it happened, on the day of its
  // sentence or the report.
  [[nodiscard]] bool TellsUntyped(int s, int c, int p, const ClauseDate& date, const Tense& tense,
                                  const Chain& chain) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Predicate& predicate = in.predicates[p];
    if (predicate.state || predicate.lemma == "하다") return false;
    if (date.own) {
      return !TellsState(predicate) || tense.past || tense.prospective || dates_.IsAhead(date.value);
    }
    const bool known =
        date.value.interval && in.clauses[c].layer == kMatrix && parsed_.sentences[s].part == Part::kBody;
    // 12일 울산으로 건너가 가람을 상대한다: the day is that of both.
    const bool happens = predicate.past || (chain.goes_on && !date.carried && dates_.IsAhead(date.value));
    return known && happens && !TellsState(predicate) && predicate.link != Link::kQuotative &&
           predicate.link != Link::kAdnominal && !Says(s, c, predicate);
  }

  // 밝혔다; 올렸다, 보냈다 only where they take no object.
  [[nodiscard]] bool Says(int s, int c, const Predicate& predicate) const {
    const SpeechStrength strength = SpeechVerb(predicate.short_lemma);
    if (strength != SpeechStrength::kWeak) return strength != SpeechStrength::kNone;
    const SentenceClauses& in = clauses_.sentences[s];
    const Indices& phrases = in.clauses[c].phrases;
    return std::none_of(phrases.begin(), phrases.end(),
                        [&](int phrase) { return in.phrases[phrase].role == Case::kObject; });
  }

  // 가람과 협상을 벌였지만 무산됐다: with whom stands in the clause before.
  void AddFromClauseBefore(int s, int c, EventMention& event) const {
    for (const int phrase : clauses_.sentences[s].clauses[c - 1].phrases) {
      for (const Participant& one : participants_.Read(s, clauses_.sentences[s].phrases[phrase])) {
        if (one.role == Role::kPartner) AddParticipant(event.participants, one.referent, one.role);
      }
    }
  }

  static void SetDate(const ClauseDate& date, bool typed, EventMention& event) {
    event.date = date.value;
    event.date_text = date.text;
    event.confidence = typed ? (date.own ? kTypedAndDated : kTyped) : kDated;
    if (date.carried) event.confidence -= kCarriedPenalty;
  }

  // 3일 새 앱을 출시했다고 밝혔다: the launch is told, telling it is no second event.
  [[nodiscard]] bool RepeatsWordsTold(int s, int c, const ClauseDate& date) const {
    const SentenceClauses& in = clauses_.sentences[s];
    if (c == 0 || in.clauses[c].opens || in.clauses[c - 1].predicate < 0 || events_.empty()) return false;
    const Predicate& told = in.predicates[in.clauses[c - 1].predicate];
    const EventMention& last = events_.back();
    return told.link == Link::kQuotative && last.at.sentence == s && last.predicate_ordinal == told.ordinal &&
           last.date.interval == date.value.interval;
  }

  // The clause, from the start of the -다고 clause that it frames.
  static TextSpan WithWordsTold(const SentenceClauses& in, int c) {
    TextSpan span = in.clauses[c].span;
    if (c == 0 || in.clauses[c].opens || in.clauses[c - 1].layer != in.clauses[c].layer) return span;
    const int told = in.clauses[c - 1].predicate;
    if (told >= 0 && in.predicates[told].link == Link::kQuotative) span.begin = in.clauses[c - 1].span.begin;
    return span;
  }

  // The clause's own verb; in a fragment (a caption, a headline) the last typed modifier or verbal noun.
  [[nodiscard]] int MainPredicate(int s, const Clause& clause) const {
    if (clause.predicate >= 0) return clause.predicate;
    const SentenceClauses& in = clauses_.sentences[s];
    for (auto p = clause.predicates.rbegin(); p != clause.predicates.rend(); ++p) {
      if (FindEventPredicate(in.predicates[*p].short_lemma)) return *p;
    }
    return -1;
  }

  const NamedArticle& named_;
  const ParsedArticle& parsed_;
  const ArticleClauses& clauses_;
  const DateOwners owners_;
  const EventDates dates_;
  const ParticipantReader participants_;
  EventChain chains_;
  const ModifierEvents modifiers_;
  const VerblessEvents verbless_;
  const EventWords words_;
  std::vector<EventMention> events_;
  std::vector<bool> used_;  // by predicate of the sentence: whether an event is numbered after it
  int more_ = 0;            // events of the sentence that are numbered after all predicates
};

}  // namespace

std::vector<EventMention> FindEvents(const NamedArticle& named, const ArticleClauses& clauses,
                                     const ReportDays& days, const std::vector<QuoteMention>& quotes) {
  return EventFinder(named, clauses, days, quotes).Find();
}

}  // namespace sillok::ingest
