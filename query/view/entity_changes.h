// Which entities a change may have changed, and how many more there are.
//
//   SILLOK_ASSIGN_OR_RETURN(const EntityChanges changes, FindEntityChanges(rows, told, comings, moved));
//
// An entity is a group of names of which some article speaks. Nothing is stored of it but the rows of its names, so this is all
// that a commit does about entities. Reads the group of each name, and other rows only of groups whose names came or went. One thread a Rows.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "absl/status/statusor.h"
#include "query/link/name_key.h"
#include "query/view/regroup.h"
#include "query/view/replace_totals.h"
#include "query/view/rows.h"

namespace sillok::query {

struct EntityChanges {
  std::set<NameKey> names;  // of all entities that may have changed
  int more = 0;             // entities, or fewer
};

// `told`: of which names articles tell something else than before, in any order; `comings` are those among them of which articles speak now, or no more.
// The rows are those after the change.
[[nodiscard]] absl::StatusOr<EntityChanges> FindEntityChanges(Rows& rows, std::vector<NameKey> told,
                                                              const Comings& comings,
                                                              const MovedNames& moved);

}  // namespace sillok::query
