// A commit source that plays messages a test has written.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "query/follow/commit_source.h"

namespace sillok::query {

class FakeCommitSource : public CommitSource {
 public:
  // What the store answers to one Tail: its messages, then `ends` with OK for a stream that stays open.
  struct Stream {
    std::vector<v1::TailCommitsResponse> messages;
    absl::Status ends;
  };
  using Store = std::function<Stream(const v1::TailCommitsRequest& from)>;

  explicit FakeCommitSource(Store store) : store_(std::move(store)) {}

  absl::Status Tail(const v1::TailCommitsRequest& from, const Deliver& deliver) override {
    Stream stream;
    {
      const std::lock_guard lock(mutex_);
      if (cancelled_) return absl::CancelledError("cancelled");
      asked_.push_back(from);
      stream = store_(from);
    }
    for (const v1::TailCommitsResponse& message : stream.messages) {
      if (absl::Status delivered = deliver(message); !delivered.ok()) return delivered;
    }
    if (!stream.ends.ok()) return stream.ends;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return cancelled_; });
    return absl::CancelledError("cancelled");
  }

  void Cancel() override {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    changed_.notify_all();
  }

  // Every request so far.
  [[nodiscard]] std::vector<v1::TailCommitsRequest> asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
  }

 private:
  Store store_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool cancelled_ = false;
  std::vector<v1::TailCommitsRequest> asked_;
};

}  // namespace sillok::query
