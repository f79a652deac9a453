// Whether two clauses tell one event.
//
//   올트먼이 9일 한국을 찾았다              /  샘 알트먼 CEO가 6월 9일 방한했다          → true
//   간담회를 열었다                         /  오찬을 했다, the same day and persons      → false
//   4일 워크숍을 연다 (planned)             /  지난 2월 첫 워크숍을 개최했다             → true
//
// Somebody or something has to take part in both, and the dates have to fit. Then what they share is added up, in whole points: words,
// the kind of event, type, predicate, place, further participants; and what sets them apart is taken off. How much is
// needed depends on how well the dates fit. An event is a component of this relation, so it has to be strict: whoever is in doubt
// stays apart. Words that somebody says are one event only when they are nearly the same words. A clause without a
// resolved date, or without a known participant, tells an event of its own.
//
// Pure and symmetric; safe from any thread.
#pragma once

#include "query/link/event_traits.h"

namespace sillok::query {

[[nodiscard]] bool TellOneEvent(const EventTraits& a, const EventTraits& b);

// The points of two clauses, and how many are needed; for tests that explain a miss.
struct EventScore {
  int points = 0;
  int needed = 0;
};
[[nodiscard]] EventScore ScoreEvents(const EventTraits& a, const EventTraits& b);

}  // namespace sillok::query
