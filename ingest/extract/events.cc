#include "ingest/extract/events.h"

#include <algorithm>
#include <optional>
#include <string>

#include "ingest/extract/event_date.h"
#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/event_participants.h"
#include "ingest/extract/event_repeats.h"
#include "ingest/extract/event_summary.h"
#include "ingest/extract/event_type.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

constexpr int kTypedAndDated = 90;
constexpr int kTyped = 70;
constexpr int kDated = 60;
constexpr int kCarriedPenalty = 15;

// What the clauses of one inner sentence hand on.
struct Chain {
  bool has_subject = false;          // some clause names who acts, known or not
  std::vector<Participant> subject;  // who acts, with the body they stand for
  std::vector<Participant> serial;   // everybody of a clause that ends in -아/어
  std::string serial_place;
  const DateMention* date = nullptr;  // the last one named
};

class EventFinder {
 public:
  EventFinder(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days,
              const std::vector<QuoteMention>& quotes)
      : named_(named),
        parsed_(named.dated.parsed),
        clauses_(clauses),
        dates_(named, clauses, days),
        participants_(named, clauses, quotes) {}

  std::vector<EventMention> Find() {
    for (size_t s = 0; s < parsed_.sentences.size(); ++s) ReadSentence(static_cast<int>(s));
    DropRepeats(parsed_, events_);
    return std::move(events_);
  }

 private:
  [[nodiscard]] const std::string& Text(int s) const { return parsed_.sentences[s].text; }

