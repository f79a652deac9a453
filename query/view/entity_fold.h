// The summary of one entity, from its tallies and the ends of its ordered rows.
//
//   SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Entity> entity, FoldEntity(rows, key));
//
// Reads one row for each different form and position, and seeks the first and last days: the cost does not grow with
// the number of mentions or articles. Organisations stand as name keys. One thread a Rows.
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "query/view/rows.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// Nothing when no article names it.
[[nodiscard]] absl::StatusOr<std::optional<v1::Entity>> FoldEntity(Rows& rows, const NameKey& key);

}  // namespace sillok::query
