// All names that something may join with some, and what joins them: what GroupNames is given, read from the rows.
//
//   SILLOK_ASSIGN_OR_RETURN(NameGraph graph, ReadNameComponent(rows, base));
//   … GroupNames(std::move(graph)) …
//
// A base is a name key without its facet. From a base one comes to its facets, to the names that articles state for
// them, and, for a foreign one, to those alike in sound that share an organisation. One thread a Rows.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/link/name_groups.h"
#include "query/view/rows.h"

namespace sillok::query {

[[nodiscard]] NameKey BaseOf(const NameKey& key);

// The component of a base; empty when no article names it.
[[nodiscard]] absl::StatusOr<NameGraph> ReadNameComponent(Rows& rows, const NameKey& base);

// The bases alike in sound, or with a last word that is, whatever organisations they have: those that a change of the base's facets
// may concern. Nothing for a name that is not foreign.
[[nodiscard]] absl::StatusOr<std::set<NameKey>> SoundNeighbours(Rows& rows, const NameKey& base);
// The bases with a row under the sound.
[[nodiscard]] absl::Status AddNamesOfSound(Rows& rows, std::string_view sound, std::set<NameKey>& bases);

}  // namespace sillok::query
