// The decisions of people that hold in a view, and the referents they speak of.
//
//   SILLOK_RETURN_IF_ERROR(PutDecision(rows, curation));                              // it holds from now on
//   SILLOK_ASSIGN_OR_RETURN(CuratedReferents curated, ReadCurated(rows, article));   // for DeriveFacts
//
// A decision about referents that are not there is kept: it is dormant, and holds when they come. Deriving facts before and after
// is the caller's, see apply_curation.h. One thread a Rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/link/name_groups.h"
#include "query/view/linked_names.h"
#include "query/view/rows.h"
#include "sillok/v1/curation.pb.h"

namespace sillok::query {

// The ids of the referents that a decision speaks of, bare, as it gives them; none for an undo.
[[nodiscard]] std::vector<std::string> ReferentsOf(const v1::Curation& curation);

// Makes a decision that is no undo hold, or ends that.
[[nodiscard]] absl::Status PutDecision(Rows& rows, const v1::Curation& curation);
[[nodiscard]] absl::Status DeleteDecision(Rows& rows, const v1::Curation& curation);

// The referents of the article that decisions speak of. One point read a referent; one in all when nothing is decided.
[[nodiscard]] absl::StatusOr<CuratedReferents> ReadCurated(Rows& rows, const v1::Article& article);

// The decisions that hold about a referent, as the grouping takes them: with the names of those referents that are there.
[[nodiscard]] absl::StatusOr<std::vector<Decision>> DecisionsAbout(Rows& rows, std::string_view referent_id);

}  // namespace sillok::query
