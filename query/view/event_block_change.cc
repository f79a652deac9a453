#include "query/view/event_block_change.h"

#include <algorithm>
#include <iterator>

#include "common/status/status_macros.h"

namespace sillok::query {
namespace {

using Ids = EventGraph::Ids;
using Standing = EventGraph::Standing;

}  // namespace

absl::Status EventBlockChange::Remember(const EventTellings& leaving, const EventTellings& coming) {
  for (const auto& [id, telling] : leaving) {
    before_.Set(id, telling);
    SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* blocks, before_.WideOf(id));
    for (const EventBlock& block : *blocks) touched_[block].leaving.push_back(id);
  }
  for (const auto& [id, telling] : coming) {
    after_.Set(id, telling);
    SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock>* blocks, after_.WideOf(id));
    for (const EventBlock& block : *blocks) touched_[block].coming.push_back(id);
  }
  return ReadBefore();
}

// In the order of their rows, because those that lie together are found together.
absl::Status EventBlockChange::ReadBefore() {
  std::vector<Blocks::value_type*> sorted;
  sorted.reserve(touched_.size());
  for (Blocks::value_type& block : touched_) sorted.push_back(&block);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  for (Blocks::value_type* each : sorted) {
    SILLOK_ASSIGN_OR_RETURN(each->second.before, before_.StandingIn(each->first));
  }
  return absl::OkStatus();
}

absl::Status EventBlockChange::Write() {
  for (const auto& [block, touched] : touched_) {
    for (const std::string& id : touched.leaving) SILLOK_RETURN_IF_ERROR(Leave(block, id));
    for (const std::string& id : touched.coming) SILLOK_RETURN_IF_ERROR(Stand(block, id));
  }
  for (const auto& [block, touched] : touched_) SILLOK_RETURN_IF_ERROR(LeadAnew(block, touched));
  for (const auto& [block, touched] : touched_) SILLOK_RETURN_IF_ERROR(WriteNarrow(block, touched));
  return absl::OkStatus();
}

absl::Status EventBlockChange::Stand(const EventBlock& block, const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(const std::string* traits, after_.TraitsRowOf(id));
  return rows_.Put(Family::kEventBlocks, EventBlockKey(block, id), *traits);
}

absl::Status EventBlockChange::Leave(const EventBlock& block, const std::string& id) {
  return rows_.Delete(Family::kEventBlocks, EventBlockKey(block, id));
}

// Who stands in a block is known without reading it, unless it held more than lead and has lost some.
absl::Status EventBlockChange::LeadAnew(const EventBlock& block, const Touched& touched) {
  if (touched.before->crowded && !touched.leaving.empty()) return absl::OkStatus();
  Ids stayed;
  std::set_difference(touched.before->leaders.begin(), touched.before->leaders.end(), touched.leaving.begin(),
                      touched.leaving.end(), std::back_inserter(stayed));
  Standing now;
  std::set_union(stayed.begin(), stayed.end(), touched.coming.begin(), touched.coming.end(),
                 std::back_inserter(now.leaders));
  now.crowded = touched.before->crowded || now.leaders.size() > most_leaders_;
  if (now.leaders.size() > most_leaders_) now.leaders.resize(most_leaders_);
  after_.Set(block, std::move(now));
  return absl::OkStatus();
}

absl::Status EventBlockChange::WriteNarrow(const EventBlock& wide, const Touched& touched) {
  SILLOK_ASSIGN_OR_RETURN(const Standing* now, after_.StandingIn(wide));
  if (!touched.before->crowded && !now->crowded) return absl::OkStatus();
  crowded_.emplace_back(wide, touched.before);
  SILLOK_ASSIGN_OR_RETURN(const Blocks narrow, NarrowTouched(wide, touched));
  SILLOK_RETURN_IF_ERROR(WriteWithin(wide, narrow, touched.before->crowded, now->crowded));
  for (const auto& [block, change] : narrow) {
    crowded_.emplace_back(block, change.before);
    if (now->crowded) SILLOK_RETURN_IF_ERROR(LeadAnew(block, change));
  }
  return absl::OkStatus();
}

// The narrow blocks of those who come and leave, with who stood there.
absl::StatusOr<EventBlockChange::Blocks> EventBlockChange::NarrowTouched(const EventBlock& wide,
                                                                         const Touched& touched) {
  Blocks narrow;
  for (const std::string& id : touched.leaving) {
    SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock> blocks, before_.NarrowOf(id, wide));
    for (const EventBlock& block : blocks) narrow[block].leaving.push_back(id);
  }
  for (const std::string& id : touched.coming) {
    SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock> blocks, after_.NarrowOf(id, wide));
    for (const EventBlock& block : blocks) narrow[block].coming.push_back(id);
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
      for (const std::string& id : change.leaving) SILLOK_RETURN_IF_ERROR(Leave(block, id));
    }
    if (crowded) {
      for (const std::string& id : change.coming) SILLOK_RETURN_IF_ERROR(Stand(block, id));
    }
  }
  if (was_crowded == crowded) return absl::OkStatus();
  SILLOK_ASSIGN_OR_RETURN(const Ids members, after_.Members(wide));
  for (const std::string& id : members) {
    SILLOK_ASSIGN_OR_RETURN(const std::vector<EventBlock> blocks, after_.NarrowOf(id, wide));
    for (const EventBlock& block : blocks) {
      SILLOK_RETURN_IF_ERROR(crowded ? Stand(block, id) : Leave(block, id));
    }
  }
  return absl::OkStatus();
}

}  // namespace sillok::query
