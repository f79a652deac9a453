#include "query/view/regroup_events.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/link/event_blocks.h"
#include "query/link/event_match.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

// A clause as its row tells it.
struct Member {
  std::string id;
  std::string suffix;  // of its key, after the group
  std::string row;
  EventTraits traits;
};

std::string IdOf(std::string_view suffix) {
  KeyReader reader(suffix);
  (void)reader.Uint32();
  (void)reader.Text();
  (void)reader.Uint32();
  return reader.Text().value_or("");
}

absl::Status PutMember(Rows& rows, const std::string& group, const Member& member) {
  SILLOK_RETURN_IF_ERROR(rows.Put(Family::kEventIds, TextPrefix(member.id), group));
  return rows.Put(Family::kEventMentions, TextPrefix(group) + member.suffix, member.row);
}

Member MemberOf(const std::string& id, const EventTelling& telling) {
  return {.id = id,
          .suffix = MentionKey("", id, telling).substr(TextPrefix("").size()),
          .row = telling.row,
          .traits = telling.traits};
}

// `with_traits`: to compare them; moving needs none.
absl::StatusOr<std::vector<Member>> MembersOf(Rows& rows, const std::string& group, bool with_traits) {
  std::vector<Member> members;
  absl::Status status;
  const std::string prefix = TextPrefix(group);
  SILLOK_RETURN_IF_ERROR(
      rows.Scan(Family::kEventMentions, prefix, [&](std::string_view key, std::string_view value) {
        Member member = {.id = {},
                         .suffix = std::string(key.substr(prefix.size())),
                         .row = std::string(value),
                         .traits = {}};
        KeyReader reader(member.suffix);
        (void)reader.Uint32();
        (void)reader.Text();
        (void)reader.Uint32();
        member.id = reader.Text().value_or("");
        if (with_traits) {
          storage::v1::StoredEventMention mention;
          status = ParseRow(value, mention);
          if (!status.ok()) return false;
          absl::StatusOr<EventTraits> traits = TraitsOf(mention.traits());
          status = traits.status();
          if (!status.ok()) return false;
          member.traits = *std::move(traits);
        }
        members.push_back(std::move(member));
        return true;
      }));
  SILLOK_RETURN_IF_ERROR(status);
  return members;
}

absl::Status Move(Rows& rows, const std::string& from, const std::string& to,
                  const std::vector<Member>& members) {
  for (const Member& member : members) {
    SILLOK_RETURN_IF_ERROR(rows.Delete(Family::kEventMentions, TextPrefix(from) + member.suffix));
    SILLOK_RETURN_IF_ERROR(PutMember(rows, to, member));
  }
  return absl::OkStatus();
}

// The components of TellOneEvent among the members, breadth first.
std::vector<std::vector<Member>> Components(std::vector<Member> left) {
  std::vector<std::vector<Member>> components;
  while (!left.empty()) {
    std::vector<Member> component;
    component.push_back(std::move(left.back()));
    left.pop_back();
    for (size_t at = 0; at < component.size(); ++at) {
      const auto joins = [&](const Member& other) {
        return TellOneEvent(component[at].traits, other.traits);
      };
      const auto rest =
          std::partition(left.begin(), left.end(), [&](const Member& other) { return !joins(other); });
      std::vector<Member> found(std::make_move_iterator(rest), std::make_move_iterator(left.end()));
      left.erase(rest, left.end());
      std::move(found.begin(), found.end(), std::back_inserter(component));
    }
    components.push_back(std::move(component));
  }
  return components;
}

std::string KeyOf(const std::vector<Member>& members) {
  return std::min_element(members.begin(), members.end(),
                          [](const Member& a, const Member& b) { return a.id < b.id; })
      ->id;
}

class EventRegrouping {
 public:
  explicit EventRegrouping(Rows& rows) : rows_(rows) {}

