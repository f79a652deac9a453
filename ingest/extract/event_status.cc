#include "ingest/extract/event_status.h"

#include <optional>

#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {
namespace {

// The verb of the clause after `c`, which a clause in -다고 leads to; nullptr when there is none.
const Predicate* FrameOf(const SentenceClauses& in, int c) {
  const Clause& clause = in.clauses[c];
  if (clause.predicate < 0 || in.predicates[clause.predicate].link != Link::kQuotative) return nullptr;
  const size_t next = c + 1;
  if (next >= in.clauses.size() || in.clauses[next].layer != clause.layer) return nullptr;
  const int verb = in.clauses[next].predicate;
  return verb < 0 ? nullptr : &in.predicates[verb];
}

// 열기로 했다고 밝혔다 needs none; 개최한다고 밝혔다, with no date, tells of what is to come.
bool FrameSaysPlanned(std::string_view text, const SentenceClauses& in, int c) {
  const Predicate* frame = FrameOf(in, c);
  if (frame == nullptr) return false;
  const std::string_view words = in.predicates[in.clauses[c].predicate].span.In(text);
  return (words.ends_with("다고") || words.ends_with("다며")) &&
         SpeechVerb(frame->short_lemma) != SpeechStrength::kNone;
}

bool IsDenied(const SentenceClauses& in, int c) {
  const Predicate* frame = FrameOf(in, c);
  if (frame == nullptr) return false;
  const std::optional<EventPredicate> row = FindEventPredicate(frame->short_lemma);
  return row && row->status == EventStatus::kDenied;
}

}  // namespace

EventStatus ReadStatus(std::string_view text, const SentenceClauses& in, int clause, int predicate,
                       const Tense& tense, const DayRelation& day, EventStatus by_verb) {
  if (by_verb != EventStatus::kReported) return by_verb;
  const Predicate& verb = in.predicates[predicate];
  // A day to come has not happened: 내달로 미뤘다.
  const bool planned =
      day.ahead || verb.prospective || (tense.prospective && !day.behind) ||
      (!tense.past && !day.behind && !verb.progressive && FrameSaysPlanned(text, in, clause));
  if (planned) return EventStatus::kPlanned;
  return IsDenied(in, clause) ? EventStatus::kDenied : by_verb;
}

bool AsksFor(std::string_view text, const Predicate& predicate, bool closes) {
  if (!closes && predicate.link != Link::kFinal && predicate.link != Link::kQuotative) return false;
  const std::string_view words = predicate.span.In(text);
  for (const std::string_view ending : {"자", "자고", "자며", "세요", "십시오", "시오", "까", "까요", "나요",
                                        "냐", "냐고", "냐며", "는가", "은가", "달라", "달라고", "달라며"}) {
    if (words.ends_with(ending)) return true;
  }
  return false;
}

bool CannotBeThen(std::string_view text, const Predicate& predicate, const DayRelation& day) {
  if (!predicate.prospective || !day.behind) return false;
  const std::string_view words = predicate.span.In(text);
  for (const std::string_view past : {"었", "였", "던"}) {
    if (words.find(past) != std::string_view::npos) return false;
  }
  return true;
}

bool IsOverTime(const Predicate& predicate) {
  const std::optional<EventPredicate> row = FindEventPredicate(predicate.short_lemma);
  return row && row->over_time;
}

}  // namespace sillok::ingest
