#include "query/view/event_graph.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/link/event_match.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

using Ids = EventGraph::Ids;

void AddOthers(const Ids& ids, const std::string& id, Ids& others) {
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(others),
               [&id](const std::string& other) { return other != id; });
}

void Sort(Ids& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

void EventGraph::Set(const std::string& id, const EventTelling& telling) {
  clauses_[id] = {.row = telling.traits_row, .traits = telling.traits};
}

absl::Status EventGraph::Learn(const std::string& id, std::string_view mention) {
  const auto [clause, is_new] = clauses_.try_emplace(id);
  if (!is_new) return absl::OkStatus();
  storage::v1::StoredEventMention stored;
  SILLOK_RETURN_IF_ERROR(ParseRow(mention, stored));
  clause->second.row = std::move(*stored.mutable_traits());
  return absl::OkStatus();
}

absl::StatusOr<Ids> EventGraph::FirstIn(const EventBlock& block, size_t most) {
  Ids ids;
  const std::string prefix = EventBlockPrefix(block);
  SILLOK_RETURN_IF_ERROR(
      rows_.Scan(Family::kEventBlocks, prefix, [&](std::string_view key, std::string_view traits) {
        ids.push_back(KeyReader(key.substr(prefix.size())).Text().value_or(""));
        const auto [clause, is_new] = clauses_.try_emplace(ids.back());
        if (is_new) clause->second.row = std::string(traits);
        return ids.size() < most;
      }));
  return ids;
}

absl::StatusOr<const EventGraph::Standing*> EventGraph::StandingIn(const EventBlock& block) {
  const auto known = standing_.find(block);
  if (known != standing_.end()) return &known->second;
  SILLOK_ASSIGN_OR_RETURN(Standing standing, ReadStanding(block));
  return &(standing_[block] = std::move(standing));
}

absl::StatusOr<EventGraph::Standing> EventGraph::ReadStanding(const EventBlock& block) {
  Standing standing;
  if (block.is_narrow()) {
    SILLOK_ASSIGN_OR_RETURN(const Standing* wide, StandingIn(block.Wide()));
    if (!wide->crowded) {
      for (const std::string& id : wide->leaders) {
        SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock> narrow, NarrowOf(id, block.Wide()));
        if (std::binary_search(narrow.begin(), narrow.end(), block)) standing.leaders.push_back(id);
      }
      return standing;
    }
  }
  SILLOK_ASSIGN_OR_RETURN(standing.leaders, FirstIn(block, most_leaders_ + 1));
  standing.crowded = standing.leaders.size() > most_leaders_;
  if (standing.crowded) standing.leaders.pop_back();
  return standing;
}

absl::StatusOr<Ids> EventGraph::Members(const EventBlock& block) {
  SILLOK_ASSIGN_OR_RETURN(const Standing* standing, StandingIn(block));
  if (!standing->crowded) return standing->leaders;
  return FirstIn(block, std::numeric_limits<size_t>::max());
}

absl::StatusOr<std::vector<EventBlock>> EventGraph::NarrowOf(const std::string& id, const EventBlock& wide) {
  SILLOK_ASSIGN_OR_RETURN(const EventTraits* traits, TraitsOf(id));
  return NarrowIn(*traits, wide);
}

absl::StatusOr<EventGraph::Clause*> EventGraph::Read(const std::string& id) {
  auto clause = clauses_.find(id);
  if (clause == clauses_.end() && before_ != nullptr) {
    if (const auto known = before_->clauses_.find(id); known != before_->clauses_.end()) {
      clause = clauses_.emplace(id, Clause{.row = known->second.row}).first;
    }
  }
  if (clause == clauses_.end()) return absl::DataLossError("events/" + id + " has lost its traits");
  if (!clause->second.traits.has_value()) {
    SILLOK_ASSIGN_OR_RETURN(clause->second.traits, ParseTraits(clause->second.row));
  }
  return &clause->second;
}

absl::StatusOr<const EventTraits*> EventGraph::TraitsOf(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const Clause* clause, Read(id));
  return &*clause->traits;
}

absl::StatusOr<const std::string*> EventGraph::TraitsRowOf(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const Clause* clause, Read(id));
  return &clause->row;
}

absl::StatusOr<const std::vector<EventBlock>*> EventGraph::WideOf(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(Clause * clause, Read(id));
  if (!clause->wide.has_value()) clause->wide = StandsIn(*clause->traits);
  return &*clause->wide;
}

