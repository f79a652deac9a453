// All names that something may join with some, and what joins them: what GroupNames is given, read from the rows.
//
//   NameComponents components(rows);
//   SILLOK_ASSIGN_OR_RETURN(NameGraph graph, components.Around(base));
//   … GroupNames(std::move(graph)) …
//
// A base is a name key without its facet. From a base one comes to its facets, to the names that articles state for
// them, and, for a foreign one, to those alike in sound that share an organisation. What names are alike in sound, and what facets they
// have, is read once and kept, for one foreign name asks for many others: those rows must not change meanwhile. One thread a Rows.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/link/name_groups.h"
#include "query/view/rows.h"

namespace sillok::query {

[[nodiscard]] NameKey BaseOf(const NameKey& key);

// By what a foreign name comes together with others: sounds of it and of its last words, and organisations of its facets.
struct SoundTies {
  std::set<std::string> sounds;
  std::set<std::string> organizations;
};

class NameComponents {
 public:
  explicit NameComponents(Rows& rows) : rows_(rows) {}

  // The component of a base; empty when no article names it.
  [[nodiscard]] absl::StatusOr<NameGraph> Around(const NameKey& base);
  // The bases that share a sound and an organisation with one, by what the rows say and by ties that it had besides. Nothing for a name
  // that is not foreign, or has no organisation.
  [[nodiscard]] absl::StatusOr<std::set<NameKey>> SoundNeighbours(const NameKey& base, SoundTies ties);

 private:
  class Search;

  // Of a base, those of its names that are grouped.
  absl::StatusOr<const std::vector<NameKey>*> FacetsOf(const NameKey& base);
  // The bases with a row under the sound.
  absl::StatusOr<const std::set<NameKey>*> NamesOfSound(const std::string& sound);
  // The bases that share a sound, that of the whole name among them, and an organisation; those of `known` are passed over.
  absl::StatusOr<std::set<NameKey>> NamesTiedTo(const NameKey& base, SoundTies ties,
                                                const std::set<NameKey>& known);

  Rows& rows_;
  std::map<NameKey, std::vector<NameKey>> facets_;  // by base
  std::map<std::string, std::set<NameKey>> of_sound_;
};

}  // namespace sillok::query
