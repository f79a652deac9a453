#include "query/view/event_graph.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "absl/strings/string_view.h"
#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/link/event_match.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

using Ids = EventGraph::Ids;

void AddOthers(const Ids& ids, std::string_view id, std::vector<std::string_view>& others) {
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(others),
               [id](const std::string& other) { return other != id; });
}

}  // namespace

void EventGraph::Set(const std::string& id, const EventTelling& telling) {
  clauses_[id] = {.row = telling.traits_row, .traits = telling.traits};
}

absl::Status EventGraph::Learn(const std::string& id, std::string_view mention) {
  if (Find(id) != nullptr) return absl::OkStatus();
  storage::v1::StoredEventMention stored;
  SILLOK_RETURN_IF_ERROR(ParseRow(mention, stored));
  clauses_[id].row = std::move(*stored.mutable_traits());
  return absl::OkStatus();
}

absl::StatusOr<Ids> EventGraph::FirstIn(const EventBlock& block, size_t most) {
  Ids ids;
  const std::string prefix = EventBlockPrefix(block);
  SILLOK_RETURN_IF_ERROR(
      rows_.Scan(Family::kEventBlocks, prefix, [&](std::string_view key, std::string_view traits) {
        ids.push_back(KeyReader(key.substr(prefix.size())).Text().value_or(""));
        if (Find(ids.back()) == nullptr) clauses_[ids.back()].row = std::string(traits);
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

EventGraph::Clause* EventGraph::Find(std::string_view id) {
  const auto clause = clauses_.find(absl::string_view(id.data(), id.size()));
  if (clause != clauses_.end()) return &clause->second;
  return before_ == nullptr ? nullptr : before_->Find(id);
}

absl::StatusOr<EventGraph::Clause*> EventGraph::Read(std::string_view id) {
  Clause* clause = Find(id);
  if (clause == nullptr) return absl::DataLossError("events/" + std::string(id) + " has lost its traits");
  if (!clause->traits.has_value()) {
    SILLOK_ASSIGN_OR_RETURN(clause->traits, ParseTraits(clause->row));
  }
  return clause;
}

absl::StatusOr<const EventTraits*> EventGraph::TraitsOf(std::string_view id) {
  SILLOK_ASSIGN_OR_RETURN(const Clause* clause, Read(id));
  return &*clause->traits;
}

absl::StatusOr<const std::string*> EventGraph::TraitsRowOf(std::string_view id) {
  SILLOK_ASSIGN_OR_RETURN(const Clause* clause, Read(id));
  return &clause->row;
}

absl::StatusOr<const std::vector<EventBlock>*> EventGraph::WideOf(std::string_view id) {
  SILLOK_ASSIGN_OR_RETURN(Clause * clause, Read(id));
  if (!clause->wide.has_value()) clause->wide = StandsIn(*clause->traits);
  return &*clause->wide;
}

absl::StatusOr<const std::vector<EventBlock>*> EventGraph::KeptBlocks(const std::string& id) {
  if (const auto known = kept_.find(id); known != kept_.end()) return &known->second;
  SILLOK_ASSIGN_OR_RETURN(const EventTraits* traits, TraitsOf(id));
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* all_wide, WideOf(id));
  std::vector<EventBlock> kept = *all_wide;
  for (const EventBlock& wide : *all_wide) {
    SILLOK_ASSIGN_OR_RETURN(const Standing* standing, StandingIn(wide));
    if (!standing->crowded) continue;
    const std::vector<EventBlock> narrow = NarrowIn(*traits, wide);
    kept.insert(kept.end(), narrow.begin(), narrow.end());
  }
  std::sort(kept.begin(), kept.end());
  return &(kept_[id] = std::move(kept));
}

absl::StatusOr<bool> EventGraph::Match(const std::string& a, const std::string& b) {
  SILLOK_ASSIGN_OR_RETURN(const EventTraits* one, TraitsOf(a));
  SILLOK_ASSIGN_OR_RETURN(const EventTraits* other, TraitsOf(b));
  return TellOneEvent(*one, *other);
}

absl::StatusOr<Ids> EventGraph::MatchesOf(const std::string& id, SeenIds others) {
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  SILLOK_ASSIGN_OR_RETURN(const EventTraits* traits, TraitsOf(id));
  Ids matches;
  for (const std::string_view other : others) {
    SILLOK_ASSIGN_OR_RETURN(const EventTraits* other_traits, TraitsOf(other));
    if (TellOneEvent(*traits, *other_traits)) matches.emplace_back(other);
  }
  return matches;
}

absl::StatusOr<bool> EventGraph::Leads(const std::string& id, const EventBlock& block) {
  SILLOK_ASSIGN_OR_RETURN(const Standing* standing, StandingIn(block));
  return std::binary_search(standing->leaders.begin(), standing->leaders.end(), id);
}

absl::StatusOr<EventGraph::SeenIds> EventGraph::LeadersSeen(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* blocks, KeptBlocks(id));
  SeenIds seen;
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
  SILLOK_ASSIGN_OR_RETURN(SeenIds seen, LeadersSeen(id));
  SILLOK_ASSIGN_OR_RETURN(Ids neighbours, MatchesOf(id, std::move(seen)));
  return &(leading_[id] = std::move(neighbours));
}

absl::StatusOr<Ids> EventGraph::Neighbours(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(SeenIds seen, LeadersSeen(id));
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* blocks, KeptBlocks(id));
  std::deque<Ids> crowds;  // where the ids seen lie
  for (const EventBlock& block : *blocks) {
    SILLOK_ASSIGN_OR_RETURN(const bool leads, Leads(id, block));
    if (!leads) continue;
    for (const EventBlock& other : SeenFrom(block)) {
      SILLOK_ASSIGN_OR_RETURN(const Standing* standing, StandingIn(other));
      if (!standing->crowded) continue;  // all of it is seen already
      SILLOK_ASSIGN_OR_RETURN(crowds.emplace_back(), Members(other));
      AddOthers(crowds.back(), id, seen);
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
