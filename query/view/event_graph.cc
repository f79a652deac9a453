#include "query/view/event_graph.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/link/event_match.h"
#include "query/view/event_telling.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

absl::StatusOr<std::vector<std::string>> FirstIn(Rows& rows, const EventBlock& block, size_t most) {
  std::vector<std::string> ids;
  const std::string prefix = EventBlockPrefix(block);
  SILLOK_RETURN_IF_ERROR(rows.Scan(Family::kEventBlocks, prefix, [&](std::string_view key, std::string_view) {
    ids.push_back(KeyReader(key.substr(prefix.size())).Text().value_or(""));
    return ids.size() < most;
  }));
  return ids;
}

}  // namespace

absl::StatusOr<const EventGraph::Ids*> EventGraph::Leaders(const EventBlock& block) {
  const auto known = leaders_.find(block);
  if (known != leaders_.end()) return &known->second;
  SILLOK_ASSIGN_OR_RETURN(Ids ids, FirstIn(rows_, block, most_leaders_));
  return &(leaders_[block] = std::move(ids));
}

absl::StatusOr<EventGraph::Ids> EventGraph::Members(const EventBlock& block) {
  return FirstIn(rows_, block, std::numeric_limits<size_t>::max());
}

absl::StatusOr<const EventGraph::Clause*> EventGraph::Read(const std::string& id) {
  const auto known = clauses_.find(id);
  if (known != clauses_.end()) return &known->second;
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row,
                          rows_.Get(Family::kEventTraits, TextPrefix(id)));
  if (!row.has_value()) return absl::DataLossError("events/" + id + " has lost its traits");
  storage::v1::EventTraits stored;
  SILLOK_RETURN_IF_ERROR(ParseRow(*row, stored));
  SILLOK_ASSIGN_OR_RETURN(EventTraits traits, TraitsOf(stored));
  std::vector<EventBlock> blocks = StandsIn(traits);
  return &(clauses_[id] = {.traits = std::move(traits), .blocks = std::move(blocks)});
}

absl::StatusOr<bool> EventGraph::Match(const std::string& a, const std::string& b) {
  SILLOK_ASSIGN_OR_RETURN(const Clause* one, Read(a));
  SILLOK_ASSIGN_OR_RETURN(const Clause* other, Read(b));
  return TellOneEvent(one->traits, other->traits);
}

absl::StatusOr<bool> EventGraph::Leads(const std::string& id, const EventBlock& block) {
  SILLOK_ASSIGN_OR_RETURN(const Ids* leaders, Leaders(block));
  return std::binary_search(leaders->begin(), leaders->end(), id);
}

absl::StatusOr<std::set<std::string>> EventGraph::LeadersSeen(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const Clause* clause, Read(id));
  std::set<std::string> seen;
  for (const EventBlock& block : clause->blocks) {
    for (const EventBlock& other : SeenFrom(block)) {
      SILLOK_ASSIGN_OR_RETURN(const Ids* leaders, Leaders(other));
      seen.insert(leaders->begin(), leaders->end());
    }
  }
  seen.erase(id);
  return seen;
}

absl::StatusOr<const std::set<std::string>*> EventGraph::LeadingNeighbours(const std::string& id) {
  const auto known = leading_.find(id);
  if (known != leading_.end()) return &known->second;
  SILLOK_ASSIGN_OR_RETURN(const std::set<std::string> seen, LeadersSeen(id));
  std::set<std::string> neighbours;
  for (const std::string& other : seen) {
    SILLOK_ASSIGN_OR_RETURN(const bool match, Match(id, other));
    if (match) neighbours.insert(other);
  }
  return &(leading_[id] = std::move(neighbours));
}

absl::StatusOr<std::set<std::string>> EventGraph::Neighbours(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(std::set<std::string> seen, LeadersSeen(id));
  SILLOK_ASSIGN_OR_RETURN(const Clause* clause, Read(id));
  for (const EventBlock& block : clause->blocks) {
    SILLOK_ASSIGN_OR_RETURN(const bool leads, Leads(id, block));
    if (!leads) continue;
    for (const EventBlock& other : SeenFrom(block)) {
      SILLOK_ASSIGN_OR_RETURN(const Ids* leaders, Leaders(other));
      if (leaders->size() < most_leaders_) continue;  // all of it is seen already
      SILLOK_ASSIGN_OR_RETURN(const Ids members, Members(other));
      seen.insert(members.begin(), members.end());
    }
  }
  seen.erase(id);
  std::set<std::string> neighbours;
  for (const std::string& other : seen) {
    SILLOK_ASSIGN_OR_RETURN(const bool match, Match(id, other));
    if (match) neighbours.insert(other);
  }
  return neighbours;
}

absl::StatusOr<bool> EventGraph::AreCompared(const std::string& a, const std::string& b) {
  SILLOK_ASSIGN_OR_RETURN(const Clause* one, Read(a));
  SILLOK_ASSIGN_OR_RETURN(const Clause* other, Read(b));
  const std::vector<EventBlock>& others = other->blocks;
  for (const EventBlock& block : one->blocks) {
    for (const EventBlock& seen : SeenFrom(block)) {
      if (!std::binary_search(others.begin(), others.end(), seen)) continue;
      SILLOK_ASSIGN_OR_RETURN(const bool a_leads, Leads(a, block));
      SILLOK_ASSIGN_OR_RETURN(const bool b_leads, Leads(b, seen));
      if (a_leads || b_leads) return true;
    }
  }
  return false;
}

absl::StatusOr<bool> EventGraph::AreNeighbours(const std::string& a, const std::string& b) {
  SILLOK_ASSIGN_OR_RETURN(const bool match, Match(a, b));
  if (!match) return false;
  return AreCompared(a, b);
}

absl::StatusOr<bool> EventGraph::HangTogether(const std::string& a, const std::string& b) {
  SILLOK_ASSIGN_OR_RETURN(const bool near, AreNeighbours(a, b));
  if (near) return true;
  SILLOK_ASSIGN_OR_RETURN(const std::set<std::string>* around_a, LeadingNeighbours(a));
  for (const std::string& leader : *around_a) {
    SILLOK_ASSIGN_OR_RETURN(const bool both, AreNeighbours(b, leader));
    if (both) return true;
  }
  SILLOK_ASSIGN_OR_RETURN(const std::set<std::string>* around_b, LeadingNeighbours(b));
  for (const std::string& leader : *around_a) {
    for (const std::string& other : *around_b) {
      SILLOK_ASSIGN_OR_RETURN(const bool both, AreNeighbours(leader, other));
      if (both) return true;
    }
  }
  return false;
}

}  // namespace sillok::query
