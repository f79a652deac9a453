#include "query/view/event_block_change.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/status/status_macros.h"
#include "query/view/in_order.h"

namespace sillok::query {

absl::Status EventBlockChange::Remember(const SortedTellings& leaving, const SortedTellings& coming) {
  for (const auto* telling : leaving) {
    const SharedClause& clause = telling->second.clause;
    before_.Set(clause);
    for (const EventBlock& block : before_.WideBlocks(*clause)) touched_[block].leaving.push_back(clause);
  }
  for (const auto* telling : coming) {
    const SharedClause& clause = telling->second.clause;
    after_.Set(clause);
    for (const EventBlock& block : after_.WideBlocks(*clause)) touched_[block].coming.push_back(clause);
  }
  return ReadBefore();
}

absl::Status EventBlockChange::ReadBefore() {
  for (auto* each : InOrder(touched_)) {
    SILLOK_ASSIGN_OR_RETURN(each->second.before, before_.StandingIn(each->first));
  }
  return absl::OkStatus();
}

absl::Status EventBlockChange::Write() {
  for (const auto& [block, touched] : touched_) {
    for (const auto& clause : touched.leaving) SILLOK_RETURN_IF_ERROR(Leave(block, *clause));
    for (const auto& clause : touched.coming) SILLOK_RETURN_IF_ERROR(Stand(block, *clause));
  }
  for (const auto& [block, touched] : touched_) StandAnew(block, touched);
  for (const auto& [block, touched] : touched_) SILLOK_RETURN_IF_ERROR(WriteNarrow(block, touched));
  return absl::OkStatus();
}

absl::Status EventBlockChange::Stand(const EventBlock& block, const EventClause& clause) {
  return rows_.Put(Family::kEventBlocks, EventBlockKey(block, clause.id), clause.row);
}

absl::Status EventBlockChange::Leave(const EventBlock& block, const EventClause& clause) {
  return rows_.Delete(Family::kEventBlocks, EventBlockKey(block, clause.id));
}

// Who stands in a block is known without reading it, unless it held more than are kept and has lost some.
void EventBlockChange::StandAnew(const EventBlock& block, const Touched& touched) {
  if (!touched.before->whole && !touched.leaving.empty()) {
    after_.Changed(block);
    return;
  }
  const EventClauses& first = touched.before->first;
  EventClauses stayed;
  std::set_difference(first.begin(), first.end(), touched.leaving.begin(), touched.leaving.end(),
                      std::back_inserter(stayed), ById());
  EventStanding now = {.first = {}, .whole = touched.before->whole};
  std::set_union(stayed.begin(), stayed.end(), touched.coming.begin(), touched.coming.end(),
                 std::back_inserter(now.first), ById());
  after_.Set(block, std::move(now));
}

absl::Status EventBlockChange::WriteNarrow(const EventBlock& wide, const Touched& touched) {
  SILLOK_ASSIGN_OR_RETURN(const EventStanding* now, after_.StandingIn(wide));
  const bool was_crowded = before_.IsCrowded(*touched.before);
  const bool crowded = after_.IsCrowded(*now);
  if (!was_crowded && !crowded) return absl::OkStatus();
  crowded_.emplace_back(wide, touched.before);
  SILLOK_ASSIGN_OR_RETURN(const Blocks narrow, NarrowTouched(wide, touched));
  SILLOK_RETURN_IF_ERROR(WriteWithin(wide, narrow, was_crowded, crowded));
  for (const auto& [block, change] : narrow) {
    crowded_.emplace_back(block, change.before);
    if (crowded) StandAnew(block, change);
  }
  return absl::OkStatus();
}

// The narrow blocks of those who come and leave, with who stood there.
absl::StatusOr<EventBlockChange::Blocks> EventBlockChange::NarrowTouched(const EventBlock& wide,
                                                                         const Touched& touched) {
  Blocks narrow;
  for (const auto& clause : touched.leaving) {
    for (const EventBlock& block : NarrowIn(clause->traits, wide)) narrow[block].leaving.push_back(clause);
  }
  for (const auto& clause : touched.coming) {
    for (const EventBlock& block : NarrowIn(clause->traits, wide)) narrow[block].coming.push_back(clause);
  }
  for (auto& [block, change] : narrow) {
    SILLOK_ASSIGN_OR_RETURN(change.before, before_.StandingIn(block));
  }
  return narrow;
}

// Kept for all who stand there, or for nobody.
absl::Status EventBlockChange::WriteWithin(const EventBlock& wide, const Blocks& narrow, bool was_crowded,
                                           bool crowded) {
  for (const auto& [block, change] : narrow) {
    if (was_crowded) {
      for (const auto& clause : change.leaving) SILLOK_RETURN_IF_ERROR(Leave(block, *clause));
    }
    if (crowded) {
      for (const auto& clause : change.coming) SILLOK_RETURN_IF_ERROR(Stand(block, *clause));
    }
  }
  if (was_crowded == crowded) return absl::OkStatus();
  SILLOK_ASSIGN_OR_RETURN(const EventGraph::Seen members, after_.Members(wide));
  for (const EventClause* clause : members) {
    for (const EventBlock& block : NarrowIn(clause->traits, wide)) {
      SILLOK_RETURN_IF_ERROR(crowded ? Stand(block, *clause) : Leave(block, *clause));
    }
  }
  return absl::OkStatus();
}

}  // namespace sillok::query
