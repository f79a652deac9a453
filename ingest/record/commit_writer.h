// Gives out commit ids and makes commits durable, several at a time.
//
//   absl::StatusOr<int64_t> id = writer.Write(write);   // durable and visible now
//
// Writers queue up; the first writes for all who wait, as one batch with one sync, and gives out ids in the order of the
// queue (LevelDB's group commit). RocksDB's own write groups would share the sync as well, but there an id can become
// visible before a smaller one. Here the log grows in the order of its ids: whatever snapshot is taken is
// exactly the store's state at its greatest commit id, and no reader can step over a gap.
//
// After a failed write nobody knows what is on disk: every further one fails with UNAVAILABLE until the process starts
// again and RocksDB reads its log. Safe from any thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/store/store.h"

namespace sillok::ingest {

// What one article's new state writes, but for the commit id.
struct ArticleWrite {
  std::string article_id;
  // A serialised StoredCommit.
  std::string commit;
  // The article's older commit, which is removed.
  std::optional<int64_t> replaces = {};
  // A serialised StoredPage and v1::Article; both absent for a deletion.
  std::optional<std::string> page = {};
  std::optional<std::string> facts = {};
  // True leaves the stored page as it is: `facts` are another reading of it.
  bool keeps_page = false;
};

// The same of a curation.
struct CurationWrite {
  std::string id;
  // Its key in curation_times.
  std::string time_key;
  // A serialised StoredCommit.
  std::string commit;
  // The id of the curation that it withdraws.
  std::optional<std::string> undoes = {};
};

using CommitWrite = std::variant<ArticleWrite, CurationWrite>;

class CommitWriter {
 public:
  // `head` is the greatest id in the store, 0 in a new one. The store must outlive the writer.
  CommitWriter(Store& store, int64_t head) : store_(store), head_(head) {}

  // Blocks until the commit is durable; answers its id.
  [[nodiscard]] absl::StatusOr<int64_t> Write(const CommitWrite& write);

  // The newest durable commit id.
  [[nodiscard]] int64_t head() const;
  // Blocks until head() is greater than `id` or the deadline has come; answers head().
  [[nodiscard]] int64_t WaitForHeadAfter(int64_t id, absl::Time deadline) const;

 private:
  struct Waiter {
    const CommitWrite& write;
    std::condition_variable changed = {};
    bool done = false;
    absl::Status status = {};
    int64_t id = 0;
  };

  [[nodiscard]] std::vector<Waiter*> TakeGroup();
  [[nodiscard]] absl::Status WriteGroup(const std::vector<Waiter*>& group);

  Store& store_;
  mutable std::mutex mutex_;
  mutable std::condition_variable head_changed_;
  std::deque<Waiter*> queue_;  // the front writes
  int64_t head_;
  absl::Status failed_;
};

}  // namespace sillok::ingest
