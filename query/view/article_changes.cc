#include "query/view/article_changes.h"

#include <utility>
#include <vector>

#include "common/status/status_macros.h"
#include "query/view/fold_article.h"

namespace sillok::query {
namespace {

bool IsSame(const v1::Article* one, const v1::Article* other) {
  if (one == nullptr || other == nullptr) return one == other;
  return SerializeRow(*one) == SerializeRow(*other);
}

}  // namespace

absl::StatusOr<Revisions*> ArticleChanges::Now(Rows& rows, const std::string& article_id) {
  const auto [change, is_new] = by_article_.try_emplace(article_id);
  if (is_new) {
    SILLOK_RETURN_IF_ERROR(change->second.before.Load(rows, article_id));
    change->second.after = change->second.before;
  }
  return &change->second.after;
}

absl::Status ArticleChanges::Set(Rows& rows, std::string_view origin, v1::Commit commit) {
  SILLOK_ASSIGN_OR_RETURN(Revisions* const now, Now(rows, commit.article_id()));
  now->Set(origin, RevisionOf(std::move(commit)));
  return absl::OkStatus();
}

absl::Status ArticleChanges::Drop(Rows& rows, std::string_view origin, const std::string& article_id) {
  SILLOK_ASSIGN_OR_RETURN(Revisions* const now, Now(rows, article_id));
  now->Drop(origin);
  return absl::OkStatus();
}

absl::StatusOr<std::set<NameKey>> ArticleChanges::Fold(Rows& rows) {
  std::vector<ArticleChange> changes;
  for (auto& [article_id, change] : by_article_) {
    SILLOK_RETURN_IF_ERROR(change.after.Store(rows));
    const ArticleChange current{change.before.Current(), change.after.Current()};
    if (!IsSame(current.before, current.after)) changes.push_back(current);
  }
  absl::StatusOr<std::set<NameKey>> names = ReplaceArticles(rows, changes);
  by_article_.clear();
  return names;
}

}  // namespace sillok::query
