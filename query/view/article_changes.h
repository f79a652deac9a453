// What commits change about articles, gathered so that all of it is folded once: what they have in common, a name or an
// event, is then read and written once as well.
//
//   ArticleChanges changes;
//   SILLOK_RETURN_IF_ERROR(changes.Set(rows, origin, commit));     // any number of them, of any articles
//   SILLOK_ASSIGN_OR_RETURN(std::set<NameKey> names, changes.Fold(rows));
//
// After Fold the rows are what they would be had each commit been folded by itself. Until then they are as they were. One thread.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/view/revisions.h"
#include "query/view/rows.h"
#include "sillok/v1/commit.pb.h"

namespace sillok::query {

class ArticleChanges {
 public:
  // The origin's state of an article is now that of the commit, which carries an article or a deletion.
  [[nodiscard]] absl::Status Set(Rows& rows, std::string_view origin, v1::Commit commit);
  // The origin has nothing to say about the article any more.
  [[nodiscard]] absl::Status Drop(Rows& rows, std::string_view origin, const std::string& article_id);

  // The names whose entities may have changed. Nothing is gathered any more after it.
  [[nodiscard]] absl::StatusOr<std::set<NameKey>> Fold(Rows& rows);

 private:
  struct Change {
    Revisions before;
    Revisions after;
  };
  // The state so far of an article.
  [[nodiscard]] absl::StatusOr<Revisions*> Now(Rows& rows, const std::string& article_id);

  std::map<std::string, Change, std::less<>> by_article_;
};

}  // namespace sillok::query
