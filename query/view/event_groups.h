// The rows that say which clauses are one event: event_ids and event_mentions.
//
//   EventGroups groups(rows);
//   SILLOK_RETURN_IF_ERROR(groups.Put(group, {id, suffix, row}));
//   SILLOK_RETURN_IF_ERROR(groups.Move(from, to, members));
//
// Which group a clause belongs in is the caller's to know. One thread a Rows.
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
[[nodiscard]] EventMember MemberOf(const std::string& id, const EventTelling& telling);

// By how many clauses groups have grown, those among them that keep their number and must be folded anew.
using GroupChanges = std::map<std::string, int64_t>;

class EventGroups {
 public:
  explicit EventGroups(Rows& rows) : rows_(rows) {}

  // DATA_LOSS when the clause has none.
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
  absl::Status PutRows(const std::string& group, const EventMember& member);

  Rows& rows_;
  GroupChanges changes_;
};

}  // namespace sillok::query
