// Keeps name_totals: puts what articles tell of names in the place of what they told.
//
//   TotalsChanges changes;
//   changes[key].after.Add(facts.totals.at(key));
//   ChangedNames changed;
//   SILLOK_ASSIGN_OR_RETURN(const Comings comings, ReplaceTotals(rows, changes, changed));
//
// What comes is added. What goes is taken from the counts, and the ends that it may have held — the smallest id, first and last days — are
// looked for in the rows that stand: entity_days and position_days, which have to be those after the change. One thread a Rows.
#pragma once

#include <map>

#include "absl/container/node_hash_map.h"
#include "absl/status/statusor.h"
#include "query/link/name_key.h"
#include "query/view/name_totals.h"
#include "query/view/regroup.h"
#include "query/view/rows.h"

namespace sillok::query {

// In sum over the articles that change: what they told of a name, and what they tell.
struct TotalsChange {
  NameTotals before;
  NameTotals after;
};
using TotalsChanges = absl::node_hash_map<NameKey, TotalsChange>;

// Of which names articles speak now and did not, and of which they do no more: true for those that came.
using Comings = std::map<NameKey, bool>;

// Notes which names are to be grouped that were not, or no more.
[[nodiscard]] absl::StatusOr<Comings> ReplaceTotals(Rows& rows, const TotalsChanges& changes,
                                                    ChangedNames& changed);

}  // namespace sillok::query
