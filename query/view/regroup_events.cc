#include "query/view/regroup_events.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/status/status_macros.h"
#include "query/link/event_match.h"
#include "query/view/event_block_change.h"
#include "query/view/event_graph.h"
#include "query/view/event_groups.h"
#include "query/view/event_parts.h"
#include "query/view/in_order.h"

namespace sillok::query {
namespace {

using Seen = EventGraph::Seen;

// One change, in the order of the methods.
class EventRegrouping {
 public:
  EventRegrouping(Rows& rows, EventGroups& groups, const EventTellings& leaving, const EventTellings& coming,
                  size_t leaders)
      : groups_(groups),
        leaving_(leaving),
        coming_(coming),
        coming_in_order_(InOrder(coming)),
        old_(rows, leaders),
        now_(&old_),
        blocks_(rows, old_, now_) {}

  // What hangs on the clauses that leave, and who stands in the blocks, before anything is changed.
  absl::Status Remember() {
    SILLOK_RETURN_IF_ERROR(blocks_.Remember(InOrder(leaving_), coming_in_order_));
    EventParts parts;  // those that leave, where neighbours leave together
    std::map<std::string, Seen> near;
    for (const auto& [id, telling] : leaving_) {
      parts.Add(id);
      SILLOK_ASSIGN_OR_RETURN(near[id], old_.Neighbours(*telling.clause));
      for (const EventClause* other : near[id]) {
        if (leaving_.contains(other->id)) parts.Join(id, other->id);
      }
    }
    for (const auto& [id, part] : parts.Smallest()) {
      SILLOK_ASSIGN_OR_RETURN(const std::string group, groups_.GroupOf(id));
      std::set<const EventClause*, ById>& left = left_[group][part];
      for (const EventClause* other : near[id]) {
        if (!leaving_.contains(other->id)) left.insert(other);
      }
    }
    return absl::OkStatus();
  }

  absl::Status Write() {
    for (const auto& [id, telling] : leaving_) {
      SILLOK_ASSIGN_OR_RETURN(const std::string group, groups_.GroupOf(id));
      SILLOK_RETURN_IF_ERROR(groups_.Delete(group, MemberOf(telling)));
    }
    return blocks_.Write();
  }

  // Which groups may fall apart, and which clauses are neighbours now.
  absl::Status Compare() {
    for (const auto& [group, neighbours] : left_) {
      for (const auto& [part, near] : neighbours) {
        for (const EventClause* other : near) SILLOK_RETURN_IF_ERROR(Lose(group, **near.begin(), *other));
      }
    }
    for (const auto& [block, before] : blocks_.Crowded()) {
      SILLOK_RETURN_IF_ERROR(CompareLeaders(block, *before));
    }
    EventGraph::Passed compared;  // of two that come, each is a neighbour of the other
    for (const auto* telling : coming_in_order_) {
      const EventClause* const clause = telling->second.clause.get();
      SILLOK_ASSIGN_OR_RETURN(const Seen near, now_.Neighbours(*clause, compared));
      for (const EventClause* other : near) joined_.emplace_back(clause, other);
      compared.insert(clause);
    }
    return absl::OkStatus();
  }

  // Groups that have lost their hold or their smallest id.
  absl::Status TakeApart() {
    for (const std::string& group : broken_) {
      SILLOK_ASSIGN_OR_RETURN(const std::vector<EventMember> members, groups_.Members(group));
      EventParts parts;
      for (const EventMember& member : members) parts.Add(member.id);
      for (const EventMember& member : members) {
        SILLOK_ASSIGN_OR_RETURN(const EventClause* clause, now_.Learn(member.id, member.row));
        SILLOK_ASSIGN_OR_RETURN(const Seen* near, now_.LeadingNeighbours(*clause));
        for (const EventClause* other : *near) {
          if (parts.Has(other->id)) parts.Join(member.id, other->id);
        }
      }
      SILLOK_RETURN_IF_ERROR(MoveParts(group, members, parts));
    }
    for (const auto& [group, neighbours] : left_) {
      if (broken_.contains(group) || !leaving_.contains(group)) continue;
      SILLOK_ASSIGN_OR_RETURN(const std::vector<EventMember> members, groups_.Members(group));
      EventParts parts;
      for (const EventMember& member : members) parts.Join(members.front().id, member.id);
      SILLOK_RETURN_IF_ERROR(MoveParts(group, members, parts));
    }
    return absl::OkStatus();
  }

  // The clauses that come, and the groups that have become one.
  absl::Status Join() {
    EventParts parts;
    for (const auto& [one, other] : joined_) {
      SILLOK_ASSIGN_OR_RETURN(const std::string left, PartOf(one->id));
      SILLOK_ASSIGN_OR_RETURN(const std::string right, PartOf(other->id));
      parts.Join(left, right);
    }
    const std::map<std::string, std::string> smallest = parts.Smallest();
    for (const auto& [part, key] : smallest) {
      if (part == key || coming_.contains(part)) continue;
      SILLOK_ASSIGN_OR_RETURN(const std::vector<EventMember> members, groups_.Members(part));
      SILLOK_RETURN_IF_ERROR(groups_.Move(part, key, members));
    }
    for (const auto* each : coming_in_order_) {
      const auto& [id, telling] = *each;
      const auto part = smallest.find(id);
      SILLOK_RETURN_IF_ERROR(groups_.Put(part == smallest.end() ? id : part->second, MemberOf(telling)));
    }
    return absl::OkStatus();
  }

