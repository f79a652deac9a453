// A clause of an article that tells an event: what of it is stored, and by what it is compared with others.
//
//   EventTelling telling = …;                            // article_facts.h derives them
//   EventMember member = MemberOf(telling);              // event_groups.h: its row among the clauses of a group
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "query/link/event_traits.h"
#include "query/view/day_number.h"
#include "query/view/event_standing.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {

struct EventTelling {
  DayNumber published = kNoDay;
  std::string article_id;
  uint32_t sentence = 0;
  SharedClause clause;   // by what it is compared; never null
  std::string row = {};  // a serialised StoredEventMention, which has the clause's row as well

  friend bool operator==(const EventTelling& a, const EventTelling& b) {
    return std::tie(a.published, a.article_id, a.sentence, a.row) ==
           std::tie(b.published, b.article_id, b.sentence, b.row);
  }
};

using EventTellings = absl::flat_hash_map<std::string, EventTelling>;  // by the clause's id
using SortedTellings =
    std::vector<const EventTellings::value_type*>;  // by id: as InOrder gives them (in_order.h)

// A clause with its row.
[[nodiscard]] SharedClause MakeClause(std::string id, EventTraits traits);
// DATA_LOSS when it is none, or a name is no name key.
[[nodiscard]] absl::StatusOr<EventTraits> ParseTraits(std::string_view row);

}  // namespace sillok::query
