#include "query/view/event_groups.h"

#include <optional>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"

namespace sillok::query {

EventMember MemberOf(const EventTelling& telling) {
  const std::string& id = telling.clause->id;
  const std::string key = EventMentionKey("", telling.published, telling.article_id, telling.sentence, id);
  return {.id = id, .suffix = key.substr(TextPrefix("").size()), .row = telling.row};
}

absl::StatusOr<std::string> EventGroups::GroupOf(const std::string& id) {
  SILLOK_ASSIGN_OR_RETURN(std::optional<std::string> group, rows_.Get(Family::kEventIds, TextPrefix(id)));
  return group.has_value() ? *std::move(group) : id;
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
  ++changes_[group].grown;
  if (member.id != group) SILLOK_RETURN_IF_ERROR(rows_.Put(Family::kEventIds, TextPrefix(member.id), group));
  return PutMention(group, member);
}

absl::Status EventGroups::Delete(const std::string& group, const EventMember& member) {
  if (member.id != group) SILLOK_RETURN_IF_ERROR(rows_.Delete(Family::kEventIds, TextPrefix(member.id)));
  --changes_[group].grown;
  return rows_.Delete(Family::kEventMentions, TextPrefix(group) + member.suffix);
}

absl::Status EventGroups::Move(const std::string& from, const std::string& to,
                               const std::vector<EventMember>& members) {
  for (const EventMember& member : members) {
    SILLOK_RETURN_IF_ERROR(rows_.Delete(Family::kEventMentions, TextPrefix(from) + member.suffix));
    SILLOK_RETURN_IF_ERROR(PutMention(to, member));
    const std::string id = TextPrefix(member.id);
    SILLOK_RETURN_IF_ERROR(member.id == to ? rows_.Delete(Family::kEventIds, id)
                                           : rows_.Put(Family::kEventIds, id, to));
  }
  const auto moved = static_cast<int64_t>(members.size());
  changes_[from].grown -= moved;
  changes_[to].grown += moved;
  return absl::OkStatus();
}

absl::Status EventGroups::PutMention(const std::string& group, const EventMember& member) {
  return rows_.Put(Family::kEventMentions, TextPrefix(group) + member.suffix, member.row);
}

}  // namespace sillok::query