 private:
  // Those who lead the block no more, or only now, are compared with all who see it.
  absl::Status CompareLeaders(const EventBlock& block, const EventStanding& before) {
    SILLOK_ASSIGN_OR_RETURN(const EventStanding* now, now_.StandingIn(block));
    const size_t led = old_.LeadersOf(before);
    const size_t lead = now_.LeadersOf(*now);
    for (size_t at = 0; at < led; ++at) {
      const EventClause& clause = *before.first[at];
      if (IsAmong(now->first, lead, clause) || leaving_.contains(clause.id)) continue;
      SILLOK_ASSIGN_OR_RETURN(const Seen matches, MatchesSeenFrom(block, clause));
      for (const EventClause* other : matches) {
        SILLOK_ASSIGN_OR_RETURN(const std::string group, groups_.GroupOf(clause.id));
        SILLOK_RETURN_IF_ERROR(Lose(group, clause, *other));
      }
    }
    for (size_t at = 0; at < lead; ++at) {
      const EventClause& clause = *now->first[at];
      if (IsAmong(before.first, led, clause) || coming_.contains(clause.id)) continue;
      SILLOK_ASSIGN_OR_RETURN(const Seen matches, MatchesSeenFrom(block, clause));
      for (const EventClause* other : matches) joined_.emplace_back(&clause, other);
    }
    return absl::OkStatus();
  }

  // Of the clauses that were there before.
  absl::StatusOr<Seen> MatchesSeenFrom(const EventBlock& block, const EventClause& clause) {
    Seen matches;
    for (const EventBlock& seen : SeenFrom(block)) {
      SILLOK_ASSIGN_OR_RETURN(const Seen members, now_.Members(seen));
      std::copy_if(members.begin(), members.end(), std::back_inserter(matches),
                   [&](const EventClause* other) {
                     return TellOneEvent(clause.traits, other->traits) && other->id != clause.id &&
                            !coming_.contains(other->id);
                   });
    }
    return matches;
  }

  // Two clauses of a group that were neighbours, or had one in common, and may be so no more.
  absl::Status Lose(const std::string& group, const EventClause& one, const EventClause& other) {
    if (one.id == other.id || broken_.contains(group)) return absl::OkStatus();
    SILLOK_ASSIGN_OR_RETURN(const bool hang, now_.HangTogether(one, other));
    if (!hang) broken_.insert(group);
    return absl::OkStatus();
  }

  absl::Status MoveParts(const std::string& group, const std::vector<EventMember>& members,
                         EventParts& parts) {
    std::map<std::string, std::vector<EventMember>> by_key;
    const std::map<std::string, std::string> smallest = parts.Smallest();
    for (const EventMember& member : members) by_key[smallest.at(member.id)].push_back(member);
    for (const auto& [key, moved] : by_key) {
      if (key == group) continue;
      SILLOK_RETURN_IF_ERROR(groups_.Move(group, key, moved));
    }
    return absl::OkStatus();
  }

  absl::StatusOr<std::string> PartOf(const std::string& id) {
    if (coming_.contains(id)) return id;
    return groups_.GroupOf(id);
  }

  EventGroups& groups_;
  const EventTellings& leaving_;
  const EventTellings& coming_;
  const SortedTellings coming_in_order_;
  EventGraph old_;
  EventGraph now_;  // read once the rows are written
  EventBlockChange blocks_;
  // By group and by clauses that leave together: who is left beside them.
  std::map<std::string, std::map<std::string, std::set<const EventClause*, ById>>> left_;
  std::vector<std::pair<const EventClause*, const EventClause*>> joined_;
  std::set<std::string> broken_;
};

}  // namespace

absl::StatusOr<GroupChanges> RegroupEvents(Rows& rows, const EventTellings& before, EventTellings after,
                                           size_t leaders) {
  EventTellings leaving;
  EventGroups groups(rows);
  for (const auto& [id, telling] : before) {
    const auto now = after.find(id);
    if (now == after.end() || now->second.clause->traits != telling.clause->traits) {
      leaving.emplace(id, telling);
      continue;
    }
    if (now->second != telling) {
      SILLOK_ASSIGN_OR_RETURN(const std::string group, groups.GroupOf(id));
      SILLOK_RETURN_IF_ERROR(groups.Delete(group, MemberOf(telling)));
      SILLOK_RETURN_IF_ERROR(groups.Put(group, MemberOf(now->second)));
    }
    after.erase(now);
  }
  const EventTellings& coming = after;  // those that are left
  EventRegrouping regrouping(rows, groups, leaving, coming, leaders);
  SILLOK_RETURN_IF_ERROR(regrouping.Remember());
  SILLOK_RETURN_IF_ERROR(regrouping.Write());
  SILLOK_RETURN_IF_ERROR(regrouping.Compare());
  SILLOK_RETURN_IF_ERROR(regrouping.TakeApart());
  SILLOK_RETURN_IF_ERROR(regrouping.Join());
  for (auto& [group, change] : groups.changes()) {
    change.is_new = coming.contains(group) && !before.contains(group);
  }
  return std::move(groups.changes());
}

}  // namespace sillok::query
