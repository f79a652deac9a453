// Lets several followers change one view, and publishes it whenever it is complete for all of them.
//
//   ViewWriter writer(view, progress, 1, [&] { server.SetServing(true); });
//   writer.Handle(0, message);       // a follower's thread, message after message
//   writer.Disconnected(0);          // when its stream has ended
//
// Between two complete states of a store lies a stretch of commits that may not be shown. Followers take turns: one
// that is within a stretch keeps the others waiting, so that moments at which everything is complete keep coming. A
// stream that breaks within a stretch gives the turn back; nothing is published then until that store is whole again.
// The commits of a stretch wait for each other, 1,024 of them or until a heartbeat comes, and are applied in one batch: catching
// up is faster than following.
//
// A store is known by its origin. When every followed store has said which it is, what others gave is withdrawn.
// Safe from any thread; one thread a source.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "query/follow/progress.h"
#include "query/view/view.h"
#include "sillok/v1/commit_log_service.pb.h"

namespace sillok::query {

class ViewWriter {
 public:
  // `sources` is their number. `on_first_published` is called once, when there is something to answer from: at once,
  // when the stored state is complete.
  ViewWriter(View& view, Progress& progress, size_t sources, std::function<void()> on_first_published);

  // Where to tail the store at this place from; from 0 while it is not known which store that is.
  [[nodiscard]] v1::TailCommitsRequest From(size_t source) const;
  // Takes in one message. ABORTED: the store has been followed before; go on where From now says. ALREADY_EXISTS: another
  // source follows it. CANCELLED after Stop. Any other failure is the view's.
  [[nodiscard]] absl::Status Handle(size_t source, v1::TailCommitsResponse message);
  void Disconnected(size_t source);
  // The store has lost the place that From named: withdraws what it gave.
  [[nodiscard]] absl::Status Drop(size_t source);
  // Wakes and refuses everybody.
  void Stop();

 private:
  // One followed store. Written only by its own thread in its turn, read by others in theirs.
  struct Source {
    std::string origin;       // empty until it is known
    OriginPosition position;  // what the view holds
    OriginPosition heard;     // what it holds once `waiting` is applied
    bool complete = false;    // the view holds exactly the store's state at position.complete_through
    bool tailing = false;     // a message of the running stream has come
    OriginPosition start;     // what the view held when the stream began
    std::vector<v1::Commit> waiting;
    size_t waiting_bytes = 0;
  };

  [[nodiscard]] absl::Status TakeTurn(size_t source);
  void GiveBackTurn(size_t source);
  [[nodiscard]] absl::Status Begin(size_t source, const v1::TailCommitsResponse& message);
  [[nodiscard]] absl::Status Record(Source& source, v1::TailCommitsResponse message);
  // Brings the view to what was heard.
  [[nodiscard]] absl::Status Write(Source& source);
  [[nodiscard]] absl::Status DropStrangers();
  [[nodiscard]] absl::Status PublishIfComplete();
  void TellPublished(std::map<std::string, int64_t, std::less<>> complete_through);

  View& view_;
  Progress& progress_;
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  std::optional<size_t> turn_;  // guarded by mutex_
  bool stopping_ = false;       // guarded by mutex_

  // Touched only by whose turn it is.
  std::function<void()> on_first_published_;  // empty once called
  std::vector<Source> sources_;
  bool unpublished_ = true;  // the state has changed since it was published
};

}  // namespace sillok::query