  absl::Status Remove(const std::string& id, const EventTelling& telling) {
    SILLOK_ASSIGN_OR_RETURN(const std::string group, GroupOf(id));
    SILLOK_RETURN_IF_ERROR(rows_.Delete(Family::kEventIds, TextPrefix(id)));
    SILLOK_RETURN_IF_ERROR(rows_.Delete(Family::kEventMentions, MentionKey(group, id, telling)));
    for (const EventBlock& block : StandsIn(telling.traits)) {
      SILLOK_RETURN_IF_ERROR(rows_.Delete(Family::kEventBlocks, EventBlockKey(block, id)));
    }
    thinned_.insert(group);
    changed_.insert(group);
    return absl::OkStatus();
  }

  // What was told of an event in other words of the same traits.
  absl::Status Rewrite(const std::string& id, const EventTelling& before, const EventTelling& after) {
    SILLOK_ASSIGN_OR_RETURN(const std::string group, GroupOf(id));
    SILLOK_RETURN_IF_ERROR(rows_.Delete(Family::kEventMentions, MentionKey(group, id, before)));
    changed_.insert(group);
    return rows_.Put(Family::kEventMentions, MentionKey(group, id, after), after.row);
  }

  // After all removals, before anything is added.
  absl::Status TakeApart() {
    for (const std::string& group : thinned_) {
      SILLOK_ASSIGN_OR_RETURN(std::vector<Member> members, MembersOf(rows_, group, true));
      for (const std::vector<Member>& component : Components(std::move(members))) {
        const std::string key = KeyOf(component);
        if (key == group) continue;
        changed_.insert(key);
        SILLOK_RETURN_IF_ERROR(Move(rows_, group, key, component));
      }
    }
    thinned_.clear();
    return absl::OkStatus();
  }

  absl::Status Add(const std::string& id, const EventTelling& telling) {
    SILLOK_ASSIGN_OR_RETURN(const std::set<std::string> groups, Matches(telling.traits));
    SILLOK_RETURN_IF_ERROR(Stand(id, telling.traits));
    const std::string key = groups.empty() ? id : std::min(id, *groups.begin());
    SILLOK_RETURN_IF_ERROR(PutMember(rows_, key, MemberOf(id, telling)));
    changed_.insert(key);
    group_of_[id] = key;
    for (const std::string& group : groups) {
      if (group == key) continue;
      group_of_.clear();
      SILLOK_ASSIGN_OR_RETURN(const std::vector<Member> members, MembersOf(rows_, group, false));
      SILLOK_RETURN_IF_ERROR(Move(rows_, group, key, members));
      changed_.insert(group);
    }
    return absl::OkStatus();
  }

  std::set<std::string> Changed() && { return std::move(changed_); }

 private:
  absl::StatusOr<std::string> GroupOf(const std::string& id) {
    SILLOK_ASSIGN_OR_RETURN(std::optional<std::string> group, rows_.Get(Family::kEventIds, TextPrefix(id)));
    if (!group.has_value()) return absl::DataLossError("events/" + id + " has lost its group");
    return *std::move(group);
  }

