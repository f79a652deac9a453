// Where to look for the other clauses that tell an event, so that not all clauses are compared with all.
//
//   StandsIn(4일 워크숍을 연다, 오픈AI)     → {"오픈ai", "2025-02-04/"}, {"오픈ai", "2025-02/workshop/day"}
//   LooksIn(지난 2월 워크숍을 개최했다, 오픈AI) → {"오픈ai", "2025-02/workshop/"}
//
// Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "query/link/event_traits.h"

namespace sillok::query {

// Where a clause stands, and where it looks for others: whenever two clauses tell one event, each stands in a block in which the
// other looks. `name` is a participant's, by its sound when it is a foreign person's; `bucket` says when: "2025-02-04/";
// "2025-02/workshop/" and then "coarse" or "day"; "2025//" and then the same, for named things; "said 2025-02-04 from 17/", by the least or the
// greatest run of words, for what somebody says. So a clause is compared with those of its day and of one of its participants, and
// with those of its month that tell the same kind of event with one: never with all that a name has been in.
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
