// A stretch of the commit log, read as the store stood at its end.
//
//   CommitStretch stretch(store, from);
//   while (stretch.Next(commit)) Send(commit, commit.id() == stretch.end() ? stretch.end() : from);
//   SILLOK_RETURN_IF_ERROR(stretch.status());
//
// Only the current commit of each article is there, and every curation. Some of those that stood at `from` may have
// been replaced by others further on in the stretch, so the reader is at a state that was only when all is applied;
// the last commit's id is always end(). Reads one commit at a time and holds a RocksDB snapshot meanwhile: end it
// before the store, and soon. For one thread at a time.
#pragma once

#include <cstdint>
#include <memory>

#include "absl/status/status.h"
#include "common/store/store.h"
#include "rocksdb/iterator.h"
#include "rocksdb/snapshot.h"
#include "sillok/v1/commit.pb.h"

namespace sillok::ingest {

class CommitStretch {
 public:
  CommitStretch(Store& store, int64_t from);

  // The newest commit id in the snapshot; 0 in an empty store.
  [[nodiscard]] int64_t end() const { return end_; }
  // The next commit with its article or curation; false at the end or after an error.
  [[nodiscard]] bool Next(v1::Commit& commit);
  [[nodiscard]] const absl::Status& status() const { return status_; }

 private:
  [[nodiscard]] absl::Status Read(v1::Commit& commit);

  Store& store_;
  rocksdb::ManagedSnapshot snapshot_;
  std::unique_ptr<rocksdb::Iterator> commits_;
  int64_t end_ = 0;
  absl::Status status_;
};

}  // namespace sillok::ingest
