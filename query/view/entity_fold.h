// The summary of one entity, from the totals of its names.
//
//   SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Entity> entity, FoldEntity(rows, group));
//
// Reads one row a name: the cost does not grow with the number of mentions or articles. Organisations stand as name keys.
// One thread a Rows.
#pragma once

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "query/view/rows.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// Nothing when no article has a referent of any of the names. `group`: one or more names of one type.
[[nodiscard]] absl::StatusOr<std::optional<v1::Entity>> FoldEntity(Rows& rows,
                                                                   const std::vector<NameKey>& group);

}  // namespace sillok::query
