// Within stage 4: whether a clause tells of what happened, is to happen or is denied, or of nothing that is an event.
//
//   ReadStatus(text, clauses, c, p, tense, {.ahead = true}, EventStatus::kReported)   → kPlanned
//
// Pure; safe from any thread.
#pragma once

#include <string_view>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

// Where the date of an event lies, seen from the time of writing; neither when it is unknown.
struct DayRelation {
  bool ahead = false;
  bool behind = false;
};

// `by_verb`: what the verb itself says, which stands when it says more than that it is reported.
[[nodiscard]] EventStatus ReadStatus(std::string_view text, const SentenceClauses& in, int clause,
                                     int predicate, const Tense& tense, const DayRelation& day,
                                     EventStatus by_verb);

// 꾸리자, 적어두세요, 내렸을까: asked of somebody. `closes`: no clause follows, so that -자 is not "as soon as".
[[nodiscard]] bool AsksFor(std::string_view text, const Predicate& predicate, bool closes);

// 지난해보다 많은 3만 명이 찾을 것으로: what is to come has no day that is gone; 9일 열 예정이었으나 may have.
[[nodiscard]] bool CannotBeThen(std::string_view text, const Predicate& predicate, const DayRelation& day);

// 늘다, 기록하다: of a month or a year, so that the day of the report is not its date.
[[nodiscard]] bool IsOverTime(const Predicate& predicate);

}  // namespace sillok::ingest
