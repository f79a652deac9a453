// The summary of one entity, from the totals of its names.
//
//   NameTotals sum = …;                                       // added over the names of its group
//   std::optional<v1::Entity> entity = FoldEntity(type, sum);
//
// The cost does not grow with the number of mentions or articles. Organisations stand as name keys. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>

#include "query/view/name_totals.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// Nothing when no article speaks of it.
[[nodiscard]] std::optional<v1::Entity> FoldEntity(v1::EntityType type, const NameTotals& sum);

// The form that most referents have as their fullest one; of equals the smallest.
[[nodiscard]] std::string DisplayNameOf(const NameTotals& sum);

}  // namespace sillok::query
