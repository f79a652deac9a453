// Where commits come from: one ingest store, read in order. The narrow seam between a view and what feeds it.
//
//   const absl::Status why = source.Tail(from, [&](v1::TailCommitsResponse message) { return Handle(std::move(message)); });
//
// The semantics are those of sillok.v1.CommitLogService.TailCommits. GrpcCommitSource reads them from sillok-ingest.
#pragma once

#include <functional>

#include "absl/status/status.h"
#include "sillok/v1/commit_log_service.pb.h"

namespace sillok::query {

class CommitSource {
 public:
  // Given one message after another, in order, on the thread of Tail. A failure ends the tail.
  using Deliver = std::function<absl::Status(v1::TailCommitsResponse message)>;

  virtual ~CommitSource() = default;

  // Reads until the stream ends, `deliver` fails, or Cancel is called; says why. Never OK: a tail has no end.
  // FAILED_PRECONDITION: `from` is no place in this store. One call at a time.
  [[nodiscard]] virtual absl::Status Tail(const v1::TailCommitsRequest& from, const Deliver& deliver) = 0;

  // Ends the running Tail and every later one with CANCELLED. Safe from any thread.
  virtual void Cancel() = 0;
};

}  // namespace sillok::query
