// Brings a view's rows from one state of articles to another. Both the store's batches and the slow derivation that
// tests compare with go through here.
//
//   SILLOK_RETURN_IF_ERROR(ReplaceArticles(rows, {{&before, &after}}).status());   // null: absent
//
// After it the rows are exactly those of the articles now current; materialised rows (totals, groups, events, timeline
// and counters) are folded anew for what either state touches. One thread a Rows.
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

// Two revisions of one article; null where there is none.
struct ArticleChange {
  const v1::Article* before = nullptr;
  const v1::Article* after = nullptr;
};

// Returns the names whose entities may have changed. Each article is changed once.
[[nodiscard]] absl::StatusOr<std::set<NameKey>> ReplaceArticles(Rows& rows,
                                                                const std::vector<ArticleChange>& changes);

// The same for what articles give, once it is derived; `changed` are names that have changed besides.
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
