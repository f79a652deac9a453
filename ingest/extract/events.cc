#include "ingest/extract/events.h"

#include <algorithm>
#include <map>
#include <string>

#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/event_summary.h"
#include "ingest/extract/report_day.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

constexpr int kTypedAndDated = 90;
constexpr int kTyped = 70;
constexpr int kDated = 60;
constexpr int kCarriedPenalty = 15;
// A clause that names more is a list, not an event.
constexpr size_t kMostParticipants = 32;

// What the clauses of one inner sentence hand on.
struct Chain {
  bool has_subject = false;          // some clause names who acts, known or not
  std::vector<Participant> subject;  // who acts, with the body they stand for
  std::vector<Participant> serial;   // everybody of a clause that ends in -아/어
  std::string serial_place;
  const DateMention* date = nullptr;  // the last one named
};

// A date and how it came to the clause.
struct ClauseDate {
  DateValue value;
  std::string text;
  bool own = false;      // named in the clause
  bool carried = false;  // from the report
};

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

bool IsAnaphoric(std::string_view date) {
  return date == "이날" || date == "그날" || date == "당일" || date == "당시";
}

class EventFinder {
 public:
  EventFinder(const NamedArticle& named, const ArticleClauses& clauses,
              const std::vector<QuoteMention>& quotes)
      : named_(named), parsed_(named.dated.parsed), clauses_(clauses), days_(named, clauses) {
    for (const QuoteMention& quote : quotes) {
      if (quote.direct) speakers_[{quote.at.sentence, quote.at.span.begin}] = quote.speaker;
    }
    for (const Position& position : named.positions) {
      if (position.organization_referent >= 0)
        bodies_.emplace(position.person, position.organization_referent);
    }
  }

  std::vector<EventMention> Find() {
    for (size_t s = 0; s < parsed_.sentences.size(); ++s) ReadSentence(static_cast<int>(s));
    DropRepeats();
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
    const DateMention* own = PickDate(s, clause, p);
    if (own != nullptr) chain.date = own;
    if (p >= 0 && !participants.empty()) TryEvent(s, c, p, own, chain, participants);
    const bool hands_on = clause.predicate >= 0 && (in.predicates[clause.predicate].link == Link::kSerial ||
                                                    in.predicates[clause.predicate].link == Link::kQuotative);
    if (!hands_on) chain.serial.clear();
    chain.serial_place = hands_on ? FindPlace(s, clause) : std::string();
  }

  void TryEvent(int s, int c, int p, const DateMention* own, const Chain& chain,
                const std::vector<Participant>& participants) {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    const Predicate& predicate = in.predicates[p];
    EventMention event;
    event.predicate = predicate.lemma;
    const bool typed = SetType(s, c, p, own != nullptr || chain.date != nullptr, event);
    const bool untold = own == nullptr || clause.layer != kMatrix || predicate.state || IsState(predicate);
    if (!typed && untold) return;
    if (predicate.irrealis && predicate.link != Link::kAdnominal) return;
    if (predicate.negated && event.status == EventStatus::kReported) return;
    const Tense tense = TenseOf(in, c, p);
    if (tense.irrealis) return;
    const ClauseDate date = DateOf(s, c, own, chain, tense);
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
    event.date = date.value;
    event.date_text = date.text;
    event.participants = participants;
    event.place = FindPlace(s, clause);
    if (event.place.empty()) event.place = chain.serial_place;
    event.summary = Summary(s, c, event.at.span, tense.past || behind, participants);
    event.confidence = typed ? (date.own ? kTypedAndDated : kTyped) : kDated;
    if (date.carried) event.confidence -= kCarriedPenalty;
    events_.push_back(std::move(event));
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

  static bool IsState(const Predicate& predicate) {
    for (const std::string_view state :
         {"있다", "없다", "아니다", "같다", "되다", "보이다", "나오다", "많다", "크다", "높다"}) {
      if (predicate.lemma == state) return true;
    }
    return false;
  }

  // ---- type ----

  static bool IsLight(std::string_view lemma) {
    for (const std::string_view light :
         {"하다", "갖다", "가지다", "열다", "열리다", "개최하다", "개최되다", "진행하다", "진행되다",
          "참석하다", "치르다", "마치다", "나누다", "가졌다"}) {
      if (lemma == light) return true;
    }
    return false;
  }

  static bool IsDo(const Predicate& predicate) {
    return predicate.lemma == "하다" || predicate.lemma == "갖다" || predicate.lemma == "가지다";
  }

  // False when nothing but a date could make the clause an event.
  bool SetType(int s, int c, int p, bool dated, EventMention& event) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Predicate& predicate = in.predicates[p];
    event.type = EventType::kOther;
    event.status = EventStatus::kReported;
    const EventType noun = OccasionOf(s, c, predicate);
    std::optional<EventPredicate> row = FindEventPredicate(predicate.lemma);
    if (!row) row = FindEventPredicate(predicate.short_lemma);
    if (row && row->status != EventStatus::kUnknown) event.status = row->status;
    if (IsLight(predicate.short_lemma) && noun != EventType::kUnknown) {
      event.type = noun;
      const NounPhrase* object = ObjectBefore(s, c, predicate);
      if (object != nullptr && IsDo(predicate))
        event.predicate = std::string(object->head.In(Text(s))) + "하다";
      return true;
    }
    if (!row) return DoneNoun(s, c, predicate, event);
    event.type = row->type;
    if (!row->needs_date) return true;
    if (noun != EventType::kUnknown) event.type = noun;
    return dated || noun != EventType::kUnknown;
  }

