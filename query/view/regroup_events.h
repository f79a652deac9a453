// Keeps the rows that say which clauses tell one event.
//
//   SILLOK_ASSIGN_OR_RETURN(GroupChanges changed, RegroupEvents(rows, before, after));
//
// A group is a component of the neighbours of event_graph.h, and is called by the smallest id among its clauses: a function of the
// clauses that stand, not of how they came to stand.
//
// What a change costs. A clause that comes or goes is compared with the leaders of the blocks it sees; only one that leads a block itself, or
// makes another one lead or stop leading it, is compared with all of that block. In a block of n clauses that is 32 in n, so in the mean a change
// costs some hundred comparisons, however hot the day. What a clause or a leader takes along is a group's hold only when its neighbours do
// not hang together otherwise; then the group is taken apart into its components, each clause compared with the leaders it sees. A group moves
// when its smallest id comes or goes: one of n. So a single change may read and write a whole group, once in about as many as the group has
// clauses. One thread a Rows.
#pragma once

#include "absl/status/statusor.h"
#include "query/link/event_blocks.h"
#include "query/view/event_groups.h"
#include "query/view/event_telling.h"
#include "query/view/rows.h"

namespace sillok::query {

// Puts the clauses of one or several articles in the place of those they had. Returns the groups to fold anew, those that are
// gone among them. `leaders` is another one in tests alone, the same for all of a view.
[[nodiscard]] absl::StatusOr<GroupChanges> RegroupEvents(Rows& rows, const EventTellings& before,
                                                         EventTellings after, size_t leaders = kBlockLeaders);

// The same for all clauses there are, the slow way: every two of them are compared whom the blocks do not keep apart.
[[nodiscard]] absl::StatusOr<GroupChanges> GroupEvents(Rows& rows, const EventTellings& tellings,
                                                       size_t leaders = kBlockLeaders);

}  // namespace sillok::query
