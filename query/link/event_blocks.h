// Where to look for the other clauses that tell an event, so that not all clauses are compared with all.
//
//   StandsIn(4일 워크숍을 연다, 오픈AI)   → {"오픈ai", "2025-02-04/"}, {"오픈ai", "2025-02/workshop/day"}, …
//   SeenFrom({"오픈ai", "2025-02/workshop/day"})  → {"오픈ai", "2025-02/workshop/coarse"}
//
// Whenever two clauses tell one event, each stands in a block that is seen from one of the other's. So a clause is compared with
// those of its day and of one of its participants, and with those of its month that tell the same kind of event with one:
// never with all that a name has been in.
//
// A block may be hot all the same: thousands of clauses tell what a president did on one day. Therefore of each block only the first
// kBlockLeaders clauses, by their ids, are compared with every clause that sees it; two clauses of which neither is a leader are
// not. Ids are hashes, so leaders are as good as drawn by lot, and who they are is a function of the clauses that stand there, not of the order
// in which they came. In a block of no more clauses every two are compared. In a hot one the clauses of one event find each other by
// its leaders, and by those of the narrower blocks in which a clause stands besides: those of its name, day and kind of event,
// and those that share the least or the greatest run of its words.
//
// Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "query/link/event_traits.h"

namespace sillok::query {

inline constexpr size_t kBlockLeaders = 32;

// `name` is a participant's, by its sound when it is a foreign person's; `bucket` says when and what.
struct EventBlock {
  std::string name;
  std::string bucket;

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const EventBlock&, const EventBlock&) = default;
};

// Sorted, each once. None for a clause that tells an event of its own: without a resolved date, or without a known participant.
[[nodiscard]] std::vector<EventBlock> StandsIn(const EventTraits& traits);
// The blocks whose clauses are compared with this one's: mostly itself. Symmetric: of days within a month or a year, those told
// coarsely are compared with all, those told as days with the coarse ones alone.
[[nodiscard]] std::vector<EventBlock> SeenFrom(const EventBlock& block);

}  // namespace sillok::query