  // The groups of the clauses that tell the same event. Of a group that one clause has led to no other is compared.
  absl::StatusOr<std::set<std::string>> Matches(const EventTraits& traits) {
    std::set<std::string> groups;
    for (const EventBlock& block : LooksIn(traits)) {
      SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string>* ids, ClausesIn(block));
      for (const std::string& id : *ids) {
        if (const auto group = group_of_.find(id); group != group_of_.end() && groups.contains(group->second))
          continue;
        if (!TellOneEvent(traits, traits_of_.at(id))) continue;
        SILLOK_ASSIGN_OR_RETURN(std::string group, GroupOf(id));
        SILLOK_RETURN_IF_ERROR(Learn(group));
        groups.insert(std::move(group));
      }
    }
    return groups;
  }

  // Read once: the clauses of one article look in the same blocks.
  absl::StatusOr<const std::vector<std::string>*> ClausesIn(const EventBlock& block) {
    const auto [known, is_new] = clauses_in_.try_emplace(block);
    if (!is_new) return &known->second;
    absl::Status status;
    SILLOK_RETURN_IF_ERROR(rows_.Scan(
        Family::kEventBlocks, EventBlockPrefix(block), [&](std::string_view key, std::string_view value) {
          KeyReader reader(key);
          (void)reader.Text();
          (void)reader.Text();
          const std::string& id = known->second.emplace_back(reader.Text().value_or(""));
          const auto [traits, is_unread] = traits_of_.try_emplace(id);
          if (!is_unread) return true;
          storage::v1::EventTraits stored;
          status = ParseRow(value, stored);
          if (!status.ok()) return false;
          absl::StatusOr<EventTraits> read = TraitsOf(stored);
          status = read.status();
          if (status.ok()) traits->second = *std::move(read);
          return status.ok();
        }));
    SILLOK_RETURN_IF_ERROR(status);
    return &known->second;
  }

  // The clause stands in its blocks from now on.
  absl::Status Stand(const std::string& id, const EventTraits& traits) {
    const std::string stored = SerializeRow(StoredTraits(traits));
    for (const EventBlock& block : StandsIn(traits)) {
      SILLOK_RETURN_IF_ERROR(rows_.Put(Family::kEventBlocks, EventBlockKey(block, id), stored));
      for (auto& [look, ids] : clauses_in_) {
        if (look.name == block.name && block.bucket.starts_with(look.bucket)) ids.push_back(id);
      }
    }
    traits_of_[id] = traits;
    return absl::OkStatus();
  }

  absl::Status Learn(const std::string& group) {
    const std::string prefix = TextPrefix(group);
    return rows_.Scan(Family::kEventMentions, prefix, [&](std::string_view key, std::string_view) {
      group_of_[IdOf(key.substr(prefix.size()))] = group;
      return true;
    });
  }

  Rows& rows_;
  std::set<std::string> thinned_;
  std::set<std::string> changed_;
  std::map<EventBlock, std::vector<std::string>> clauses_in_;  // as far as looked
  std::unordered_map<std::string, EventTraits> traits_of_;     // by id, as far as read
  std::unordered_map<std::string, std::string>
      group_of_;  // by id, as far as known; forgotten when a group moves
};

}  // namespace

absl::StatusOr<std::set<std::string>> RegroupEvents(Rows& rows, const EventTellings& before,
                                                    const EventTellings& after) {
  EventRegrouping regrouping(rows);
  for (const auto& [id, telling] : before) {
    const auto now = after.find(id);
    if (now == after.end() || now->second.traits != telling.traits) {
      SILLOK_RETURN_IF_ERROR(regrouping.Remove(id, telling));
    } else if (now->second != telling) {
      SILLOK_RETURN_IF_ERROR(regrouping.Rewrite(id, telling, now->second));
    }
  }
  SILLOK_RETURN_IF_ERROR(regrouping.TakeApart());
  for (const auto& [id, telling] : after) {
    const auto old = before.find(id);
    if (old != before.end() && old->second.traits == telling.traits) continue;
    SILLOK_RETURN_IF_ERROR(regrouping.Add(id, telling));
  }
  return std::move(regrouping).Changed();
}

absl::StatusOr<std::set<std::string>> GroupEvents(Rows& rows, const EventTellings& tellings) {
  std::vector<Member> members;
  for (const auto& [id, telling] : tellings) {
    members.push_back(MemberOf(id, telling));
    const std::string stored = SerializeRow(StoredTraits(telling.traits));
    for (const EventBlock& block : StandsIn(telling.traits)) {
      SILLOK_RETURN_IF_ERROR(rows.Put(Family::kEventBlocks, EventBlockKey(block, id), stored));
    }
  }
  std::set<std::string> groups;
  for (const std::vector<Member>& component : Components(std::move(members))) {
    const std::string key = KeyOf(component);
    for (const Member& member : component) SILLOK_RETURN_IF_ERROR(PutMember(rows, key, member));
    groups.insert(key);
  }
  return groups;
}

}  // namespace sillok::query
