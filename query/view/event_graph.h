// Which clauses are compared, and tell one event, as the rows stand: the neighbours of a clause.
//
//   EventGraph graph(rows, kBlockLeaders);
//   SILLOK_ASSIGN_OR_RETURN(const std::set<std::string> near, graph.Neighbours(id));
//
// Two clauses are neighbours when they tell one event (event_match.h), and one of them is a leader of a block that is seen from one
// in which the other stands (event_blocks.h). What is read is kept, so the rows of blocks and traits must not change
// meanwhile. One thread a Rows.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/link/event_blocks.h"
#include "query/link/event_traits.h"
#include "query/view/rows.h"

namespace sillok::query {

class EventGraph {
 public:
  using Ids = std::vector<std::string>;  // sorted

  EventGraph(Rows& rows, size_t leaders) : rows_(rows), most_leaders_(leaders) {}

  // The first clauses of a block; all of it.
  [[nodiscard]] absl::StatusOr<const Ids*> Leaders(const EventBlock& block);
  [[nodiscard]] absl::StatusOr<Ids> Members(const EventBlock& block);
  // What Leaders will answer, for one who knows it.
  void SetLeaders(const EventBlock& block, Ids ids) { leaders_[block] = std::move(ids); }

  // Reads every block that the clause sees, whole where it leads.
  [[nodiscard]] absl::StatusOr<std::set<std::string>> Neighbours(const std::string& id);
  // Those of them that lead a block: all but those that the clause leads itself.
  [[nodiscard]] absl::StatusOr<const std::set<std::string>*> LeadingNeighbours(const std::string& id);
  [[nodiscard]] absl::StatusOr<bool> AreNeighbours(const std::string& a, const std::string& b);
  // Whether two clauses are found to hang together over one or two others. False proves nothing.
  [[nodiscard]] absl::StatusOr<bool> HangTogether(const std::string& a, const std::string& b);
  // Whether two clauses tell one event, be they compared or not.
  [[nodiscard]] absl::StatusOr<bool> Match(const std::string& a, const std::string& b);

 private:
  struct Clause {
    EventTraits traits;
    std::vector<EventBlock> blocks;
  };
  absl::StatusOr<const Clause*> Read(const std::string& id);
  absl::StatusOr<std::set<std::string>> LeadersSeen(const std::string& id);
  absl::StatusOr<bool> Leads(const std::string& id, const EventBlock& block);
  absl::StatusOr<bool> AreCompared(const std::string& a, const std::string& b);

  Rows& rows_;
  size_t most_leaders_;
  std::map<EventBlock, Ids> leaders_;
  std::unordered_map<std::string, Clause> clauses_;
  std::unordered_map<std::string, std::set<std::string>> leading_;
};

}  // namespace sillok::query
