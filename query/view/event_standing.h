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

using SharedClause = std::shared_ptr<const EventClause>;
using EventClauses = std::vector<SharedClause>;  // sorted by id, each once

// The order of clauses, whatever points to them.
struct ById {
  template <typename One, typename Other>
  bool operator()(const One& one, const Other& other) const {
    return one->id < other->id;
  }
};

// Whether a clause is one of the first so many.
[[nodiscard]] bool IsAmong(const EventClauses& clauses, size_t first, const EventClause& clause);

// The first ones who stand in a block.
struct EventStanding {
  EventClauses first;
  bool whole = true;  // nobody else stands there
};

}  // namespace sillok::query
