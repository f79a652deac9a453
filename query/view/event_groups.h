// The rows that say which clauses are one event: event_ids and event_mentions.
//
//   EventGroups groups(rows);
//   SILLOK_RETURN_IF_ERROR(groups.Put(group, {id, suffix, row}));
//   SILLOK_RETURN_IF_ERROR(groups.Move(from, to, members));
//
// Which group a clause belongs in is the caller's to know. A group is called by the smallest id of its clauses, and that clause has no
// row in event_ids: most clauses are an event alone. One thread a Rows.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/view/event_telling.h"
#include "query/view/rows.h"

namespace sillok::query {

// A clause as its row tells it.
struct EventMember {
  std::string id;
  std::string suffix;  // of its key, after the group
  std::string row;     // a serialised StoredEventMention
};
[[nodiscard]] EventMember MemberOf(const EventTelling& telling);

struct GroupChange {
  int64_t grown = 0;    // by so many clauses
  bool is_new = false;  // no event has been called so: there is none to look for
};
// By the groups that must be folded anew, those among them that keep their number.
using GroupChanges = std::map<std::string, GroupChange>;

class EventGroups {
 public:
  explicit EventGroups(Rows& rows) : rows_(rows) {}

  // Of a clause that stands in one.
  [[nodiscard]] absl::StatusOr<std::string> GroupOf(const std::string& id);
  [[nodiscard]] absl::StatusOr<std::vector<EventMember>> Members(const std::string& group);

  [[nodiscard]] absl::Status Put(const std::string& group, const EventMember& member);
  [[nodiscard]] absl::Status Delete(const std::string& group, const EventMember& member);
  // Members of one group to another one.
  [[nodiscard]] absl::Status Move(const std::string& from, const std::string& to,
                                  const std::vector<EventMember>& members);
  // What has been done to groups up to now.
  [[nodiscard]] GroupChanges& changes() { return changes_; }

 private:
  absl::Status PutMention(const std::string& group, const EventMember& member);

  Rows& rows_;
  GroupChanges changes_;
};

}  // namespace sillok::query
