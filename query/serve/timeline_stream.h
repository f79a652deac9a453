// StreamTimeline: writes the events of a timeline one by one, as fast as the client reads.
//
// Events are read ahead on the pool, a bounded number at a time; while they are written no thread is held. The state
// is the one that was published when the stream began.
#pragma once

#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "common/server/worker_pool.h"
#include "grpcpp/grpcpp.h"
#include "query/answer/timeline.h"
#include "query/follow/progress.h"
#include "query/view/view.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

class TimelineStream final : public grpc::ServerWriteReactor<v1::StreamTimelineResponse> {
 public:
  // The stream owns itself and ends with its last reaction.
  static TimelineStream* Start(const grpc::CallbackServerContext& context,
                               const v1::StreamTimelineRequest& request, const View& view, Progress& progress,
                               WorkerPool& pool);

  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override { delete this; }

 private:
  TimelineStream(const grpc::CallbackServerContext& context, const v1::StreamTimelineRequest& request,
                 const View& view, Progress& progress, WorkerPool& pool);

  void Reached(const absl::Status& status);
  // On the pool: reads the next events, writes the first of them.
  void ReadAhead();
  [[nodiscard]] absl::Status Fill();
  void WriteNext();
  void End(const absl::Status& status);

  const grpc::CallbackServerContext& context_;
  const v1::StreamTimelineRequest& request_;
  const View& view_;
  Progress& progress_;
  WorkerPool& pool_;
  Progress::WaiterId waiter_ = 0;

  // Touched by one thread at a time: either the pool reads or a write is under way.
  std::optional<TimelineExport> events_;
  std::vector<v1::StreamTimelineResponse> ahead_;
  size_t ready_ = 0;    // of ahead_, those that hold events
  size_t written_ = 0;  // of these, those written or being written
  bool ended_ = false;  // no event follows those read ahead
  bool begun_ = false;  // the first message has been written
};

}  // namespace sillok::query
