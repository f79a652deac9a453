// Keeps name_totals: puts what articles tell of names in the place of what they told.
//
//   TotalsChanges changes;
//   changes[key].after.Add(facts.totals.at(key));
//   SILLOK_RETURN_IF_ERROR(ReplaceTotals(rows, changes));
//
// What comes is added. What goes is taken from the counts, and the ends that it may have held — the smallest id, first and last days — are
// looked for in the rows that stand: entity_ids, entity_days and position_days, which have to be those after the change. One thread a Rows.
#pragma once

#include <map>

#include "absl/status/status.h"
#include "query/link/name_key.h"
#include "query/view/name_totals.h"
#include "query/view/rows.h"

namespace sillok::query {

// In sum over the articles that change: what they told of a name, and what they tell.
struct TotalsChange {
  NameTotals before;
  NameTotals after;
};
using TotalsChanges = std::map<NameKey, TotalsChange>;

[[nodiscard]] absl::Status ReplaceTotals(Rows& rows, const TotalsChanges& changes);

}  // namespace sillok::query