  void ReadSentence(int s) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Part part = parsed_.sentences[s].part;
    if (part != Part::kBody) carried_.clear();
    Chain chain;
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
    std::vector<Participant> participants = ReadParticipants(s, c, chain);
    const int p = MainPredicate(s, clause);
    const DateMention* own = dates_.Pick(s, clause, p);
    if (own != nullptr) chain.date = own;
    if (p >= 0 && !participants.empty()) TryEvent(s, c, p, own, chain, participants);
    const bool hands_on = clause.predicate >= 0 && (in.predicates[clause.predicate].link == Link::kSerial ||
                                                    in.predicates[clause.predicate].link == Link::kQuotative);
    if (!hands_on) chain.serial.clear();
    chain.serial_place = hands_on ? participants_.FindPlace(s, clause) : std::string();
  }

  void TryEvent(int s, int c, int p, const DateMention* own, const Chain& chain,
                const std::vector<Participant>& participants) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    const Predicate& predicate = in.predicates[p];
    EventMention event;
    event.predicate = predicate.lemma;
    const bool typed = SetEventType(Text(s), in, c, p, own != nullptr || chain.date != nullptr, event);
    const bool untold = own == nullptr || clause.layer != kMatrix || TellsState(predicate);
    if (!typed && untold) return;
    if (predicate.irrealis && predicate.link != Link::kAdnominal) return;
    if (predicate.negated && event.status == EventStatus::kReported) return;
    const Tense tense = TenseOf(in, c, p);
    if (tense.irrealis) return;
    const ClauseDate date = dates_.Of(s, c, own, chain.date, tense);
    if (!typed && !date.own) return;
    if (RepeatsWordsTold(s, c, date)) return;
    const std::optional<CivilInterval>& written = named_.dated.written.interval;
    const bool ahead = date.value.interval && written && date.value.interval->first > written->last;
    const bool behind = date.value.interval && written && date.value.interval->last < written->first;
    const bool planned =
        predicate.prospective || (tense.prospective && !behind) ||
        (!tense.past && !behind && (ahead || FrameSaysPlanned(s, c)) && !predicate.progressive);
    if (event.status == EventStatus::kReported && planned) event.status = EventStatus::kPlanned;
    if (event.status == EventStatus::kReported && IsDenied(in, c)) event.status = EventStatus::kDenied;
    const bool happens = tense.past || planned || date.own || parsed_.sentences[s].part != Part::kBody;
    if (!happens) return;
    event.at = {s, WithWordsTold(in, c)};
    event.predicate_ordinal = predicate.ordinal;
    event.participants = participants;
    event.place = participants_.FindPlace(s, clause);
    if (event.place.empty()) event.place = chain.serial_place;
    event.summary = Summary(s, c, event.at.span, tense.past || behind, participants);
    SetDate(date, typed, event);
    events_.push_back(std::move(event));
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

  // ---- tense and status ----

  // 열기로 했다고 밝혔다 needs none; 개최한다고 밝혔다, with no date, tells of what is to come.
  [[nodiscard]] bool FrameSaysPlanned(int s, int c) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    if (clause.predicate < 0 || in.predicates[clause.predicate].link != Link::kQuotative) return false;
    if (!in.predicates[clause.predicate].span.In(Text(s)).ends_with("다고") &&
        !in.predicates[clause.predicate].span.In(Text(s)).ends_with("다며")) {
      return false;
    }
    const size_t next = c + 1;
    if (next >= in.clauses.size() || in.clauses[next].layer != clause.layer ||
        in.clauses[next].predicate < 0) {
      return false;
    }
    return SpeechVerb(in.predicates[in.clauses[next].predicate].short_lemma) != SpeechStrength::kNone;
  }

  static bool IsDenied(const SentenceClauses& in, int c) {
    const Clause& clause = in.clauses[c];
    if (clause.predicate < 0 || in.predicates[clause.predicate].link != Link::kQuotative) return false;
    const size_t next = c + 1;
    if (next >= in.clauses.size() || in.clauses[next].layer != clause.layer ||
        in.clauses[next].predicate < 0) {
      return false;
    }
    const std::optional<EventPredicate> frame =
        FindEventPredicate(in.predicates[in.clauses[next].predicate].short_lemma);
    return frame && frame->status == EventStatus::kDenied;
  }

  // ---- participants ----

  std::vector<Participant> ReadParticipants(int s, int c, Chain& chain) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    std::vector<Participant> participants;
    bool has_subject = false;
    for (size_t i = 0; i < clause.phrases.size(); ++i) {
      const NounPhrase& phrase = in.phrases[clause.phrases[i]];
      const bool subject = phrase.role == Case::kTopic || phrase.role == Case::kSubject;
      const std::vector<Participant> here = participants_.Read(s, phrase);
      if (subject) has_subject = true;
      if (phrase.role == Case::kAlso && here.empty() && TakesNoObject(in, clause)) has_subject = true;
      for (const Participant& one : here) AddParticipant(participants, one.referent, one.role);
      const bool acts = subject && std::any_of(here.begin(), here.end(), [](const Participant& one) {
                          return one.role == Role::kAgent;
                        });
      if (!acts) continue;
      chain.subject = here;
      // 오픈AI의 창업자 샘 올트먼이.
      if (i > 0 && in.phrases[clause.phrases[i - 1]].role == Case::kGenitive) {
        for (const Participant& owner : participants_.Read(s, in.phrases[clause.phrases[i - 1]])) {
          AddParticipant(chain.subject, owner.referent, Role::kOther);
        }
      }
      if (clause.layer == kMatrix && phrase.role == Case::kTopic) carried_ = chain.subject;
      if (clause.layer == kMatrix && carried_.empty()) carried_ = chain.subject;
    }
    for (const Participant& one : chain.serial) AddParticipant(participants, one.referent, one.role);
    chain.serial = participants;
    if (has_subject) chain.has_subject = true;
    if (!has_subject) AddOmittedSubject(s, clause, chain, participants);
    return participants;
  }

  void AddOmittedSubject(int s, const Clause& clause, const Chain& chain,
                         std::vector<Participant>& participants) const {
    std::vector<Participant> subject = chain.subject;
    if (chain.has_subject && subject.empty()) return;  // somebody without a name
    if (subject.empty() && clause.layer == kMatrix && parsed_.sentences[s].part == Part::kBody) {
      subject = carried_;
    }
    if (subject.empty() && clause.layer != kMatrix && !clause.dates.empty()) {
      subject.push_back({participants_.SpeakersBody(s, clause.layer), Role::kAgent});
    }
    for (const Participant& one : subject) AddParticipant(participants, one.referent, one.role);
  }

  // ---- summary ----

  [[nodiscard]] bool NamesSubject(int s, const Clause& clause) const {
    const SentenceClauses& in = clauses_.sentences[s];
    return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](int p) {
      const NounPhrase& phrase = in.phrases[p];
      return (phrase.role == Case::kTopic || phrase.role == Case::kSubject) &&
             !IsPronoun(phrase.span.In(Text(s)));
    });
  }

  [[nodiscard]] std::string Summary(int s, int c, const TextSpan& span, bool past,
                                    const std::vector<Participant>& participants) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    const bool framed = span.begin < clause.span.begin;
    const bool has_subject = NamesSubject(s, clause) || (framed && NamesSubject(s, in.clauses[c - 1]));
    std::string_view subject;
    const Part part = parsed_.sentences[s].part;
    if (!has_subject && (part == Part::kBody || part == Part::kCaption)) {
      for (const Participant& one : participants) {
        if (one.role != Role::kAgent) continue;
        subject = named_.referents[one.referent].canonical;
        break;
      }
    }
    return SummarizeClause(parsed_.sentences[s], in, clause, span, past, subject);
  }

  const NamedArticle& named_;
  const ParsedArticle& parsed_;
  const ArticleClauses& clauses_;
  const EventDates dates_;
  const ParticipantReader participants_;
  std::vector<Participant> carried_;  // the subject of the last sentence that named one
  std::vector<EventMention> events_;
};

}  // namespace

std::vector<EventMention> FindEvents(const NamedArticle& named, const ArticleClauses& clauses,
                                     const ReportDays& days, const std::vector<QuoteMention>& quotes) {
  return EventFinder(named, clauses, days, quotes).Find();
}

}  // namespace sillok::ingest