  // 계약을 하다, 방문이 이뤄지다: the noun says it.
  bool DoneNoun(int s, int c, const Predicate& predicate, EventMention& event) const {
    if (!IsDo(predicate)) return false;
    const NounPhrase* object = ObjectBefore(s, c, predicate);
    if (object == nullptr) return false;
    std::string_view noun = object->head.In(Text(s));
    const std::string verb = std::string(noun) + "하다";
    const std::optional<EventPredicate> row = FindEventPredicate(verb);
    event.predicate = verb;
    if (!row || row->needs_date) return false;
    event.type = row->type;
    return true;
  }

  [[nodiscard]] const NounPhrase* ObjectBefore(int s, int c, const Predicate& predicate) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const Clause& clause = in.clauses[c];
    for (auto p = clause.phrases.rbegin(); p != clause.phrases.rend(); ++p) {
      const NounPhrase& phrase = in.phrases[*p];
      if (phrase.end > predicate.span.begin) continue;
      return phrase.role == Case::kObject || phrase.role == Case::kAlso || phrase.role == Case::kSubject ||
                     phrase.role == Case::kTo
                 ? &phrase
                 : nullptr;
    }
    return nullptr;
  }

  // The event noun that a light verb takes, or that a statement was made at.
  [[nodiscard]] EventType OccasionOf(int s, int c, const Predicate& predicate) const {
    const SentenceClauses& in = clauses_.sentences[s];
    if (const NounPhrase* object = ObjectBefore(s, c, predicate);
        object != nullptr && IsLight(predicate.short_lemma)) {
      return FindEventNoun(object->head.In(Text(s)));
    }
    if (IsLight(predicate.short_lemma)) return EventType::kUnknown;
    for (const int p : in.clauses[c].phrases) {
      const NounPhrase& phrase = in.phrases[p];
      if (phrase.role != Case::kAt) continue;
      const EventType type = FindEventNoun(phrase.head.In(Text(s)));
      if (type != EventType::kUnknown) return type;
    }
    return EventType::kUnknown;
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
    if (next >= in.clauses.size() || in.clauses[next].layer != clause.layer || in.clauses[next].predicate < 0)
      return false;
    return SpeechVerb(in.predicates[in.clauses[next].predicate].short_lemma) != SpeechStrength::kNone;
  }

  static bool IsDenied(const SentenceClauses& in, int c) {
    const Clause& clause = in.clauses[c];
    if (clause.predicate < 0 || in.predicates[clause.predicate].link != Link::kQuotative) return false;
    const size_t next = c + 1;
    if (next >= in.clauses.size() || in.clauses[next].layer != clause.layer || in.clauses[next].predicate < 0)
      return false;
    const std::optional<EventPredicate> frame =
        FindEventPredicate(in.predicates[in.clauses[next].predicate].short_lemma);
    return frame && frame->status == EventStatus::kDenied;
  }

  // ---- dates ----

  // A date whose first verb is the clause's own; else the last one, which a modifier has (9일 열린 행사에서).
  [[nodiscard]] const DateMention* PickDate(int s, const Clause& clause, int p) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const DateMention* modifier = nullptr;
    for (const int d : clause.dates) {
      const DateMention& date = named_.dated.dates[d];
      if (clause.layer != kMatrix && IsAnaphoric(date.span.In(Text(s)))) continue;
      const auto verb =
          std::partition_point(clause.predicates.begin(), clause.predicates.end(),
                               [&](int other) { return in.predicates[other].span.begin < date.span.end; });
      if (verb == clause.predicates.end() || *verb == p) return &date;
      modifier = &date;
    }
    return modifier;
  }

  [[nodiscard]] ClauseDate DateOf(int s, int c, const DateMention* own, const Chain& chain,
                                  const Tense& tense) const {
    const DateMention* named = own != nullptr ? own : chain.date;
    if (named != nullptr) {
      ClauseDate date{
          .value = named->value, .text = std::string(named->span.In(Text(s))), .own = own != nullptr};
      const bool told_on = IsToldOn(s, c, tense, date.value);
      if (told_on) return {};
      if (own == nullptr) date.value.certainty = Lowered(date.value.certainty);
      return date;
    }
    const Clause& clause = clauses_.sentences[s].clauses[c];
    const std::optional<DateValue>& day = days_.Before(s);
    const std::optional<CivilInterval>& written = named_.dated.written.interval;
    if (clause.layer != kMatrix || !day || !written) return {};
    const bool ahead = day->interval->first > written->last;
    const bool fits = (tense.past && !ahead) || (tense.prospective && ahead);
    if (!fits) return {};
    return {.value = *day, .text = {}, .own = false, .carried = true};
  }

  // 3일 …을 출시할 예정이라고 밝혔다: the 3rd is when it was said, not when it will be.
  [[nodiscard]] bool IsToldOn(int s, int c, const Tense& tense, const DateValue& date) const {
    const SentenceClauses& in = clauses_.sentences[s];
    const int p = in.clauses[c].predicate;
    const std::optional<CivilInterval>& written = named_.dated.written.interval;
    if (p < 0 || in.predicates[p].link != Link::kQuotative || tense.past) return false;
    return date.interval && written && date.interval->grain == Grain::kDay &&
           date.interval->first <= written->last;
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
      const std::vector<Participant> here = PhraseParticipants(s, phrase, clause.layer);
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
        for (const Participant& owner :
             PhraseParticipants(s, in.phrases[clause.phrases[i - 1]], clause.layer)) {
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

  // 협력도 시작됐다, 기업도 참석했다: 도 stands for 이/가.
  static bool TakesNoObject(const SentenceClauses& in, const Clause& clause) {
    if (clause.predicate < 0) return false;
    const std::string_view lemma = in.predicates[clause.predicate].short_lemma;
    if (lemma.ends_with("되다") || lemma.ends_with("지다")) return true;
    for (const std::string_view verb : {"참석하다", "참여하다", "참가하다", "동참하다", "합류하다", "열리다",
                                        "있다", "나오다", "늘다", "줄다", "오르다", "내리다", "이어지다"}) {
      if (lemma == verb) return true;
    }
    return false;
  }

  void AddOmittedSubject(int s, const Clause& clause, const Chain& chain,
                         std::vector<Participant>& participants) const {
    std::vector<Participant> subject = chain.subject;
    if (chain.has_subject && subject.empty()) return;  // somebody without a name
    if (subject.empty() && clause.layer == kMatrix && parsed_.sentences[s].part == Part::kBody)
      subject = carried_;
    if (subject.empty() && clause.layer != kMatrix && !clause.dates.empty()) {
      subject.push_back({SpeakersBody(s, clause.layer), Role::kAgent});
    }
    for (const Participant& one : subject) AddParticipant(participants, one.referent, one.role);
  }

  // The names of a phrase: a person has its case and the body beside is another part; a body has it only at the end.
  [[nodiscard]] std::vector<Participant> PhraseParticipants(int s, const NounPhrase& phrase,
                                                            int layer) const {
    std::vector<Participant> participants;
    const Role role = RoleOf(phrase.role);
    const std::string_view words = phrase.span.In(Text(s));
    if (layer != kMatrix && IsFirstPerson(words)) {
      AddParticipant(participants, SpeakersBody(s, layer), role);
      return participants;
    }
    const bool person = std::any_of(phrase.mentions.begin(), phrase.mentions.end(),
                                    [&](int m) { return named_.mentions[m].type == EntityType::kPerson; });
    for (const int m : phrase.mentions) {
      const Mention& mention = named_.mentions[m];
      const bool last = mention.at.span.end >= phrase.span.end;
      switch (mention.type) {
        case EntityType::kPerson:
          AddParticipant(participants, mention.referent, role);
          break;
        case EntityType::kOrganization:
          AddParticipant(participants, mention.referent,
                         !person && (last || IsSpeakerNoun(phrase.head.In(Text(s)))) ? role : Role::kOther);
          break;
        case EntityType::kPlace:
          // A country acts; a town is where it happens.
          if (last && (phrase.role == Case::kTopic || phrase.role == Case::kPartner)) {
            AddParticipant(participants, mention.referent, role);
          }
          break;
        case EntityType::kUnknown:
          break;
        default:
          AddParticipant(participants, mention.referent,
                         last && role != Role::kPartner ? role : Role::kOther);
          break;
      }
    }
    return participants;
  }

  // The body that the speaker of quotation `layer` stands for, else the speaker; -1 when nobody is known.
  [[nodiscard]] int SpeakersBody(int s, int layer) const {
    const auto speaker = speakers_.find({s, parsed_.quotations[layer].inner.begin});
    if (speaker == speakers_.end() || speaker->second < 0) return -1;
    const auto body = bodies_.find(speaker->second);
    return body != bodies_.end() ? body->second : speaker->second;
  }

  // ---- place, summary ----

  // The place with its noun phrase: 서울 여의도 63스퀘어에서.
  [[nodiscard]] std::string FindPlace(int s, const Clause& clause) const {
    const SentenceClauses& in = clauses_.sentences[s];
    std::string best;
    for (const int p : clause.phrases) {
      const NounPhrase& phrase = in.phrases[p];
      if (phrase.role != Case::kAt && phrase.role != Case::kTo && phrase.role != Case::kObject) continue;
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

  // ---- repeats ----

  // A caption, or a headline, that tells what the body tells adds no event.
  void DropRepeats() {
    std::vector<EventMention> kept;
    std::multimap<std::string, size_t> body;
    for (size_t i = 0; i < events_.size(); ++i) {
      if (parsed_.sentences[events_[i].at.sentence].part == Part::kBody)
        body.emplace(events_[i].predicate, i);
    }
    std::multimap<int, size_t> by_type;
    for (const auto& [predicate, i] : body) by_type.emplace(static_cast<int>(events_[i].type), i);
    std::map<std::string, std::vector<EventMention>> captions;
    for (EventMention& event : events_) {
      const Part part = parsed_.sentences[event.at.sentence].part;
      bool repeated = false;
      if (part == Part::kCaption) {
        repeated = RepeatsCaption(event, body, captions[event.predicate]);
        if (!repeated) captions[event.predicate].push_back(event);
      } else if (part != Part::kBody && !event.date.interval) {
        repeated = RepeatsHeadline(event, by_type);
      }
      if (!repeated) kept.push_back(event);
    }
    events_ = std::move(kept);
  }

  static std::vector<int> Referents(const EventMention& event) {
    std::vector<int> referents;
    for (const Participant& one : event.participants) referents.push_back(one.referent);
    std::sort(referents.begin(), referents.end());
    return referents;
  }

  static bool SameEvent(const EventMention& a, const EventMention& b) {
    return a.date.interval == b.date.interval && Referents(a) == Referents(b);
  }

  // Looks at no more than a few events of the same verb: pages are hostile.
  static constexpr int kMostCompared = 32;

  bool RepeatsCaption(const EventMention& event, const std::multimap<std::string, size_t>& body,
                      const std::vector<EventMention>& captions) const {
    int compared = 0;
    const auto [first, last] = body.equal_range(event.predicate);
    for (auto other = first; other != last && compared < kMostCompared; ++other, ++compared) {
      if (SameEvent(event, events_[other->second])) return true;
    }
    for (size_t i = 0; i < captions.size() && i < kMostCompared; ++i) {
      if (SameEvent(event, captions[i])) return true;
    }
    return false;
  }

  bool RepeatsHeadline(const EventMention& event, const std::multimap<int, size_t>& by_type) const {
    int compared = 0;
    const auto [first, last] = by_type.equal_range(static_cast<int>(event.type));
    const std::vector<int> referents = Referents(event);
    for (auto other = first; other != last && compared < kMostCompared; ++other, ++compared) {
      for (const Participant& one : events_[other->second].participants) {
        if (std::binary_search(referents.begin(), referents.end(), one.referent)) return true;
      }
    }
    return false;
  }

  const NamedArticle& named_;
  const ParsedArticle& parsed_;
  const ArticleClauses& clauses_;
  const ReportDays days_;
  std::map<std::pair<int, int>, int> speakers_;  // (sentence, first byte of the words) → referent
  std::map<int, int> bodies_;                    // person → the body of the first position
  std::vector<Participant> carried_;             // the subject of the last sentence that named one
  std::vector<EventMention> events_;
};

}  // namespace

std::vector<EventMention> FindEvents(const NamedArticle& named, const ArticleClauses& clauses,
                                     const std::vector<QuoteMention>& quotes) {
  return EventFinder(named, clauses, quotes).Find();
}

}  // namespace sillok::ingest
