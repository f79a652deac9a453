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

// By what a foreign name comes together with others: sounds of it and of its last words, and organisations of its facets.
struct SoundTies {
  std::set<std::string> sounds;
  std::set<std::string> organizations;
};

// The bases that share both with one, by what the rows say and by ties that it had besides. Nothing for a name that is not foreign,
// or has no organisation.
[[nodiscard]] absl::StatusOr<std::set<NameKey>> SoundNeighbours(Rows& rows, const NameKey& base,
                                                                SoundTies ties);

}  // namespace sillok::query