absl::StatusOr<const std::vector<EventBlock>*> EventGraph::KeptBlocks(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(Clause * clause, Read(id));
  if (clause->kept.has_value()) return &*clause->kept;
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* all_wide, WideOf(id));
  std::vector<EventBlock> kept = *all_wide;
  for (const EventBlock& wide : *all_wide) {
    SILLOK_ASSIGN_OR_RETURN(const Standing* standing, StandingIn(wide));
    if (!standing->crowded) continue;
    const std::vector<EventBlock> narrow = NarrowIn(*clause->traits, wide);
    kept.insert(kept.end(), narrow.begin(), narrow.end());
  }
  std::sort(kept.begin(), kept.end());
  clause->kept = std::move(kept);
  return &*clause->kept;
}

absl::StatusOr<bool> EventGraph::Match(const std::string& a, const std::string& b) {
  SILLOK_ASSIGN_OR_RETURN(const EventTraits* one, TraitsOf(a));
  SILLOK_ASSIGN_OR_RETURN(const EventTraits* other, TraitsOf(b));
  return TellOneEvent(*one, *other);
}

absl::StatusOr<Ids> EventGraph::MatchesOf(const std::string& id, Ids others) {
  Sort(others);
  Ids matches;
  for (std::string& other : others) {
    SILLOK_ASSIGN_OR_RETURN(const bool match, Match(id, other));
    if (match) matches.push_back(std::move(other));
  }
  return matches;
}

absl::StatusOr<bool> EventGraph::Leads(const std::string& id, const EventBlock& block) {
  SILLOK_ASSIGN_OR_RETURN(const Standing* standing, StandingIn(block));
  return std::binary_search(standing->leaders.begin(), standing->leaders.end(), id);
}

absl::StatusOr<Ids> EventGraph::LeadersSeen(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* blocks, KeptBlocks(id));
  Ids seen;
  const auto look = [&](const EventBlock& block) -> absl::Status {
    SILLOK_ASSIGN_OR_RETURN(const Standing* standing, StandingIn(block));
    AddOthers(standing->leaders, id, seen);
    return absl::OkStatus();
  };
  for (const EventBlock& block : *blocks) {
    if (SeesItselfAlone(block)) {
      SILLOK_RETURN_IF_ERROR(look(block));
      continue;
    }
    for (const EventBlock& other : SeenFrom(block)) SILLOK_RETURN_IF_ERROR(look(other));
  }
  return seen;
}

absl::StatusOr<const Ids*> EventGraph::LeadingNeighbours(const std::string& id) {
  const auto known = leading_.find(id);
  if (known != leading_.end()) return &known->second;
  SILLOK_ASSIGN_OR_RETURN(Ids seen, LeadersSeen(id));
  SILLOK_ASSIGN_OR_RETURN(Ids neighbours, MatchesOf(id, std::move(seen)));
  return &(leading_[id] = std::move(neighbours));
}

absl::StatusOr<Ids> EventGraph::Neighbours(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(Ids seen, LeadersSeen(id));
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* blocks, KeptBlocks(id));
  for (const EventBlock& block : *blocks) {
    SILLOK_ASSIGN_OR_RETURN(const bool leads, Leads(id, block));
    if (!leads) continue;
    for (const EventBlock& other : SeenFrom(block)) {
      SILLOK_ASSIGN_OR_RETURN(const Standing* standing, StandingIn(other));
      if (!standing->crowded) continue;  // all of it is seen already
      SILLOK_ASSIGN_OR_RETURN(const Ids members, Members(other));
      AddOthers(members, id, seen);
    }
  }
  return MatchesOf(id, std::move(seen));
}

absl::StatusOr<bool> EventGraph::AreCompared(const std::string& a, const std::string& b) {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* blocks, KeptBlocks(a));
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* others, KeptBlocks(b));
  for (const EventBlock& block : *blocks) {
    for (const EventBlock& seen : SeenFrom(block)) {
      if (!std::binary_search(others->begin(), others->end(), seen)) continue;
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
  SILLOK_ASSIGN_OR_RETURN(const Ids* around_a, LeadingNeighbours(a));
  for (const std::string& leader : *around_a) {
    SILLOK_ASSIGN_OR_RETURN(const bool both, AreNeighbours(b, leader));
    if (both) return true;
  }
  SILLOK_ASSIGN_OR_RETURN(const Ids* around_b, LeadingNeighbours(b));
  for (const std::string& leader : *around_a) {
    for (const std::string& other : *around_b) {
      SILLOK_ASSIGN_OR_RETURN(const bool both, AreNeighbours(leader, other));
      if (both) return true;
    }
  }
  return false;
}

}  // namespace sillok::query
