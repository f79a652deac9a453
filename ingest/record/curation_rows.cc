#include "ingest/record/curation_rows.h"

#include "common/status/status_macros.h"
#include "ingest/record/curation_name.h"
#include "ingest/record/keyspace.h"
#include "sillok/storage/v1/record.pb.h"

namespace sillok::ingest {
namespace {

absl::StatusOr<bool> IsUndone(Store& store, const rocksdb::ReadOptions& options, const std::string& id) {
  rocksdb::PinnableSlice undo;
  const rocksdb::Status found = store.db().Get(options, store.family(kUndone), id, &undo);
  if (found.IsNotFound()) return false;
  SILLOK_RETURN_IF_ERROR(FromRocks(found, "reading what undoes curation " + id));
  return true;
}

// From the commit with this key.
absl::StatusOr<RecordedCuration> ReadCuration(Store& store, const rocksdb::ReadOptions& options,
                                              const rocksdb::Slice& commit_key) {
  const std::optional<int64_t> commit_id = ParseCommitKey({commit_key.data(), commit_key.size()});
  std::string value;
  SILLOK_RETURN_IF_ERROR(FromRocks(store.db().Get(options, store.family(kCommits), commit_key, &value),
                                   "reading the commit of a curation"));
  storage::v1::StoredCommit commit;
  if (!commit_id || !commit.ParseFromString(value) || !commit.has_curation()) {
    return absl::DataLossError("the commit of a curation cannot be read");
  }
  RecordedCuration recorded = {.commit_id = *commit_id, .curation = {}};
  recorded.curation.Swap(commit.mutable_curation());
  SILLOK_ASSIGN_OR_RETURN(const bool undone,
                          IsUndone(store, options, CurationIdOf(recorded.curation.name())));
  recorded.curation.set_undone(undone);
  return recorded;
}

}  // namespace

absl::StatusOr<std::optional<RecordedCuration>> FindCuration(Store& store,
                                                             const rocksdb::ReadOptions& options,
                                                             const char* family, const std::string& id) {
  rocksdb::PinnableSlice commit_key;
  const rocksdb::Status found = store.db().Get(options, store.family(family), id, &commit_key);
  if (found.IsNotFound()) return std::nullopt;
  SILLOK_RETURN_IF_ERROR(FromRocks(found, "reading curation " + id));
  SILLOK_ASSIGN_OR_RETURN(RecordedCuration recorded, ReadCuration(store, options, commit_key));
  return recorded;
}

CurationWalk::CurationWalk(Store& store, std::string_view after) : store_(store), snapshot_(&store.db()) {
  options_.snapshot = snapshot_.snapshot();
  times_.reset(store.db().NewIterator(options_, store.family(kCurationTimes)));
  const rocksdb::Slice begin(after.data(), after.size());
  times_->Seek(begin);
  if (times_->Valid() && times_->key() == begin) times_->Next();
}

bool CurationWalk::Next(v1::Curation& curation) {
  if (!status_.ok()) return false;
  if (!times_->Valid()) {
    status_ = FromRocks(times_->status(), "reading curations");
    return false;
  }
  status_ = Read(curation);
  if (!status_.ok()) return false;
  key_ = times_->key().ToString();
  times_->Next();
  return true;
}

absl::Status CurationWalk::Read(v1::Curation& curation) {
  SILLOK_ASSIGN_OR_RETURN(RecordedCuration recorded, ReadCuration(store_, options_, times_->value()));
  curation.Swap(&recorded.curation);
  return absl::OkStatus();
}

}  // namespace sillok::ingest
