#include "query/view/entity_changes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/status/status_macros.h"
#include "query/view/name_totals.h"

namespace sillok::query {
namespace {

using Group = std::vector<NameKey>;

// Whether articles speak of names, after a change and before it.
class SpokenOf {
 public:
  SpokenOf(Rows& rows, const Comings& comings) : rows_(rows), comings_(comings) {}

  absl::StatusOr<bool> Now(const NameKey& name) {
    if (const auto coming = comings_.find(name); coming != comings_.end()) return coming->second;
    SILLOK_ASSIGN_OR_RETURN(const std::optional<NameTotals> totals, ReadTotals(rows_, name));
    return totals.has_value() && totals->articles > 0;
  }
  absl::StatusOr<bool> Before(const NameKey& name) {
    if (const auto coming = comings_.find(name); coming != comings_.end()) return !coming->second;
    return Now(name);
  }

 private:
  Rows& rows_;
  const Comings& comings_;
};

// Those of the groups that are entities; `is_told` of one of its names is enough.
template <typename IsTold>
absl::StatusOr<int> CountEntities(const std::set<Group>& groups, IsTold is_told) {
  int count = 0;
  for (const Group& group : groups) {
    for (const NameKey& name : group) {
      SILLOK_ASSIGN_OR_RETURN(const bool told, is_told(name));
      if (!told) continue;
      ++count;
      break;
    }
  }
  return count;
}

}  // namespace

absl::StatusOr<EntityChanges> FindEntityChanges(Rows& rows, std::vector<NameKey> told, const Comings& comings,
                                                const MovedNames& moved) {
  std::vector<NameKey> names = std::move(told);
  for (const auto& [name, group] : moved) names.push_back(name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  EntityChanges changes;
  std::set<Group> before;
  std::set<Group> now;
  for (const NameKey& name : names) {
    SILLOK_ASSIGN_OR_RETURN(Group group, GroupOf(rows, name));
    changes.names.insert(group.begin(), group.end());
    const auto was = moved.find(name);
    if (was == moved.end() && !comings.contains(name)) continue;
    before.insert(was == moved.end() ? group : was->second);
    now.insert(std::move(group));
  }
  SpokenOf articles(rows, comings);
  SILLOK_ASSIGN_OR_RETURN(const int were,
                          CountEntities(before, [&](const NameKey& name) { return articles.Before(name); }));
  SILLOK_ASSIGN_OR_RETURN(const int are,
                          CountEntities(now, [&](const NameKey& name) { return articles.Now(name); }));
  changes.more = are - were;
  return changes;
}

}  // namespace sillok::query
