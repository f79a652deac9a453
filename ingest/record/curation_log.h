// What people have decided, in the order of their times; each decision a commit of its own, and none ever removed.
//
//   absl::StatusOr<RecordedCuration> recorded = curations.Record(curation);   // durable when it returns
//
// Safe from any thread. Decisions are made one after another: each is durable before the next is looked at.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "common/store/store.h"
#include "ingest/record/commit_writer.h"
#include "ingest/record/curation_rows.h"
#include "sillok/v1/curation.pb.h"

namespace sillok::ingest {

class CurationLog {
 public:
  // Both must outlive it.
  CurationLog(Store& store, CommitWriter& writer) : store_(store), writer_(writer) {}

  // Names the decision, which has its `create_time`, and makes it durable. One that is there already is answered as it stands,
  // and so is an undo of what is undone. NOT_FOUND for an undo of what is not here; INVALID_ARGUMENT, naming the field `name`, for
  // one of an undo.
  [[nodiscard]] absl::StatusOr<RecordedCuration> Record(v1::Curation curation);

  // Those after the one with this key of curation_times; all of them when it is empty.
  [[nodiscard]] CurationWalk WalkAfter(std::string_view key) const { return {store_, key}; }

 private:
  [[nodiscard]] absl::StatusOr<std::optional<RecordedCuration>> FindStanding(
      const v1::Curation& curation) const;

  Store& store_;
  CommitWriter& writer_;
  std::mutex mutex_;  // held from looking what stands until the decision is durable
};

}  // namespace sillok::ingest
