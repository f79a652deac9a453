// Brings a view's rows from one state of an article to another. Both the store's batches and the slow derivation that
// tests compare with go through here.
//
//   SILLOK_RETURN_IF_ERROR(ReplaceArticle(rows, &before, &after));   // null: absent
//
// After it the rows are exactly those of the articles now current; materialised rows (entities, events, timeline and
// the counters of both) are folded anew for what either state touches. One thread a Rows.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/view/article_facts.h"
#include "query/view/regroup.h"
#include "query/view/rows.h"
#include "sillok/v1/article.pb.h"
#include "sillok/v1/curation.pb.h"

namespace sillok::query {

// Evidence kept in a timeline row: the default of GetTimelineRequest.evidence_limit.
inline constexpr int kTimelineEvidence = 3;

// The names whose entities may have changed. `before` and `after` are revisions of one article.
[[nodiscard]] absl::StatusOr<std::set<NameKey>> ReplaceArticle(Rows& rows, const v1::Article* before,
                                                               const v1::Article* after);

// The same for what articles give, once it is derived, several at a time; `changed` are names that have changed besides.
struct FactsChange {
  ArticleFacts before;
  ArticleFacts after;
};
[[nodiscard]] absl::StatusOr<std::set<NameKey>> ReplaceFacts(Rows& rows, std::vector<FactsChange> changes,
                                                             ChangedNames changed);

// All rows of the view that holds exactly these articles and decisions (undos among them), made the slow way: every article's
// rows first, then every group, entity and event folded once. What a view reaches by any sequence of commits must equal it.
[[nodiscard]] absl::StatusOr<MapRows> DeriveView(const std::vector<v1::Article>& articles,
                                                 const std::vector<v1::Curation>& curations);

}  // namespace sillok::query
