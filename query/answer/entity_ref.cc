#include "query/answer/entity_ref.h"

#include <optional>
#include <utility>

#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "query/answer/resource_name.h"

namespace sillok::query {

absl::StatusOr<NameKey> FindEntity(std::string_view name, std::string_view field, const ViewReader& reader) {
  SILLOK_ASSIGN_OR_RETURN(const std::string_view id, ParseEntityName(name, field));
  SILLOK_ASSIGN_OR_RETURN(std::optional<NameKey> key, reader.ResolveEntity(id));
  if (!key.has_value()) return NotFoundResource("sillok.v1.Entity", name);
  return *std::move(key);
}

}  // namespace sillok::query
