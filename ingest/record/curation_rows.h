// Curations as the store holds them.
//
//   SILLOK_ASSIGN_OR_RETURN(std::optional<RecordedCuration> found, FindCuration(store, options, kCurations, id));
//
//   CurationWalk walk(store, after);          // "" walks all of them
//   while (walk.Next(curation)) Send(curation);
//   SILLOK_RETURN_IF_ERROR(walk.status());
//
// Functions are safe from any thread; a walk is for one, reads the store of one moment, and must end before the store does.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/store/store.h"
#include "rocksdb/iterator.h"
#include "rocksdb/options.h"
#include "rocksdb/snapshot.h"
#include "sillok/v1/curation.pb.h"

namespace sillok::ingest {

struct RecordedCuration {
  int64_t commit_id = 0;
  // `undone` is filled.
  v1::Curation curation;
};

// The curation that the row of this family names: of kCurations the one with the id, of kUndone the one that undoes it. Nothing
// when there is none.
[[nodiscard]] absl::StatusOr<std::optional<RecordedCuration>> FindCuration(
    Store& store, const rocksdb::ReadOptions& options, const char* family, const std::string& id);

// All curations, by (create_time, id).
class CurationWalk {
 public:
  // Those after the one with this key, which need not be there.
  CurationWalk(Store& store, std::string_view after);

  // The next one; false at the end or after an error.
  [[nodiscard]] bool Next(v1::Curation& curation);
  // The key of the last one: where to walk on.
  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] const absl::Status& status() const { return status_; }

 private:
  [[nodiscard]] absl::Status Read(v1::Curation& curation);

  Store& store_;
  rocksdb::ManagedSnapshot snapshot_;
  rocksdb::ReadOptions options_;
  std::unique_ptr<rocksdb::Iterator> times_;
  std::string key_;
  absl::Status status_;
};

}  // namespace sillok::ingest
