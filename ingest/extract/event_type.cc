#include "ingest/extract/event_type.h"

#include <optional>
#include <string>

#include "ingest/extract/event_lexicon.h"

namespace sillok::ingest {
namespace {

bool IsLight(std::string_view lemma) {
  for (const std::string_view light :
       {"하다", "갖다", "가지다", "열다", "열리다", "개최하다", "개최되다", "진행하다", "진행되다",
        "참석하다", "치르다", "마치다", "나누다", "가졌다"}) {
    if (lemma == light) return true;
  }
  return false;
}

bool IsDo(const Predicate& predicate) {
  return predicate.lemma == "하다" || predicate.lemma == "갖다" || predicate.lemma == "가지다";
}

// The phrase right before the predicate, when it can be its object or subject.
const NounPhrase* ObjectBefore(const SentenceClauses& in, int c, const Predicate& predicate) {
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
EventType OccasionOf(std::string_view text, const SentenceClauses& in, int c, const Predicate& predicate) {
  if (const NounPhrase* object = ObjectBefore(in, c, predicate);
      object != nullptr && IsLight(predicate.short_lemma)) {
    return FindEventNoun(object->head.In(text));
  }
  if (IsLight(predicate.short_lemma)) return EventType::kUnknown;
  for (const int p : in.clauses[c].phrases) {
    const NounPhrase& phrase = in.phrases[p];
    if (phrase.role != Case::kAt) continue;
    const EventType type = FindEventNoun(phrase.head.In(text));
    if (type != EventType::kUnknown) return type;
  }
  return EventType::kUnknown;
}

// 계약을 하다, 방문이 이뤄지다: the noun says it.
bool DoneNoun(std::string_view text, const SentenceClauses& in, int c, const Predicate& predicate,
              EventMention& event) {
  if (!IsDo(predicate)) return false;
  const NounPhrase* object = ObjectBefore(in, c, predicate);
  if (object == nullptr) return false;
  std::string_view noun = object->head.In(text);
  const std::string verb = std::string(noun) + "하다";
  const std::optional<EventPredicate> row = FindEventPredicate(verb);
  event.predicate = verb;
  if (!row || row->needs_date) return false;
  event.type = row->type;
  return true;
}

}  // namespace

bool SetEventType(std::string_view text, const SentenceClauses& in, int c, int p, bool dated,
                  EventMention& event) {
  const Predicate& predicate = in.predicates[p];
  event.type = EventType::kOther;
  event.status = EventStatus::kReported;
  const EventType noun = OccasionOf(text, in, c, predicate);
  std::optional<EventPredicate> row = FindEventPredicate(predicate.lemma);
  if (!row) row = FindEventPredicate(predicate.short_lemma);
  if (row && row->status != EventStatus::kUnknown) event.status = row->status;
  if (IsLight(predicate.short_lemma) && noun != EventType::kUnknown) {
    event.type = noun;
    const NounPhrase* object = ObjectBefore(in, c, predicate);
    if (object != nullptr && IsDo(predicate)) event.predicate = std::string(object->head.In(text)) + "하다";
    return true;
  }
  if (!row) return DoneNoun(text, in, c, predicate, event);
  event.type = row->type;
  if (!row->needs_date) return true;
  if (noun != EventType::kUnknown) event.type = noun;
  return dated || noun != EventType::kUnknown;
}

bool TellsState(const Predicate& predicate) {
  if (predicate.state) return true;
  for (const std::string_view state :
       {"있다", "없다", "아니다", "같다", "되다", "보이다", "나오다", "많다", "크다", "높다"}) {
    if (predicate.lemma == state) return true;
  }
  return false;
}

}  // namespace sillok::ingest
