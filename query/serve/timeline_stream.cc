#include "query/serve/timeline_stream.h"

#include <memory>
#include <utility>

#include "common/server/unary.h"
#include "common/status/status_macros.h"
#include "query/serve/waiting_call.h"
#include "spdlog/spdlog.h"

namespace sillok::query {
namespace {

// How far to read ahead: whichever is reached first.
constexpr size_t kEventsAhead = 64;
constexpr size_t kBytesAhead = size_t{256} << 10;

}  // namespace

TimelineStream* TimelineStream::Start(const grpc::CallbackServerContext& context,
                                      const v1::StreamTimelineRequest& request, const View& view,
                                      Progress& progress, WorkerPool& pool) {
  auto* stream = new TimelineStream(context, request, view, progress, pool);
  const Progress::Tokens& tokens = request.timeline().min_commit();
  if (absl::Status checked = Progress::Check(tokens); !checked.ok()) {
    stream->End(checked);
  } else {
    stream->waiter_ = progress.WhenReached(tokens, DeadlineOf(context),
                                           [stream](const absl::Status& status) { stream->Reached(status); });
  }
  return stream;
}

TimelineStream::TimelineStream(const grpc::CallbackServerContext& context,
                               const v1::StreamTimelineRequest& request, const View& view, Progress& progress,
                               WorkerPool& pool)
    : context_(context),
      request_(request),
      view_(view),
      progress_(progress),
      pool_(pool),
      ahead_(kEventsAhead) {}

void TimelineStream::Reached(const absl::Status& status) {
  if (!status.ok()) return End(status);
  if (!pool_.Submit([this] { ReadAhead(); })) End(PoolIsFull());
}

void TimelineStream::ReadAhead() {
  if (context_.IsCancelled()) return End(absl::CancelledError("the caller has gone"));
  const absl::Status filled = Fill();
  if (!filled.ok() || ready_ == 0) return End(filled);
  WriteNext();
}

absl::Status TimelineStream::Fill() {
  if (!events_.has_value()) {
    const std::shared_ptr<const ViewReader> reader = view_.Latest();
    if (reader == nullptr) return NotYetComplete();
    SILLOK_ASSIGN_OR_RETURN(events_, TimelineExport::Open(request_, *reader));
  }
  ready_ = 0;
  written_ = 0;
  for (size_t bytes = 0; ready_ < ahead_.size() && bytes < kBytesAhead; ++ready_) {
    SILLOK_ASSIGN_OR_RETURN(const bool more, events_->Next(ahead_[ready_]));
    if (!more) {
      ended_ = true;
      break;
    }
    bytes += ahead_[ready_].ByteSizeLong();
  }
  return absl::OkStatus();
}

void TimelineStream::WriteNext() {
  grpc::WriteOptions options;
  // Coalesced writes are several times faster; the first must go out by itself, or nothing does.
  if (begun_) options.set_buffer_hint();
  begun_ = true;
  StartWrite(&ahead_[written_++], options);
}

void TimelineStream::OnWriteDone(bool ok) {
  if (!ok) return End(absl::CancelledError("the caller has gone"));
  if (written_ < ready_) return WriteNext();
  if (ended_) return End(absl::OkStatus());
  if (!pool_.Submit([this] { ReadAhead(); })) End(PoolIsFull());
}

void TimelineStream::OnCancel() {
  if (progress_.Forget(waiter_)) End(absl::CancelledError("the caller has gone"));
}

void TimelineStream::End(const absl::Status& status) {
  if (!status.ok()) {
    spdlog::info("call method=StreamTimeline code={}", absl::StatusCodeToString(status.code()));
  }
  Finish(ToGrpc(status));
}

}  // namespace sillok::query
