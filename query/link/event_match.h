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

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/link/event_words.h"
#include "query/link/name_key.h"
#include "sillok/v1/fact.pb.h"

namespace sillok::query {

// A participant.
struct EventName {
  NameKey key;
  bool acts = false;   // PARTICIPANT_ROLE_AGENT
  bool aside = false;  // named as the organisation of another participant's position

  friend bool operator==(const EventName&, const EventName&) = default;
};

// What of a clause is compared.
struct EventTraits {
  // Days since 0001-01-01, both inside; −1 when unresolved.
  int32_t first_day = -1;
  int32_t last_day = -1;
  bool range = false;  // both ends are given (15~17일): as good as a day
  bool planned = false;
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  std::string predicate;
  std::vector<EventName> names;    // sorted by key
  std::vector<std::string> place;  // words, sorted
  std::vector<uint16_t> content;   // sorted
  std::vector<EventKind> kinds;    // sorted

  friend bool operator==(const EventTraits&, const EventTraits&) = default;
};

// `participants` are the names of event.participants(), in their order; `forms` the written forms of names in its sentence.
[[nodiscard]] EventTraits TraitsOf(const v1::Event& event, const std::vector<NameKey>& participants,
                                   const std::vector<std::string>& forms);

[[nodiscard]] bool TellOneEvent(const EventTraits& a, const EventTraits& b);

// The points of two clauses, and how many are needed; for tests that explain a miss.
struct EventScore {
  int points = 0;
  int needed = 0;
};
[[nodiscard]] EventScore ScoreEvents(const EventTraits& a, const EventTraits& b);

// Where a clause stands, and where it looks for others: whenever two clauses tell one event, each stands in a block in which the
// other looks. `name` is a participant's, by its sound when it is a foreign person's; `bucket` says when: "2025-02-04", or
// "2025-02/workshop/" and then "coarse" or "day", or "2025//" for coarser dates.
struct EventBlock {
  std::string name;
  std::string bucket;

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const EventBlock&, const EventBlock&) = default;
};
// Sorted, each once. `LooksIn` gives beginnings of buckets.
[[nodiscard]] std::vector<EventBlock> StandsIn(const EventTraits& traits);
[[nodiscard]] std::vector<EventBlock> LooksIn(const EventTraits& traits);

}  // namespace sillok::query
