// Clauses in memory, and who of them stand in a block.
//
//   EventStanding standing = {.first = {a, b}};      // by id; whole: there are no more
//
// Neither changes once it is made. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "query/link/event_traits.h"

namespace sillok::query {

struct EventClause {
  std::string id;
  std::string row;  // its traits, as they stand in rows
  EventTraits traits;
};

using EventClauses = std::vector<std::shared_ptr<const EventClause>>;  // sorted by id, each once

// Whether a clause is one of the first so many.
[[nodiscard]] bool IsAmong(const EventClauses& clauses, size_t first, const EventClause& clause);

// The first ones who stand in a block.
struct EventStanding {
  EventClauses first;
  bool whole = true;  // nobody else stands there
};

}  // namespace sillok::query
