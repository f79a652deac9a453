// Keeps the rows that say which names are one entity: groups every component anew that a change of names concerns.
//
//   ChangedNames changed;
//   changed.Note(family, key);                                  // a row of names came or went
//   SILLOK_ASSIGN_OR_RETURN(const MovedNames moved, Regroup(rows, changed));
//
// What the groups are is a function of the rows that stand, not of how they came to stand. One thread a Rows.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "query/view/name_component.h"
#include "query/view/rows.h"

namespace sillok::query {

// Of which names the rows have changed that groups are made from, and what they had or have by which others were joined with them.
class ChangedNames {
 public:
  using ByBase = std::map<NameKey, SoundTies>;

  // A row came or went; of a family that has nothing to do with groups, nothing.
  void Note(Family family, std::string_view key);
  // The name, with its facet, came to be one that is grouped, or is it no more.
  void NoteFacet(const NameKey& key);
  // Something else than a row has changed about the name.
  void NoteName(const NameKey& key);
  [[nodiscard]] const ByBase& by_base() const { return by_base_; }

 private:
  ByBase by_base_;
};

// The names whose group is not what it was, those that are gone among them, with the group they were in.
using MovedNames = std::map<NameKey, std::vector<NameKey>>;
[[nodiscard]] absl::StatusOr<MovedNames> Regroup(Rows& rows, const ChangedNames& changed);

// The names that are one entity with this one, sorted, itself among them.
[[nodiscard]] absl::StatusOr<std::vector<NameKey>> GroupOf(Rows& rows, const NameKey& key);
// What a name_groups row holds.
[[nodiscard]] absl::StatusOr<std::vector<NameKey>> ParseGroup(std::string_view row);

}  // namespace sillok::query
