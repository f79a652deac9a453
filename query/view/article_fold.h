// Brings a view's rows from one state of articles to another. Both the store's batches and the slow derivation that
// tests compare with go through here.
//
//   ArticleFold fold(rows);
//   SILLOK_RETURN_IF_ERROR(fold.Replace(before, after));       // facts of an article, empty ones where it is absent; then of others
//   SILLOK_ASSIGN_OR_RETURN(std::set<NameKey> names, std::move(fold).Finish());
//
// After it the rows are exactly those of the articles now current; materialised rows (totals, groups, events, timeline
// and counters) are folded anew for what either state touches. One thread a Rows.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/view/article_facts.h"
#include "query/view/event_groups.h"
#include "query/view/event_telling.h"
#include "query/view/regroup.h"
#include "query/view/replace_totals.h"
#include "query/view/rows.h"
#include "sillok/v1/article.pb.h"
#include "sillok/v1/curation.pb.h"

namespace sillok::query {

// What an article gives, with what people have decided as it stands; nothing for one that is absent.
[[nodiscard]] absl::StatusOr<ArticleFacts> FactsOf(Rows& rows, const v1::Article* article);

class ArticleFold {
 public:
  // `changed`: names that have changed besides.
  explicit ArticleFold(Rows& rows, ChangedNames changed = {}) : rows_(rows), changed_(std::move(changed)) {}

  // What an article gives in the place of what it gave. Each article once. Its own rows are written at once, and little of it is
  // kept: of a thousand articles, each is still in the processor's caches then.
  [[nodiscard]] absl::Status Replace(ArticleFacts before, ArticleFacts after);
  // What they have in common. Returns the names whose entities may have changed.
  [[nodiscard]] absl::StatusOr<std::set<NameKey>> Finish() &&;
  // The same for rows that hold no other articles, with events grouped the slow way.
  [[nodiscard]] absl::StatusOr<std::set<NameKey>> FinishSlowly() &&;

 private:
  void AddTallies(const FactTallies& tallies, int sign);
  absl::Status WriteTallies();
  // Tallies and the totals of names; returns which names have become known, or are no more.
  absl::StatusOr<Comings> WriteSums();
  absl::StatusOr<std::set<NameKey>> Refold(const Comings& comings, const GroupChanges& groups);

  Rows& rows_;
  ChangedNames changed_;
  FactTallies tallies_;
  TotalsChanges totals_;
  EventTellings before_;
  EventTellings after_;
};

// All rows of the view that holds exactly these articles and decisions (undos among them), made the slow way: every article's
// rows first, then every group, entity and event folded once. What a view reaches by any sequence of commits must equal it.
[[nodiscard]] absl::StatusOr<MapRows> DeriveView(const std::vector<v1::Article>& articles,
                                                 const std::vector<v1::Curation>& curations);

}  // namespace sillok::query
