#include "ingest/record/article_walk.h"

#include <memory>
#include <optional>
#include <string_view>

#include "common/status/status_macros.h"
#include "ingest/record/keyspace.h"
#include "rocksdb/iterator.h"
#include "sillok/storage/v1/record.pb.h"

namespace sillok::ingest {

absl::StatusOr<int64_t> ArticleWalk::Count() const {
  int64_t count = 0;
  SILLOK_RETURN_IF_ERROR(Visit([&count](int64_t /*commit*/, const std::string& /*article_id*/) {
    ++count;
    return true;
  }));
  return count;
}

absl::StatusOr<std::vector<std::string>> ArticleWalk::Next(size_t most) {
  std::vector<std::string> ids;
  int64_t reached = end_;
  SILLOK_RETURN_IF_ERROR(Visit([&](int64_t commit, const std::string& article_id) {
    ids.push_back(article_id);
    if (ids.size() < most) return true;
    reached = commit;
    return false;
  }));
  position_ = reached;
  return ids;
}

absl::Status ArticleWalk::Visit(const std::function<bool(int64_t, const std::string&)>& visit) const {
  const std::unique_ptr<rocksdb::Iterator> commits(
      store_.db().NewIterator(rocksdb::ReadOptions(), store_.family(kCommits)));
  for (commits->Seek(CommitKey(position_ + 1)); commits->Valid(); commits->Next()) {
    const rocksdb::Slice key = commits->key();
    const std::optional<int64_t> id = ParseCommitKey(std::string_view(key.data(), key.size()));
    storage::v1::StoredCommit commit;
    if (!id || !commit.ParseFromArray(commits->value().data(), static_cast<int>(commits->value().size()))) {
      return absl::DataLossError("the ingest store is damaged: a commit cannot be read");
    }
    if (*id > end_) break;
    if (commit.has_curation() || commit.deleted()) continue;
    if (!visit(*id, commit.article_id())) break;
  }
  return FromRocks(commits->status(), "reading commits");
}

}  // namespace sillok::ingest
