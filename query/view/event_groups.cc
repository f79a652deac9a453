#include "query/view/event_groups.h"

#include <optional>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"

namespace sillok::query {

EventMember MemberOf(const std::string& id, const EventTelling& telling) {
  return {.id = id, .suffix = MentionKey("", id, telling).substr(TextPrefix("").size()), .row = telling.row};
}

absl::StatusOr<std::string> EventGroups::GroupOf(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(std::optional<std::string> group, rows_.Get(Family::kEventIds, TextPrefix(id)));
  if (!group.has_value()) return absl::DataLossError("events/" + id + " has lost its group");
  return *std::move(group);
}

absl::StatusOr<std::vector<EventMember>> EventGroups::Members(const std::string& group) {
  std::vector<EventMember> members;
  const std::string prefix = TextPrefix(group);
  SILLOK_RETURN_IF_ERROR(
      rows_.Scan(Family::kEventMentions, prefix, [&](std::string_view key, std::string_view value) {
        EventMember member = {
            .id = {}, .suffix = std::string(key.substr(prefix.size())), .row = std::string(value)};
        KeyReader reader(member.suffix);
        (void)reader.Uint32();
        (void)reader.Text();
        (void)reader.Uint32();
        member.id = reader.Text().value_or("");
        members.push_back(std::move(member));
        return true;
      }));
  return members;
}

absl::Status EventGroups::Put(const std::string& group, const EventMember& member) {
  ++changes_[group];
  return PutRows(group, member);
}

absl::Status EventGroups::Delete(const std::string& group, const EventMember& member) {
  SILLOK_RETURN_IF_ERROR(rows_.Delete(Family::kEventIds, TextPrefix(member.id)));
  --changes_[group];
  return rows_.Delete(Family::kEventMentions, TextPrefix(group) + member.suffix);
}

absl::Status EventGroups::Move(const std::string& from, const std::string& to,
                               const std::vector<EventMember>& members) {
  for (const EventMember& member : members) {
    SILLOK_RETURN_IF_ERROR(rows_.Delete(Family::kEventMentions, TextPrefix(from) + member.suffix));
    SILLOK_RETURN_IF_ERROR(PutRows(to, member));
  }
  const auto moved = static_cast<int64_t>(members.size());
  changes_[from] -= moved;
  changes_[to] += moved;
  return absl::OkStatus();
}

absl::Status EventGroups::PutRows(const std::string& group, const EventMember& member) {
  SILLOK_RETURN_IF_ERROR(rows_.Put(Family::kEventIds, TextPrefix(member.id), group));
  return rows_.Put(Family::kEventMentions, TextPrefix(group) + member.suffix, member.row);
}

}  // namespace sillok::query
