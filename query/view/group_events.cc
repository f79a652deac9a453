#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/status/status_macros.h"
#include "query/link/event_match.h"
#include "query/view/event_groups.h"
#include "query/view/event_parts.h"
#include "query/view/in_order.h"
#include "query/view/regroup_events.h"

namespace sillok::query {
namespace {

std::set<EventBlock> BlocksOf(const EventTelling& telling) {
  std::set<EventBlock> blocks;
  for (const EventBlock& wide : StandsIn(telling.clause->traits)) {
    for (const EventBlock& narrow : NarrowIn(telling.clause->traits, wide)) blocks.insert(narrow);
    blocks.insert(wide);
  }
  return blocks;
}

// Which clauses stand in a block, in order.
using ClausesIn = std::map<EventBlock, std::vector<std::string>>;

// Whether the blocks let two clauses be compared.
class Comparable {
 public:
  Comparable(const SortedTellings& tellings, size_t leaders) : leaders_(leaders) {
    for (const auto* telling : tellings) {
      for (const EventBlock& block : BlocksOf(telling->second)) standing_[block].push_back(telling->first);
    }
  }
  [[nodiscard]] const ClausesIn& standing() const { return standing_; }

  [[nodiscard]] bool Compared(const std::string& a, const std::set<EventBlock>& a_blocks,
                              const std::string& b, const std::set<EventBlock>& b_blocks) const {
    for (const EventBlock& block : a_blocks) {
      for (const EventBlock& seen : SeenFrom(block)) {
        if (b_blocks.contains(seen) && (Leads(a, block) || Leads(b, seen))) return true;
      }
    }
    return false;
  }

 private:
  [[nodiscard]] bool Leads(const std::string& id, const EventBlock& block) const {
    const std::vector<std::string>& ids = standing_.at(block);
    for (size_t at = 0; at < ids.size() && at < leaders_; ++at) {
      if (ids[at] == id) return true;
    }
    return false;
  }

  ClausesIn standing_;
  size_t leaders_;
};

}  // namespace

absl::StatusOr<GroupChanges> GroupEvents(Rows& rows, const EventTellings& tellings, size_t leaders) {
  const SortedTellings sorted = InOrder(tellings);
  const Comparable comparable(sorted, leaders);
  EventParts parts;
  for (auto a = sorted.begin(); a != sorted.end(); ++a) {
    const auto& [id, telling] = **a;
    parts.Add(id);
    const std::set<EventBlock> blocks = BlocksOf(telling);
    for (auto b = sorted.begin(); b != a; ++b) {
      const auto& [other_id, other] = **b;
      if (TellOneEvent(telling.clause->traits, other.clause->traits) &&
          comparable.Compared(id, blocks, other_id, BlocksOf(other))) {
        parts.Join(id, other_id);
      }
    }
  }
  for (const auto& [block, ids] : comparable.standing()) {
    if (block.is_narrow() && comparable.standing().at(block.Wide()).size() <= leaders) continue;
    for (const std::string& id : ids) {
      SILLOK_RETURN_IF_ERROR(
          rows.Put(Family::kEventBlocks, EventBlockKey(block, id), tellings.at(id).clause->row));
    }
  }
  EventGroups groups(rows);
  for (const auto& [id, key] : parts.Smallest()) {
    SILLOK_RETURN_IF_ERROR(groups.Put(key, MemberOf(tellings.at(id))));
  }
  return groups.changes();
}

}  // namespace sillok::query
