#include "query/view/event_graph.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "absl/strings/string_view.h"
#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/link/event_match.h"
#include "query/view/event_telling.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

using Seen = EventGraph::Seen;

// Somebody else keeps them.
void AddFirst(const EventClauses& clauses, size_t count, Seen& seen) {
  for (size_t at = 0; at < count; ++at) seen.push_back(clauses[at].get());
}

// Of those seen, the others that tell the event of a clause.
Seen MatchesOf(const EventClause& clause, Seen seen) {
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  // The id last: it lies elsewhere in memory, and keeps out the clause itself alone.
  std::erase_if(seen, [&clause](const EventClause* other) {
    return !TellOneEvent(clause.traits, other->traits) || other->id == clause.id;
  });
  return seen;
}

// Those of a wide block who stand in a narrow one within it.
EventStanding Within(const EventStanding& wide, const EventBlock& narrow) {
  EventStanding standing;
  std::copy_if(wide.first.begin(), wide.first.end(), std::back_inserter(standing.first),
               [&narrow](const SharedClause& clause) { return StandsWithin(clause->traits, narrow); });
  return standing;
}

}  // namespace

void EventGraph::Set(const EventBlock& block, EventStanding standing) {
  if (standing.first.size() > most_kept()) {
    standing.first.resize(most_kept());
    standing.whole = false;
  }
  standing_[block] = std::make_unique<const EventStanding>(std::move(standing));
}

absl::StatusOr<const EventClause*> EventGraph::Learn(const std::string& id, std::string_view mention) {
  if (const SharedClause known = Share(id); known != nullptr) return known.get();
  storage::v1::StoredEventMention stored;
  SILLOK_RETURN_IF_ERROR(ParseRow(mention, stored));
  SILLOK_ASSIGN_OR_RETURN(const SharedClause clause, Read(id, stored.traits()));
  return clause.get();
}

SharedClause EventGraph::Share(std::string_view id) const {
  const auto clause = clauses_.find(absl::string_view(id.data(), id.size()));
  if (clause != clauses_.end()) return clause->second;
  return before_ == nullptr ? nullptr : before_->Share(id);
}

absl::StatusOr<SharedClause> EventGraph::Read(std::string id, std::string_view traits) {
  if (SharedClause known = Share(id); known != nullptr) return known;
  EventClause clause = {.id = std::move(id), .row = std::string(traits), .traits = {}};
  SILLOK_ASSIGN_OR_RETURN(clause.traits, ParseTraits(traits));
  auto read = std::make_shared<const EventClause>(std::move(clause));
  clauses_.emplace(read->id, read);
  return read;
}

absl::StatusOr<EventStanding> EventGraph::FirstIn(const EventBlock& block, size_t most) {
  EventStanding standing;
  const std::string prefix = EventBlockPrefix(block);
  absl::Status status;
  SILLOK_RETURN_IF_ERROR(
      rows_.Scan(Family::kEventBlocks, prefix, [&](std::string_view key, std::string_view traits) {
        standing.whole = standing.first.size() < most;
        if (!standing.whole) return false;
        absl::StatusOr<SharedClause> clause =
            Read(KeyReader(key.substr(prefix.size())).Text().value_or(""), traits);
        status = clause.status();
        if (clause.ok()) standing.first.push_back(*std::move(clause));
        return status.ok();
      }));
  SILLOK_RETURN_IF_ERROR(status);
  return standing;
}

const std::vector<EventBlock>& EventGraph::WideBlocks(const EventClause& clause) {
  const auto [blocks, is_new] = wide_.try_emplace(&clause);
  if (is_new) blocks->second = StandsIn(clause.traits);
  return blocks->second;
}

absl::StatusOr<const EventStanding*> EventGraph::StandingIn(const EventBlock& block) {
  const auto known = standing_.find(block);
  if (known != standing_.end() && known->second != nullptr) return known->second.get();
  const bool as_before = before_ != nullptr && known == standing_.end();
  if (as_before && !block.is_narrow()) return before_->StandingIn(block);
  if (block.is_narrow()) {
    SILLOK_ASSIGN_OR_RETURN(const EventStanding* wide, StandingIn(block.Wide()));
    if (!wide->whole && as_before) return before_->StandingIn(block);
    if (wide->whole) {
      return (standing_[block] = std::make_unique<const EventStanding>(Within(*wide, block))).get();
    }
  }
  SILLOK_ASSIGN_OR_RETURN(EventStanding standing, FirstIn(block, most_kept()));
  return (standing_[block] = std::make_unique<const EventStanding>(std::move(standing))).get();
}

