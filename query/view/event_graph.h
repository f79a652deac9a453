// Which clauses are compared, and tell one event, as the rows stand: the neighbours of a clause.
//
//   EventGraph graph(rows, kBlockLeaders);
//   SILLOK_ASSIGN_OR_RETURN(const EventGraph::Seen near, graph.Neighbours(*clause));
//
// Two clauses are neighbours when they tell one event (event_match.h), and one of them is a leader of a block that is seen from one
// in which the other stands (event_blocks.h). What is read is kept, so the rows of blocks must not change meanwhile. Clauses and
// standings that it gives live as long as the graph, and that before it. One thread a Rows.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/container/node_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/link/event_blocks.h"
#include "query/view/event_standing.h"
#include "query/view/rows.h"

namespace sillok::query {

class EventGraph {
 public:
  using Seen = std::vector<const EventClause*>;
  using Passed = absl::flat_hash_set<const EventClause*>;

  // As the rows stand.
  EventGraph(Rows& rows, size_t leaders) : rows_(rows), most_leaders_(leaders) {}
  // After a change of `before`, which must outlive it: blocks are as they were there, but for those that are Set or Changed here.
  explicit EventGraph(EventGraph* before)
      : rows_(before->rows_), most_leaders_(before->most_leaders_), before_(before) {}

  // What is known without reading it: a clause; and who stands in a block.
  void Set(const SharedClause& clause) { clauses_.insert_or_assign(clause->id, clause); }
  void Set(const EventBlock& block, EventStanding standing);
  // Who stands in a block now is not known: it is read when it is asked for.
  void Changed(const EventBlock& block) { standing_[block] = nullptr; }
  // A clause that may stand in no block that is read: its row in event_mentions.
  [[nodiscard]] absl::StatusOr<const EventClause*> Learn(const std::string& id, std::string_view mention);

  // In which it stands, but the narrow ones; worked out once.
  [[nodiscard]] const std::vector<EventBlock>& WideBlocks(const EventClause& clause);
  // Of a narrow block too, whether or not it is kept.
  [[nodiscard]] absl::StatusOr<const EventStanding*> StandingIn(const EventBlock& block);
  // All of a block, by id; of a narrow one, that is kept.
  [[nodiscard]] absl::StatusOr<Seen> Members(const EventBlock& block);
  // How many of a standing are compared with every clause that sees the block: the first ones.
  [[nodiscard]] size_t LeadersOf(const EventStanding& standing) const {
    return std::min(most_leaders_, standing.first.size());
  }
  [[nodiscard]] bool IsCrowded(const EventStanding& standing) const {
    return !standing.whole || standing.first.size() > most_leaders_;
  }

  // In no order, without those of `passed`. Reads every block that the clause sees, whole where it leads.
  [[nodiscard]] absl::StatusOr<Seen> Neighbours(const EventClause& clause, const Passed& passed = {});
  // Those of them that lead a block: all but those that the clause leads itself.
  [[nodiscard]] absl::StatusOr<const Seen*> LeadingNeighbours(const EventClause& clause);
  [[nodiscard]] absl::StatusOr<bool> AreNeighbours(const EventClause& a, const EventClause& b);
  // Whether two clauses are found to hang together over one or two others. False proves nothing.
  [[nodiscard]] absl::StatusOr<bool> HangTogether(const EventClause& a, const EventClause& b);

 private:
  // Of a standing, no more are kept: a block that is not much crowded is known whole.
  [[nodiscard]] size_t most_kept() const { return 4 * most_leaders_; }
  // Null when the clause has not been set or read, here or before.
  [[nodiscard]] SharedClause Share(std::string_view id) const;
  absl::StatusOr<SharedClause> Read(std::string id, std::string_view traits);
  // The first so many of a block's clauses.
  absl::StatusOr<EventStanding> FirstIn(const EventBlock& block, size_t most);
  // The wide ones, and the narrow ones within crowded ones.
  absl::StatusOr<const std::vector<EventBlock>*> KeptBlocks(const EventClause& clause);
  absl::StatusOr<Seen> LeadersSeen(const EventClause& clause);
  // Of a block in which it stands.
  absl::StatusOr<bool> Leads(const EventClause& clause, const EventBlock& block);
  absl::StatusOr<bool> AreCompared(const EventClause& a, const EventClause& b);

  Rows& rows_;
  const size_t most_leaders_;
  EventGraph* const before_ = nullptr;
  absl::flat_hash_map<EventBlock, std::unique_ptr<const EventStanding>> standing_;  // null: to be read
  absl::flat_hash_map<std::string, SharedClause> clauses_;
  absl::node_hash_map<const EventClause*, std::vector<EventBlock>> wide_;
  absl::node_hash_map<const EventClause*, std::vector<EventBlock>> kept_;
  absl::node_hash_map<const EventClause*, Seen> leading_;
};

}  // namespace sillok::query
