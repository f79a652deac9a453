// Where to look for the other clauses that tell an event, so that not all clauses are compared with all.
//
//   StandsIn(4일 워크숍을 연다, 오픈AI)   → {"오픈ai", "2025-02-04/"}, {"오픈ai", "2025-02/workshop/day"}, …
//   NarrowIn(the same, {"오픈ai", "2025-02-04/"})  → {"오픈ai", "2025-02-04/", "workshop"}, {"오픈ai", "2025-02-04/", "from 1712"}, …
//   SeenFrom({"오픈ai", "2025-02/workshop/day"})  → {"오픈ai", "2025-02/workshop/coarse"}
//
// Whenever two clauses tell one event, each stands in a block that is seen from one of the other's. So a clause is compared with
// those of its day and of one of its participants, and with those of its month that tell the same kind of event with one:
// never with all that a name has been in.
//
// A block may be hot all the same: thousands of clauses tell what a president did on one day. Therefore of each block only the first
// kBlockLeaders clauses, by their ids, are compared with every clause that sees it; two clauses of which neither is a leader are
// not. Ids are hashes, so leaders are as good as drawn by lot, and who they are is a function of the clauses that stand there, not of the order
// in which they came. In a block of no more clauses every two are compared. In a crowded one the clauses of one event find each other by
// its leaders, and by those of the narrow blocks within it: those of its name, day and kind of event, and those that share the least
// or the greatest run of its words. While a block is not crowded, the narrow ones within it tell nothing new, and nobody need keep them.
//
// Pure; safe from any thread.
#pragma once

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "query/link/event_traits.h"

namespace sillok::query {

inline constexpr size_t kBlockLeaders = 32;

// `name` is a participant's, by its sound when it is a foreign person's; `bucket` says when and what; `within` is empty, or
// says which of its clauses, and the block is a narrow one.
struct EventBlock {
  std::string name;
  std::string bucket;
  std::string within = {};

  [[nodiscard]] bool is_narrow() const { return !within.empty(); }
  // The block that a narrow one is part of.
  [[nodiscard]] EventBlock Wide() const { return {.name = name, .bucket = bucket}; }

  friend bool operator==(const EventBlock&, const EventBlock&) = default;
  friend bool operator<(const EventBlock& a, const EventBlock& b) {
    return std::tie(a.name, a.bucket, a.within) < std::tie(b.name, b.bucket, b.within);
  }
  template <typename Hash>
  friend Hash AbslHashValue(Hash state, const EventBlock& block) {
    return Hash::combine(std::move(state), block.name, block.bucket, block.within);
  }
};

// But the narrow ones; sorted, each once. None for a clause that tells an event of its own: without a resolved date, or without
// a known participant.
[[nodiscard]] std::vector<EventBlock> StandsIn(const EventTraits& traits);
// The narrow blocks within one in which it stands; sorted, each once. Only those of a day have some.
[[nodiscard]] std::vector<EventBlock> NarrowIn(const EventTraits& traits, const EventBlock& wide);
// Whether a clause that stands in the wide block stands in a narrow one within it as well.
[[nodiscard]] bool StandsWithin(const EventTraits& traits, const EventBlock& narrow);
// The blocks whose clauses are compared with this one's: mostly itself. Symmetric: of days within a month or a year, those told
// coarsely are compared with all, those told as days with the coarse ones alone.
[[nodiscard]] std::vector<EventBlock> SeenFrom(const EventBlock& block);
// Whether that is the block itself and no other.
[[nodiscard]] bool SeesItselfAlone(const EventBlock& block);

}  // namespace sillok::query