absl::StatusOr<Seen> EventGraph::Members(const EventBlock& block) {
  SILLOK_ASSIGN_OR_RETURN(const EventStanding* standing, StandingIn(block));
  EventStanding all;
  if (!standing->whole) {
    SILLOK_ASSIGN_OR_RETURN(all, FirstIn(block, std::numeric_limits<size_t>::max()));
    standing = &all;
  }
  Seen members;
  AddFirst(standing->first, standing->first.size(), members);
  return members;
}

absl::StatusOr<const std::vector<EventBlock>*> EventGraph::KeptBlocks(const EventClause& clause) {
  if (const auto known = kept_.find(&clause); known != kept_.end()) return &known->second;
  const std::vector<EventBlock>& all_wide = WideBlocks(clause);
  std::vector<EventBlock> kept = all_wide;
  for (const EventBlock& wide : all_wide) {
    SILLOK_ASSIGN_OR_RETURN(const EventStanding* standing, StandingIn(wide));
    if (!IsCrowded(*standing)) continue;
    const std::vector<EventBlock> narrow = NarrowIn(clause.traits, wide);
    kept.insert(kept.end(), narrow.begin(), narrow.end());
  }
  std::sort(kept.begin(), kept.end());
  return &(kept_[&clause] = std::move(kept));
}

absl::StatusOr<bool> EventGraph::Leads(const EventClause& clause, const EventBlock& block) {
  SILLOK_ASSIGN_OR_RETURN(const EventStanding* standing, StandingIn(block));
  return !IsCrowded(*standing) || IsAmong(standing->first, LeadersOf(*standing), clause);
}

absl::StatusOr<Seen> EventGraph::LeadersSeen(const EventClause& clause) {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* blocks, KeptBlocks(clause));
  Seen seen;
  const auto look = [&](const EventBlock& block) -> absl::Status {
    SILLOK_ASSIGN_OR_RETURN(const EventStanding* standing, StandingIn(block));
    AddFirst(standing->first, LeadersOf(*standing), seen);
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

absl::StatusOr<const Seen*> EventGraph::LeadingNeighbours(const EventClause& clause) {
  const auto known = leading_.find(&clause);
  if (known != leading_.end()) return &known->second;
  SILLOK_ASSIGN_OR_RETURN(Seen seen, LeadersSeen(clause));
  return &(leading_[&clause] = MatchesOf(clause, std::move(seen)));
}

absl::StatusOr<Seen> EventGraph::Neighbours(const EventClause& clause, const Passed& passed) {
  SILLOK_ASSIGN_OR_RETURN(Seen seen, LeadersSeen(clause));
  SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* blocks, KeptBlocks(clause));
  for (const EventBlock& block : *blocks) {
    SILLOK_ASSIGN_OR_RETURN(const bool leads, Leads(clause, block));
    if (!leads) continue;
    for (const EventBlock& other : SeenFrom(block)) {
      SILLOK_ASSIGN_OR_RETURN(const EventStanding* standing, StandingIn(other));
      if (!IsCrowded(*standing)) continue;  // all of it is seen already
      SILLOK_ASSIGN_OR_RETURN(const Seen members, Members(other));
      seen.insert(seen.end(), members.begin(), members.end());
    }
  }
  std::erase_if(seen, [&passed](const EventClause* other) { return passed.contains(other); });
  return MatchesOf(clause, std::move(seen));
}

absl::StatusOr<bool> EventGraph::AreCompared(const EventClause& a, const EventClause& b) {
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

absl::StatusOr<bool> EventGraph::AreNeighbours(const EventClause& a, const EventClause& b) {
  if (!TellOneEvent(a.traits, b.traits)) return false;
  return AreCompared(a, b);
}

absl::StatusOr<bool> EventGraph::HangTogether(const EventClause& a, const EventClause& b) {
  SILLOK_ASSIGN_OR_RETURN(const bool near, AreNeighbours(a, b));
  if (near) return true;
  SILLOK_ASSIGN_OR_RETURN(const Seen* around_a, LeadingNeighbours(a));
  for (const EventClause* leader : *around_a) {
    SILLOK_ASSIGN_OR_RETURN(const bool both, AreNeighbours(b, *leader));
    if (both) return true;
  }
  SILLOK_ASSIGN_OR_RETURN(const Seen* around_b, LeadingNeighbours(b));
  for (const EventClause* leader : *around_a) {
    for (const EventClause* other : *around_b) {
      SILLOK_ASSIGN_OR_RETURN(const bool both, AreNeighbours(*leader, *other));
      if (both) return true;
    }
  }
  return false;
}

}  // namespace sillok::query
