// Keeps event_blocks: brings the clauses of a change into the blocks where they stand, and takes others out.
//
//   EventBlockChange blocks(rows, old_graph, new_graph);
//   SILLOK_RETURN_IF_ERROR(blocks.Remember(leaving, coming));   // before any row is changed
//   SILLOK_RETURN_IF_ERROR(blocks.Write());
//   for (const auto& [block, before] : blocks.Crowded()) …      // whose leaders may be others now
//
// Narrow blocks stand only within crowded ones (event_blocks.h), so a change that makes a block crowded writes the narrow ones for all who
// stand there, and one that makes it crowded no more takes them away. One thread a Rows.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/container/node_hash_map.h"
#include "absl/status/status.h"
#include "query/view/event_graph.h"
#include "query/view/event_telling.h"
#include "query/view/rows.h"

namespace sillok::query {

class EventBlockChange {
 public:
  // `before` sees the rows as they were, `after`, which knows that one, once Write has been called; both must outlive it.
  EventBlockChange(Rows& rows, EventGraph& before, EventGraph& after)
      : rows_(rows), before_(before), after_(after) {}

  // Tells the graphs the clauses, and finds who stands in the blocks concerned.
  [[nodiscard]] absl::Status Remember(const SortedTellings& leaving, const SortedTellings& coming);
  // Writes the rows, and tells `after` who stands there now.
  [[nodiscard]] absl::Status Write();
  // The blocks concerned that are crowded or were, with who stood there before. In others every two clauses are compared, then and now.
  [[nodiscard]] const std::vector<std::pair<EventBlock, const EventStanding*>>& Crowded() const {
    return crowded_;
  }

 private:
  // A block in which the change puts clauses, or from which it takes them.
  struct Touched {
    const EventStanding* before = nullptr;
    EventClauses coming;
    EventClauses leaving;
  };
  using Blocks = absl::node_hash_map<EventBlock, Touched>;

  absl::Status ReadBefore();
  absl::Status Stand(const EventBlock& block, const EventClause& clause);
  absl::Status Leave(const EventBlock& block, const EventClause& clause);
  void StandAnew(const EventBlock& block, const Touched& touched);
  absl::Status WriteNarrow(const EventBlock& wide, const Touched& touched);
  absl::Status WriteWithin(const EventBlock& wide, const Blocks& narrow, bool was_crowded, bool crowded);
  absl::StatusOr<Blocks> NarrowTouched(const EventBlock& wide, const Touched& touched);

  Rows& rows_;
  EventGraph& before_;
  EventGraph& after_;
  Blocks touched_;
  std::vector<std::pair<EventBlock, const EventStanding*>> crowded_;
};

}  // namespace sillok::query
