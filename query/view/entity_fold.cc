#include "query/view/entity_fold.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

// The day that stands in a key right after its prefix.
DayNumber DayAfter(std::string_view prefix, std::string_view key) {
  return KeyReader(key.substr(prefix.size())).Uint32().value_or(kNoDay);
}

// The first day of the rows under the prefix, dated ones before undated; empty when there is none.
absl::StatusOr<std::string> FirstDay(Rows& rows, Family family, std::string_view prefix) {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> key, rows.First(family, prefix));
  return key.has_value() ? DayText(DayAfter(prefix, *key)) : std::string();
}

absl::StatusOr<std::string> LastDay(Rows& rows, Family family, const std::string& prefix) {
  std::string undated = prefix;
  AppendUint32(kNoDay, undated);
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> key, rows.LastBefore(family, prefix, undated));
  return key.has_value() ? DayText(DayAfter(prefix, *key)) : std::string();
}

absl::Status FoldTallies(Rows& rows, const NameKey& key, v1::Entity& entity) {
  const std::string prefix = NamePrefix(key);
  int64_t best_referents = 0;
  absl::Status status;
  SILLOK_RETURN_IF_ERROR(
      rows.Scan(Family::kEntityTallies, prefix, [&](std::string_view row, std::string_view value) {
        KeyReader reader(row.substr(prefix.size()));
        storage::v1::Tally tally;
        status = ParseRow(value, tally);
        if (!status.ok()) return false;
        const auto kind = static_cast<TallyKind>(reader.Uint8().value_or(0));
        if (kind == TallyKind::kArticles) entity.set_article_count(static_cast<int32_t>(tally.count()));
        if (kind == TallyKind::kForm) {
          std::string form = reader.Text().value_or("");
          // Rows come in the order of their texts, so the first of equals is the smallest.
          if (tally.referents() > best_referents) {
            best_referents = tally.referents();
            entity.set_display_name(form);
          }
          if (tally.count() == 0) return true;
          v1::NameForm& name = *entity.add_names();
          name.set_text(std::move(form));
          name.set_mentions(static_cast<int32_t>(tally.count()));
        }
        if (kind == TallyKind::kPosition) {
          v1::EntityPosition& position = *entity.add_positions();
          position.set_title(reader.Text().value_or(""));
          position.set_organization(reader.Text().value_or(""));
          position.set_organization_entity(reader.Text().value_or(""));
          position.set_mentions(static_cast<int32_t>(tally.count()));
        }
        return true;
      }));
  return status;
}

}  // namespace

absl::StatusOr<std::optional<v1::Entity>> FoldEntity(Rows& rows, const NameKey& key) {
  const std::string prefix = NamePrefix(key);
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> first_id, rows.First(Family::kEntityIds, prefix));
  if (!first_id.has_value()) return std::nullopt;

  v1::Entity entity;
  entity.set_name("entities/" +
                  KeyReader(std::string_view(*first_id).substr(prefix.size())).Text().value_or(""));
  entity.set_type(key.type);
  SILLOK_RETURN_IF_ERROR(FoldTallies(rows, key, entity));
  std::sort(entity.mutable_names()->pointer_begin(), entity.mutable_names()->pointer_end(),
            [](const v1::NameForm* a, const v1::NameForm* b) {
              return std::make_tuple(-a->mentions(), std::string_view(a->text())) <
                     std::make_tuple(-b->mentions(), std::string_view(b->text()));
            });
  for (v1::EntityPosition& position : *entity.mutable_positions()) {
    const std::vector<std::string> parts = {position.title(), position.organization(),
                                            position.organization_entity()};
    SILLOK_ASSIGN_OR_RETURN(
        *position.mutable_first_said(),
        FirstDay(rows, Family::kPositionDays, PositionPrefix(key, parts, DayEnd::kFirst)));
    SILLOK_ASSIGN_OR_RETURN(*position.mutable_last_said(),
                            LastDay(rows, Family::kPositionDays, PositionPrefix(key, parts, DayEnd::kLast)));
  }
  SILLOK_ASSIGN_OR_RETURN(*entity.mutable_first_seen(), FirstDay(rows, Family::kEntityDays, prefix));
  SILLOK_ASSIGN_OR_RETURN(*entity.mutable_last_seen(), LastDay(rows, Family::kEntityDays, prefix));
  return entity;
}

}  // namespace sillok::query
