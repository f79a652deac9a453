#include "query/view/revisions.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/view/packed_article.h"

namespace sillok::query {

storage::v1::StoredRevision RevisionOf(v1::Commit commit) {
  storage::v1::StoredRevision revision;
  *revision.mutable_revision_time() = commit.revision_time();
  revision.set_content_hash(commit.content_hash());
  revision.set_deleted(commit.has_deletion());
  if (!commit.has_article()) return revision;
  revision.set_extractor(commit.article().extractor());
  *revision.mutable_article() = std::move(*commit.mutable_article());
  revision.mutable_article()->set_name("articles/" + commit.article_id());
  return revision;
}

absl::StatusOr<std::vector<std::string>> ArticlesOf(Rows& rows, std::string_view origin) {
  std::vector<std::string> ids;
  SILLOK_RETURN_IF_ERROR(rows.Scan(Family::kArticles, "", [&](std::string_view key, std::string_view) {
    KeyReader reader(key);
    std::string id = reader.Text().value_or("");
    if (reader.Text() == origin) ids.push_back(std::move(id));
    return true;
  }));
  return ids;
}

absl::Status Revisions::Load(Rows& rows, std::string_view article_id) {
  article_id_ = std::string(article_id);
  const std::string prefix = TextPrefix(article_id);
  absl::Status status;
  SILLOK_RETURN_IF_ERROR(
      rows.Scan(Family::kArticles, prefix, [&](std::string_view key, std::string_view value) {
        const std::string origin = KeyReader(key.substr(prefix.size())).Text().value_or("");
        status = ParseRow(value, loaded_[origin]);
        return status.ok();
      }));
  SILLOK_RETURN_IF_ERROR(status);
  const auto current = Greatest(loaded_);
  if (current != loaded_.end() && !current->second.deleted()) {
    SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> article, rows.Get(Family::kCurrent, prefix));
    if (!article.has_value()) {
      return absl::DataLossError("articles/" + article_id_ + " has lost its current article");
    }
    SILLOK_RETURN_IF_ERROR(UnpackArticle(*article, *loaded_.find(current->first)->second.mutable_article()));
  }
  revisions_ = loaded_;
  return absl::OkStatus();
}

std::string Revisions::RowOf(storage::v1::StoredRevision& revision, bool current) {
  if (!current || !revision.has_article()) return SerializeRow(revision);
  v1::Article* const article = revision.release_article();
  std::string row = SerializeRow(revision);
  revision.set_allocated_article(article);
  return row;
}

absl::Status Revisions::Store(Rows& rows) {
  for (const auto& [origin, revision] : loaded_) {
    if (revisions_.contains(origin)) continue;
    SILLOK_RETURN_IF_ERROR(rows.Delete(Family::kArticles, ArticleOriginKey(article_id_, origin)));
  }
  const auto current = Greatest(revisions_);
  for (auto revision = revisions_.begin(); revision != revisions_.end(); ++revision) {
    SILLOK_RETURN_IF_ERROR(rows.Put(Family::kArticles, ArticleOriginKey(article_id_, revision->first),
                                    RowOf(revision->second, revision == current)));
  }
  if (current == revisions_.end() || current->second.deleted()) {
    return rows.Delete(Family::kCurrent, TextPrefix(article_id_));
  }
  return rows.Put(Family::kCurrent, TextPrefix(article_id_), PackArticle(current->second.article()));
}

void Revisions::Set(std::string_view origin, storage::v1::StoredRevision revision) {
  revisions_.insert_or_assign(std::string(origin), std::move(revision));
}

void Revisions::Drop(std::string_view origin) {
  if (const auto revision = revisions_.find(origin); revision != revisions_.end()) revisions_.erase(revision);
}

const v1::Article* Revisions::Current() const {
  const auto current = Greatest(revisions_);
  return current == revisions_.end() || current->second.deleted() ? nullptr : &current->second.article();
}

Revisions::ByOrigin::const_iterator Revisions::Greatest(const ByOrigin& revisions) {
  const auto rank = [](const storage::v1::StoredRevision& revision) {
    return std::make_tuple(revision.revision_time().seconds(), revision.revision_time().nanos(),
                           revision.deleted(), std::string_view(revision.content_hash()),
                           std::string_view(revision.extractor()));
  };
  // Of equals the last origin: their articles are one reading of one page.
  auto greatest = revisions.begin();
  for (auto revision = revisions.begin(); revision != revisions.end(); ++revision) {
    if (rank(revision->second) >= rank(greatest->second)) greatest = revision;
  }
  return greatest;
}

}  // namespace sillok::query
