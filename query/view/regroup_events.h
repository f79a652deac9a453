// Keeps the rows that say which clauses tell one event.
//
//   SILLOK_ASSIGN_OR_RETURN(std::set<std::string> changed, RegroupEvents(rows, before, after));
//
// A group is a component of TellOneEvent (event_match.h), and is called by the smallest id among its clauses. A clause that comes
// joins the groups of those it matches, which it finds in their blocks; when one goes, the rest of its group is taken apart into
// its components again, and nothing else is looked at: adding never splits, and removing never joins. So the groups are a
// function of the clauses that stand. One thread a Rows.
#pragma once

#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "query/view/event_telling.h"
#include "query/view/rows.h"

namespace sillok::query {

// Puts an article's clauses in the place of those it had. Returns the groups to fold anew, those that are gone among them.
[[nodiscard]] absl::StatusOr<std::set<std::string>> RegroupEvents(Rows& rows, const EventTellings& before,
                                                                  const EventTellings& after);

// The same for all clauses there are, the slow way: every two of them are compared, whatever their blocks.
[[nodiscard]] absl::StatusOr<std::set<std::string>> GroupEvents(Rows& rows, const EventTellings& tellings);

}  // namespace sillok::query
