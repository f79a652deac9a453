// The summary of one entity, from the totals of its names.
//
//   SILLOK_ASSIGN_OR_RETURN(storage::v1::NameTotals sum, snapshot.Totals(group));
//   std::optional<v1::Entity> entity = FoldEntity(type, std::move(sum));
//
// The cost does not grow with the number of mentions or articles. Organisations stand as name keys. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>

#include "sillok/storage/v1/view.pb.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// Nothing when no article speaks of it.
[[nodiscard]] std::optional<v1::Entity> FoldEntity(v1::EntityType type, storage::v1::NameTotals sum);

// The form that most referents have as their fullest one; of equals the smallest.
[[nodiscard]] std::string DisplayNameOf(const storage::v1::NameTotals& sum);

}  // namespace sillok::query
