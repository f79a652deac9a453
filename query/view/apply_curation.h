// Brings a view's rows from one state of what people have decided to another.
//
//   SILLOK_ASSIGN_OR_RETURN(std::set<NameKey> names, ApplyCuration(rows, origin, curation));
//
// A decision holds when some origin gave it and none gave an undo of it: in how many stores it stands, and in which order
// its commits come, does not matter. After each call the rows are those of the articles and decisions that hold now. One thread a
// Rows.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "query/view/rows.h"
#include "sillok/v1/curation.pb.h"

namespace sillok::query {

// The names whose entities may have changed, as ReplaceArticles.
[[nodiscard]] absl::StatusOr<std::set<NameKey>> ApplyCuration(Rows& rows, std::string_view origin,
                                                              const v1::Curation& curation);
// What a vanished origin gave is as if it had never been.
[[nodiscard]] absl::StatusOr<std::set<NameKey>> WithdrawCuration(Rows& rows, std::string_view origin,
                                                                 const v1::Curation& curation);
// What an origin gave, undos among them.
[[nodiscard]] absl::StatusOr<std::vector<v1::Curation>> CurationsOf(Rows& rows, std::string_view origin);

}  // namespace sillok::query
