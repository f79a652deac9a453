// How far every followed store has been read, and who waits for it to be read further.
//
//   Progress progress({.addresses = {"127.0.0.1:50051"}});
//   progress.Heard(0, origin, head);                 // a follower, at every message
//   progress.Published({{origin, complete}});        // after the view has published that state
//   progress.WhenReached(tokens, deadline, [](const absl::Status& reached) { … });   // a reader
//
// A reader waits without a thread: its callback is kept, and runs on the follower's thread that brings the last
// commit it waits for, or on the timer's. Callbacks must be short: hand the work to a pool. Safe from any thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "sillok/v1/commit.pb.h"

namespace sillok::query {

struct ProgressOptions {
  // Where the stores are followed, one a follower; a store is known by its place in this list.
  std::vector<std::string> addresses;
  // How long a reader without a deadline waits.
  absl::Duration default_wait = absl::Seconds(5);
  // How long before its deadline a reader is told, so that the answer still arrives.
  absl::Duration margin = absl::Milliseconds(100);
  // Readers that may wait at a time; one more is refused.
  size_t max_waiting = 4096;
};

// How far one store has been followed. The fields of GetStatusResponse.Source.
struct SourceProgress {
  std::string address = {};
  std::string origin = {};  // empty before the first contact
  int64_t applied = 0;      // the published state is exactly the store's at this commit
  int64_t head = 0;         // the store's newest commit, as of the last message
  bool connected = false;
  absl::Time last_contact = absl::InfinitePast();  // of the last message
  absl::Time caught_up = absl::InfinitePast();     // when the view last held everything it knew of
};

// How old the view is, in milliseconds; -1 before it ever held everything.
[[nodiscard]] int64_t LagMillis(const SourceProgress& source, absl::Time now);

class Progress {
 public:
  using Tokens = google::protobuf::RepeatedPtrField<v1::CommitToken>;
  // OK; UNAVAILABLE with RetryInfo when the commits did not come in time.
  using Done = std::function<void(const absl::Status&)>;
  // Names a waiting reader; 0 names none.
  using WaiterId = uint64_t;

  explicit Progress(const ProgressOptions& options);
  // Tells every reader that still waits UNAVAILABLE.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // A follower's side.

  // The store at this place of the list is taken to be `origin`, before it has been heard.
  void Presume(size_t source, std::string_view origin);
  // A message came from it.
  void Heard(size_t source, std::string_view origin, int64_t head);
  void Disconnected(size_t source);
  // The view now shows exactly these states: origin → commit. Tells the readers that waited for them.
  void Published(std::map<std::string, int64_t, std::less<>> complete_through);

  // A reader's side.

  // INVALID_ARGUMENT naming the token that is none.
  [[nodiscard]] static absl::Status Check(const Tokens& tokens);
  // Calls `done` once: at once, on this thread, when all are reached or too many wait (RESOURCE_EXHAUSTED);
  // otherwise later. A commit of an unknown origin is waited for too: its store may come.
  WaiterId WhenReached(const Tokens& tokens, absl::Time deadline, Done done);
  // Forgets a reader that has gone; its `done` is never called after this when true is returned.
  bool Forget(WaiterId waiter);

  [[nodiscard]] std::vector<SourceProgress> Sources() const;

 private:
  struct Waiter {
    std::map<std::string, int64_t, std::less<>> wanted;  // origin → commit
    absl::Time give_up;
    Done done;
  };
  using Waiters = std::map<WaiterId, Waiter>;

  // The commit that the published state of an origin is complete through; 0 for an unknown one.
  [[nodiscard]] int64_t ReachedIn(std::string_view origin) const;
  [[nodiscard]] bool Holds(const Waiter& waiter) const;
  void NoteCaughtUp(SourceProgress& source);
  // Takes out those of whom `ready` is true.
  [[nodiscard]] std::vector<Waiter> TakeWaiters(const std::function<bool(const Waiter&)>& ready);
  void WatchDeadlines();

  const ProgressOptions options_;
  mutable std::mutex mutex_;
  std::vector<SourceProgress> sources_;                  // guarded by mutex_, as all below
  std::map<std::string, int64_t, std::less<>> reached_;  // origin → commit
  Waiters waiters_;
  WaiterId next_waiter_ = 1;
  bool stopping_ = false;
  std::condition_variable deadlines_changed_;
  std::thread timer_;
};

}  // namespace sillok::query
