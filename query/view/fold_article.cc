#include "query/view/fold_article.h"

#include <utility>

#include "common/status/status_macros.h"
#include "query/view/article_facts.h"
#include "query/view/entity_fold.h"
#include "query/view/event_fold.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

absl::Status ReplaceRows(Rows& rows, const ArticleFacts& before, const ArticleFacts& after) {
  for (const auto& [row, value] : before.rows) {
    if (!after.rows.contains(row)) SILLOK_RETURN_IF_ERROR(rows.Delete(row.first, row.second));
  }
  for (const auto& [row, value] : after.rows) {
    const auto old = before.rows.find(row);
    if (old == before.rows.end() || old->second != value) {
      SILLOK_RETURN_IF_ERROR(rows.Put(row.first, row.second, value));
    }
  }
  return absl::OkStatus();
}

absl::Status ReplaceTallies(Rows& rows, const ArticleFacts& before, const ArticleFacts& after) {
  std::map<RowKey, TallyChange> changes = after.tallies;
  for (const auto& [row, change] : before.tallies) {
    changes[row].count -= change.count;
    changes[row].referents -= change.referents;
  }
  for (const auto& [row, change] : changes) {
    SILLOK_RETURN_IF_ERROR(rows.Add(row.first, row.second, change.count, change.referents));
  }
  return absl::OkStatus();
}

absl::Status RefoldEntity(Rows& rows, const NameKey& key) {
  const std::string row = NamePrefix(key);
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> before, rows.Get(Family::kEntities, row));
  SILLOK_ASSIGN_OR_RETURN(const std::optional<v1::Entity> entity, FoldEntity(rows, key));
  const int change = static_cast<int>(entity.has_value()) - static_cast<int>(before.has_value());
  SILLOK_RETURN_IF_ERROR(rows.Add(Family::kCounters, TextPrefix("entities"), change, 0));
  if (!entity.has_value()) return rows.Delete(Family::kEntities, row);
  std::string value = SerializeRow(*entity);
  if (before == value) return absl::OkStatus();
  return rows.Put(Family::kEntities, row, value);
}

// The timeline rows an event has: one a participant.
std::vector<std::string> TimelineKeysOf(const std::string& group, const v1::Event& event) {
  TimelinePosition position;
  position.group = group;
  position.days.first = DayNumberOf(event.date().first_day());
  if (position.days.resolved()) {
    const DayNumber last = DayNumberOf(event.date().last_day());
    position.days.last = last == kNoDay ? position.days.first : std::max(position.days.first, last);
  }
  std::vector<std::string> keys;
  for (const v1::Participant& participant : event.participants()) {
    const std::optional<NameKey> key = ParseNameKey(participant.entity());
    if (key.has_value()) keys.push_back(TimelineKey(*key, position));
  }
  return keys;
}

absl::StatusOr<std::optional<v1::Event>> FoldGroup(Rows& rows, const std::string& group) {
  std::vector<storage::v1::StoredEventMention> mentions;
  absl::Status status;
  SILLOK_RETURN_IF_ERROR(
      rows.Scan(Family::kEventMentions, TextPrefix(group), [&](std::string_view, std::string_view value) {
        status = ParseRow(value, mentions.emplace_back());
        return status.ok();
      }));
  SILLOK_RETURN_IF_ERROR(status);
  return FoldEvent(std::move(mentions));
}

storage::v1::TimelineRow TimelineRowOf(v1::Event event) {
  storage::v1::TimelineRow row;
  row.mutable_names()->mutable_participants()->Swap(event.mutable_participants());
  LimitEvidence(kTimelineEvidence, event);
  event.set_name("events/" + event.name());
  *row.mutable_event() = std::move(event);
  return row;
}

absl::Status RefoldEvent(Rows& rows, const std::string& group) {
  const std::string row = TextPrefix(group);
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> before, rows.Get(Family::kEvents, row));
  SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Event> event, FoldGroup(rows, group));
  const std::string value = event.has_value() ? SerializeRow(*event) : "";
  if (before.value_or("") == value) return absl::OkStatus();

  if (before.has_value()) {
    v1::Event old;
    SILLOK_RETURN_IF_ERROR(ParseRow(*before, old));
    for (const std::string& key : TimelineKeysOf(group, old)) {
      SILLOK_RETURN_IF_ERROR(rows.Delete(Family::kTimeline, key));
    }
  }
  const int change = static_cast<int>(event.has_value()) - static_cast<int>(before.has_value());
  SILLOK_RETURN_IF_ERROR(rows.Add(Family::kCounters, TextPrefix("events"), change, 0));
  if (!event.has_value()) return rows.Delete(Family::kEvents, row);

  SILLOK_RETURN_IF_ERROR(rows.Put(Family::kEvents, row, value));
  const std::vector<std::string> timeline = TimelineKeysOf(group, *event);
  const std::string entry = SerializeRow(TimelineRowOf(*std::move(event)));
  for (const std::string& key : timeline) SILLOK_RETURN_IF_ERROR(rows.Put(Family::kTimeline, key, entry));
  return absl::OkStatus();
}

absl::Status Refold(Rows& rows, const std::set<NameKey>& names, const std::set<std::string>& groups) {
  for (const NameKey& key : names) SILLOK_RETURN_IF_ERROR(RefoldEntity(rows, key));
  for (const std::string& group : groups) SILLOK_RETURN_IF_ERROR(RefoldEvent(rows, group));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::set<NameKey>> ReplaceArticle(Rows& rows, const v1::Article* before,
                                                 const v1::Article* after) {
  ArticleFacts old_facts = before == nullptr ? ArticleFacts() : DeriveFacts(*before);
  ArticleFacts new_facts = after == nullptr ? ArticleFacts() : DeriveFacts(*after);
  SILLOK_RETURN_IF_ERROR(ReplaceRows(rows, old_facts, new_facts));
  SILLOK_RETURN_IF_ERROR(ReplaceTallies(rows, old_facts, new_facts));
  new_facts.names.merge(old_facts.names);
  new_facts.groups.merge(old_facts.groups);
  SILLOK_RETURN_IF_ERROR(Refold(rows, new_facts.names, new_facts.groups));
  return std::move(new_facts.names);
}

absl::StatusOr<MapRows> DeriveView(const std::vector<v1::Article>& articles) {
  MapRows rows;
  std::set<NameKey> names;
  std::set<std::string> groups;
  for (const v1::Article& article : articles) {
    const ArticleFacts facts = DeriveFacts(article);
    SILLOK_RETURN_IF_ERROR(
        rows.Put(Family::kCurrent, TextPrefix(BareId(article.name())), SerializeRow(article)));
    SILLOK_RETURN_IF_ERROR(ReplaceRows(rows, {}, facts));
    SILLOK_RETURN_IF_ERROR(ReplaceTallies(rows, {}, facts));
    names.insert(facts.names.begin(), facts.names.end());
    groups.insert(facts.groups.begin(), facts.groups.end());
  }
  SILLOK_RETURN_IF_ERROR(Refold(rows, names, groups));
  return rows;
}

}  // namespace sillok::query
