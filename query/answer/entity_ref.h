// Entities that a request names: from `entities/{id}` to what the view files under.
//
//   SILLOK_ASSIGN_OR_RETURN(const NameKey key, FindEntity(request.subject(), "subject", reader));
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "query/link/name_key.h"
#include "query/view/view_reader.h"

namespace sillok::query {

// INVALID_ARGUMENT naming `field` for what is no entity's name; NOT_FOUND for one that stands for nothing now.
[[nodiscard]] absl::StatusOr<NameKey> FindEntity(std::string_view name, std::string_view field,
                                                 const ViewReader& reader);

}  // namespace sillok::query
