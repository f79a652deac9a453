#include "query/view/article_changes.h"

#include <utility>

#include "common/status/status_macros.h"
#include "query/view/article_fold.h"

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
  ArticleFold fold(rows);
  while (!by_article_.empty()) {
    Change change = std::move(by_article_.extract(by_article_.begin()).mapped());
    SILLOK_RETURN_IF_ERROR(change.after.Store(rows));
    const v1::Article* const before = change.before.Current();
    const v1::Article* const after = change.after.Current();
    if (IsSame(before, after)) continue;
    SILLOK_ASSIGN_OR_RETURN(ArticleFacts gave, FactsOf(rows, before));
    SILLOK_ASSIGN_OR_RETURN(ArticleFacts gives, FactsOf(rows, after));
    SILLOK_RETURN_IF_ERROR(fold.Replace(std::move(gave), std::move(gives)));
  }
  return std::move(fold).Finish();
}

}  // namespace sillok::query
