#include "query/view/entity_fold.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

// The day that stands in a key right after its prefix.
DayNumber DayAfter(std::string_view prefix, std::string_view key) {
  return KeyReader(key.substr(prefix.size())).Uint32().value_or(kNoDay);
}

// The first day of the rows under the prefix, dated ones before undated; kNoDay when there is none.
absl::StatusOr<DayNumber> FirstDay(Rows& rows, Family family, std::string_view prefix) {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> key, rows.First(family, prefix));
  return key.has_value() ? DayAfter(prefix, *key) : kNoDay;
}

absl::StatusOr<DayNumber> LastDay(Rows& rows, Family family, const std::string& prefix) {
  std::string undated = prefix;
  AppendUint32(kNoDay, undated);
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> key, rows.LastBefore(family, prefix, undated));
  return key.has_value() ? DayAfter(prefix, *key) : kNoDay;
}

// The days between which something is said, over several names.
struct Between {
  DayNumber first = kNoDay;
  DayNumber last = kNoDay;

  void Add(DayNumber day_first, DayNumber day_last) {
    first = std::min(first, day_first);
    if (day_last != kNoDay && (last == kNoDay || day_last > last)) last = day_last;
  }
};

// A title, an organisation as written, and its name key.
using PositionParts = std::vector<std::string>;

struct Position {
  int64_t mentions = 0;
  Between said;
};

class EntityFold {
 public:
  explicit EntityFold(Rows& rows) : rows_(rows) {}

  absl::Status Add(const NameKey& key) {
    const std::string prefix = NamePrefix(key);
    SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> id, rows_.First(Family::kEntityIds, prefix));
    if (!id.has_value()) return absl::OkStatus();
    std::string bare = KeyReader(std::string_view(*id).substr(prefix.size())).Text().value_or("");
    if (id_.empty() || bare < id_) id_ = std::move(bare);
    SILLOK_RETURN_IF_ERROR(AddTallies(key, prefix));
    SILLOK_ASSIGN_OR_RETURN(const DayNumber first, FirstDay(rows_, Family::kEntityDays, prefix));
    SILLOK_ASSIGN_OR_RETURN(const DayNumber last, LastDay(rows_, Family::kEntityDays, prefix));
    seen_.Add(first, last);
    return absl::OkStatus();
  }

  [[nodiscard]] std::optional<v1::Entity> Finish(v1::EntityType type) const {
    if (id_.empty()) return std::nullopt;
    v1::Entity entity;
    entity.set_name("entities/" + id_);
    entity.set_type(type);
    entity.set_article_count(static_cast<int32_t>(articles_));
    entity.set_first_seen(DayText(seen_.first));
    entity.set_last_seen(DayText(seen_.last));
    SetNames(entity);
    SetPositions(entity);
    return entity;
  }

 private:
  absl::Status AddTallies(const NameKey& key, const std::string& prefix) {
    absl::Status status;
    std::vector<PositionParts> positions;
    SILLOK_RETURN_IF_ERROR(
        rows_.Scan(Family::kEntityTallies, prefix, [&](std::string_view row, std::string_view value) {
          KeyReader reader(row.substr(prefix.size()));
          storage::v1::Tally tally;
          status = ParseRow(value, tally);
          if (!status.ok()) return false;
          const auto kind = static_cast<TallyKind>(reader.Uint8().value_or(0));
          if (kind == TallyKind::kArticles) articles_ += tally.count();
          if (kind == TallyKind::kForm) {
            storage::v1::Tally& form = forms_[reader.Text().value_or("")];
            form.set_count(form.count() + tally.count());
            form.set_referents(form.referents() + tally.referents());
          }
          if (kind == TallyKind::kPosition) {
            PositionParts& parts = positions.emplace_back();
            for (int part = 0; part < 3; ++part) parts.push_back(reader.Text().value_or(""));
            positions_[parts].mentions += tally.count();
          }
          return true;
        }));
    SILLOK_RETURN_IF_ERROR(status);
    for (const PositionParts& parts : positions) SILLOK_RETURN_IF_ERROR(AddDays(key, parts));
    return absl::OkStatus();
  }

  absl::Status AddDays(const NameKey& key, const PositionParts& parts) {
    SILLOK_ASSIGN_OR_RETURN(const DayNumber first, FirstDay(rows_, Family::kPositionDays,
                                                            PositionPrefix(key, parts, DayEnd::kFirst)));
    SILLOK_ASSIGN_OR_RETURN(const DayNumber last,
                            LastDay(rows_, Family::kPositionDays, PositionPrefix(key, parts, DayEnd::kLast)));
    positions_[parts].said.Add(first, last);
    return absl::OkStatus();
  }

  void SetNames(v1::Entity& entity) const {
    int64_t best_referents = 0;
    for (const auto& [text, tally] : forms_) {
      // They come in the order of their texts, so the first of equals is the smallest.
      if (tally.referents() > best_referents) {
        best_referents = tally.referents();
        entity.set_display_name(text);
      }
      if (tally.count() == 0) continue;
      v1::NameForm& name = *entity.add_names();
      name.set_text(text);
      name.set_mentions(static_cast<int32_t>(tally.count()));
    }
    std::sort(entity.mutable_names()->pointer_begin(), entity.mutable_names()->pointer_end(),
              [](const v1::NameForm* a, const v1::NameForm* b) {
                return std::make_tuple(-a->mentions(), std::string_view(a->text())) <
                       std::make_tuple(-b->mentions(), std::string_view(b->text()));
              });
  }

  void SetPositions(v1::Entity& entity) const {
    for (const auto& [parts, told] : positions_) {
      v1::EntityPosition& position = *entity.add_positions();
      position.set_title(parts[0]);
      position.set_organization(parts[1]);
      position.set_organization_entity(parts[2]);
      position.set_first_said(DayText(told.said.first));
      position.set_last_said(DayText(told.said.last));
      position.set_mentions(static_cast<int32_t>(told.mentions));
    }
  }

  Rows& rows_;
  std::string id_;  // the smallest
  int64_t articles_ = 0;
  Between seen_;
  std::map<std::string, storage::v1::Tally> forms_;
  std::map<PositionParts, Position> positions_;
};

}  // namespace

absl::StatusOr<std::optional<v1::Entity>> FoldEntity(Rows& rows, const std::vector<NameKey>& group) {
  EntityFold fold(rows);
  for (const NameKey& key : group) SILLOK_RETURN_IF_ERROR(fold.Add(key));
  return fold.Finish(group.front().type);
}

}  // namespace sillok::query
