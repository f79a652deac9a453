#include "ingest/record/commit_stretch.h"

#include <optional>
#include <string>
#include <string_view>

#include "common/status/status_macros.h"
#include "ingest/record/keyspace.h"
#include "sillok/storage/v1/record.pb.h"

namespace sillok::ingest {
namespace {

absl::Status Damaged(const std::string& what) {
  return absl::DataLossError("the ingest store is damaged: " + what);
}

std::optional<int64_t> IdAt(const rocksdb::Iterator& commits) {
  const rocksdb::Slice key = commits.key();
  return ParseCommitKey(std::string_view(key.data(), key.size()));
}

}  // namespace

CommitStretch::CommitStretch(Store& store, int64_t from) : store_(store), snapshot_(&store.db()) {
  rocksdb::ReadOptions options;
  options.snapshot = snapshot_.snapshot();
  commits_.reset(store.db().NewIterator(options, store.family(kCommits)));
  commits_->SeekToLast();
  if (commits_->Valid()) end_ = IdAt(*commits_).value_or(0);
  commits_->Seek(CommitKey(from + 1));
}

bool CommitStretch::Next(v1::Commit& commit) {
  if (!status_.ok()) return false;
  if (!commits_->Valid()) {
    status_ = FromRocks(commits_->status(), "reading commits");
    return false;
  }
  status_ = Read(commit);
  if (!status_.ok()) return false;
  commits_->Next();
  return true;
}

absl::Status CommitStretch::Read(v1::Commit& commit) {
  const std::optional<int64_t> id = IdAt(*commits_);
  if (!id) return Damaged("a commit's key is no number");
  storage::v1::StoredCommit stored;
  if (!stored.ParseFromArray(commits_->value().data(), static_cast<int>(commits_->value().size()))) {
    return Damaged("commit " + std::to_string(*id) + " cannot be read");
  }
  commit.Clear();
  commit.set_id(*id);
  if (stored.has_curation()) {
    commit.mutable_curation()->Swap(stored.mutable_curation());
    return absl::OkStatus();
  }
  *commit.mutable_revision_time() = stored.revision_time();
  commit.set_content_hash(stored.content_hash());
  commit.set_article_id(stored.article_id());
  if (stored.deleted()) {
    commit.mutable_deletion();
    return absl::OkStatus();
  }
  rocksdb::ReadOptions options;
  options.snapshot = snapshot_.snapshot();
  rocksdb::PinnableSlice facts;
  SILLOK_RETURN_IF_ERROR(
      FromRocks(store_.db().Get(options, store_.family(kFacts), stored.article_id(), &facts),
                "reading the facts of article " + stored.article_id()));
  if (!commit.mutable_article()->ParseFromArray(facts.data(), static_cast<int>(facts.size()))) {
    return Damaged("the facts of article " + stored.article_id() + " cannot be read");
  }
  return absl::OkStatus();
}

}  // namespace sillok::ingest
