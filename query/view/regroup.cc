#include "query/view/regroup.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "common/status/status_macros.h"
#include "query/link/facet.h"
#include "query/link/name_groups.h"
#include "query/view/name_component.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

using Groups = std::map<NameKey, std::string>;  // the row of every name that is not alone

std::string GroupRow(const std::vector<NameKey>& names) {
  storage::v1::NameGroup group;
  for (const NameKey& key : names) group.add_names(NameKeyText(key));
  return SerializeRow(group);
}

absl::Status ReadGroups(Rows& rows, const NameKey& base, Groups& groups) {
  return rows.Scan(Family::kNameGroups, BaseNamePrefix(base),
                   [&](std::string_view row, std::string_view value) {
                     KeyReader reader(row);
                     if (const std::optional<NameKey> key = ReadNameKey(reader); key.has_value()) {
                       groups[*key] = std::string(value);
                     }
                     return true;
                   });
}

// Goes from base to base, over what is joined now and what was joined before.
class Regrouping {
 public:
  explicit Regrouping(Rows& rows) : rows_(rows), components_(rows) {}

  // A base, and those that it is tied to by sound.
  absl::Status Want(const NameKey& base, const SoundTies& ties) {
    wanted_.insert(base);
    SILLOK_ASSIGN_OR_RETURN(std::set<NameKey> neighbours, components_.SoundNeighbours(base, ties));
    wanted_.merge(neighbours);
    return absl::OkStatus();
  }

  absl::StatusOr<MovedNames> Run() && {
    while (!wanted_.empty()) {
      const NameKey base = *wanted_.begin();
      SILLOK_RETURN_IF_ERROR(Component(base));
      Finish(base);
    }
    return std::move(moved_);
  }

 private:
  void Finish(const NameKey& base) {
    done_.insert(base);
    wanted_.erase(base);
  }

  absl::Status Component(const NameKey& base) {
    SILLOK_ASSIGN_OR_RETURN(NameGraph graph, components_.Around(base));
    std::set<NameKey> bases = {base};
    for (const GraphName& name : graph.names) bases.insert(BaseOf(name.key));
    Groups before;
    for (const NameKey& each : bases) {
      SILLOK_RETURN_IF_ERROR(ReadGroups(rows_, each, before));
      Finish(each);
    }
    for (const auto& [key, row] : before) {
      SILLOK_ASSIGN_OR_RETURN(const std::vector<NameKey> names, ParseGroup(row));
      for (const NameKey& name : names) {
        if (!done_.contains(BaseOf(name))) wanted_.insert(BaseOf(name));
      }
    }
    Groups after;
    for (const std::vector<NameKey>& names : GroupNames(std::move(graph))) {
      if (names.size() < 2) continue;
      const std::string row = GroupRow(names);
      for (const NameKey& key : names) after[key] = row;
    }
    return Replace(before, after);
  }

  absl::Status Replace(const Groups& before, const Groups& after) {
    for (const auto& [key, row] : before) {
      if (after.contains(key)) continue;
      SILLOK_RETURN_IF_ERROR(rows_.Delete(Family::kNameGroups, NamePrefix(key)));
      SILLOK_ASSIGN_OR_RETURN(moved_[key], ParseGroup(row));
    }
    for (const auto& [key, row] : after) {
      const auto old = before.find(key);
      if (old != before.end() && old->second == row) continue;
      SILLOK_RETURN_IF_ERROR(rows_.Put(Family::kNameGroups, NamePrefix(key), row));
      std::vector<NameKey> was = {key};
      if (old != before.end()) {
        SILLOK_ASSIGN_OR_RETURN(was, ParseGroup(old->second));
      }
      moved_[key] = std::move(was);
    }
    return absl::OkStatus();
  }

  Rows& rows_;
  NameComponents components_;
  std::set<NameKey> wanted_;
  std::set<NameKey> done_;
  MovedNames moved_;
};

}  // namespace

void ChangedNames::Note(Family family, std::string_view key) {
  KeyReader reader(key);
  std::string sound;
  if (family == Family::kNameSounds) {
    sound = reader.Text().value_or("");
    (void)reader.Uint8();
  } else if (family != Family::kNameLinks && family != Family::kNameEnds) {
    return;
  }
  const std::optional<NameKey> name = ReadNameKey(reader);
  if (!name.has_value()) return;
  if (family == Family::kNameEnds) sound = reader.Text().value_or("");
  SoundTies& ties = by_base_[BaseOf(*name)];
  if (!sound.empty()) ties.sounds.insert(std::move(sound));
}

void ChangedNames::NoteFacet(const NameKey& key) {
  SoundTies& ties = by_base_[BaseOf(key)];
  const std::string_view organization = OrganizationOf(key.facet);
  if (!organization.empty()) ties.organizations.emplace(organization);
}

void ChangedNames::NoteName(const NameKey& key) { by_base_.try_emplace(BaseOf(key)); }

absl::StatusOr<MovedNames> Regroup(Rows& rows, const ChangedNames& changed) {
  Regrouping regrouping(rows);
  for (const auto& [base, ties] : changed.by_base()) {
    SILLOK_RETURN_IF_ERROR(regrouping.Want(base, ties));
  }
  return std::move(regrouping).Run();
}

absl::StatusOr<std::vector<NameKey>> ParseGroup(std::string_view row) {
  storage::v1::NameGroup group;
  SILLOK_RETURN_IF_ERROR(ParseRow(row, group));
  std::vector<NameKey> names;
  for (const std::string& text : group.names()) {
    std::optional<NameKey> key = ParseNameKey(text);
    if (!key.has_value()) return absl::DataLossError("a stored group holds '" + text + "', which is no name");
    names.push_back(*std::move(key));
  }
  return names;
}

absl::StatusOr<std::vector<NameKey>> GroupOf(Rows& rows, const NameKey& key) {
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> row,
                          rows.Get(Family::kNameGroups, NamePrefix(key)));
  if (!row.has_value()) return std::vector<NameKey>{key};
  return ParseGroup(*row);
}

}  // namespace sillok::query
