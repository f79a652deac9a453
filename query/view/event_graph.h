// Which clauses are compared, and tell one event, as the rows stand: the neighbours of a clause.
//
//   EventGraph graph(rows, kBlockLeaders);
//   SILLOK_ASSIGN_OR_RETURN(const EventGraph::Ids near, graph.Neighbours(id));
//
// Two clauses are neighbours when they tell one event (event_match.h), and one of them is a leader of a block that is seen from one
// in which the other stands (event_blocks.h). What is read is kept, so the rows of blocks must not change meanwhile. One thread a Rows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/node_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/link/event_blocks.h"
#include "query/link/event_traits.h"
#include "query/view/event_telling.h"
#include "query/view/rows.h"

namespace sillok::query {

class EventGraph {
 public:
  using Ids = std::vector<std::string>;  // sorted, each once

  // Who stands in a block: the first ones, and whether there are more.
  struct Standing {
    Ids leaders;
    bool crowded = false;
  };

  // `before`, when given, is the graph before a change: its clauses are those of this one, but for those that are Set here. It must
  // outlive this one.
  EventGraph(Rows& rows, size_t leaders, EventGraph* before = nullptr)
      : rows_(rows), most_leaders_(leaders), before_(before) {}

  // What is known without reading it: of a block, and of a clause.
  void Set(const EventBlock& block, Standing standing) { standing_[block] = std::move(standing); }
  void Set(const std::string& id, const EventTelling& telling);
  // Of a clause that may stand in no block that is read: its row in event_mentions.
  [[nodiscard]] absl::Status Learn(const std::string& id, std::string_view mention);

  // Of a narrow block too, whether or not it is kept.
  [[nodiscard]] absl::StatusOr<const Standing*> StandingIn(const EventBlock& block);
  // All of a block; of a narrow one, that is kept.
  [[nodiscard]] absl::StatusOr<Ids> Members(const EventBlock& block);
  [[nodiscard]] absl::StatusOr<const EventTraits*> TraitsOf(std::string_view id);
  // The same, as they stand in rows.
  [[nodiscard]] absl::StatusOr<const std::string*> TraitsRowOf(std::string_view id);
  // The blocks in which a clause stands, but the narrow ones.
  [[nodiscard]] absl::StatusOr<const std::vector<EventBlock>*> WideOf(std::string_view id);
  // The narrow blocks within a block in which a clause stands.
  [[nodiscard]] absl::StatusOr<std::vector<EventBlock>> NarrowOf(const std::string& id,
                                                                 const EventBlock& wide);

  // Reads every block that the clause sees, whole where it leads.
  [[nodiscard]] absl::StatusOr<Ids> Neighbours(const std::string& id);
  // Those of them that lead a block: all but those that the clause leads itself.
  [[nodiscard]] absl::StatusOr<const Ids*> LeadingNeighbours(const std::string& id);
  [[nodiscard]] absl::StatusOr<bool> AreNeighbours(const std::string& a, const std::string& b);
  // Whether two clauses are found to hang together over one or two others. False proves nothing.
  [[nodiscard]] absl::StatusOr<bool> HangTogether(const std::string& a, const std::string& b);
  // Whether two clauses tell one event, be they compared or not.
  [[nodiscard]] absl::StatusOr<bool> Match(const std::string& a, const std::string& b);

 private:
  // All but the row, once asked for: most clauses are only seen, or matched with one.
  struct Clause {
    std::string row;
    std::optional<EventTraits> traits = {};
    std::optional<std::vector<EventBlock>> wide = {};
  };
  // Ids that lie elsewhere: a crowd is looked at without copying what its clauses are called.
  using SeenIds = std::vector<std::string_view>;

  // Nothing when no graph has it.
  [[nodiscard]] Clause* Find(std::string_view id);
  absl::StatusOr<Clause*> Read(std::string_view id);
  // The first so many of a block's clauses, which are known from then on.
  absl::StatusOr<Ids> FirstIn(const EventBlock& block, size_t most);
  // The wide ones, and the narrow ones within crowded ones.
  absl::StatusOr<const std::vector<EventBlock>*> KeptBlocks(const std::string& id);
  absl::StatusOr<Standing> ReadStanding(const EventBlock& block);
  absl::StatusOr<SeenIds> LeadersSeen(const std::string& id);
  // Sorted, each once.
  absl::StatusOr<Ids> MatchesOf(const std::string& id, SeenIds others);
  absl::StatusOr<bool> Leads(const std::string& id, const EventBlock& block);
  absl::StatusOr<bool> AreCompared(const std::string& a, const std::string& b);

  Rows& rows_;
  size_t most_leaders_;
  EventGraph* before_;
  absl::node_hash_map<EventBlock, Standing> standing_;
  absl::node_hash_map<std::string, Clause> clauses_;
  absl::node_hash_map<std::string, std::vector<EventBlock>> kept_;
  absl::node_hash_map<std::string, Ids> leading_;
};

}  // namespace sillok::query
