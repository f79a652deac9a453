// Follows one store for as long as it lives: tails it, reconnects, starts anew when the store is another.
//
//   Follower follower(0, source, writer);   // begins at once, on a thread of its own
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

#include "absl/time/time.h"
#include "query/follow/commit_source.h"
#include "query/follow/view_writer.h"

namespace sillok::query {

// How long to wait before the next attempt: doubled at every failure in a row.
struct Backoff {
  absl::Duration least = absl::Milliseconds(50);
  absl::Duration most = absl::Seconds(2);
};

class Follower {
 public:
  // `place` is the store's in the writer's and the progress's list. Both references must outlive the follower.
  Follower(size_t place, CommitSource& source, ViewWriter& writer, const Backoff& backoff = {});
  // Stops the writer, too: one that stops means all do.
  ~Follower();
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;

 private:
  void Run();
  // One stream, from its beginning to its end. Sets `heard` when a message was taken in.
  [[nodiscard]] absl::Status Tail(bool& heard);
  // False when the follower stops.
  bool Sleep(absl::Duration duration);

  const size_t place_;
  CommitSource& source_;
  ViewWriter& writer_;
  const Backoff backoff_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stopping_ = false;  // guarded by mutex_
  std::thread thread_;
};

}  // namespace sillok::query
