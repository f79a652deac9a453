#include "ingest/serve/commit_log_service.h"

#include <algorithm>
#include <semaphore>
#include <string>

#include "common/server/unary.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/time/timestamp.h"
#include "ingest/serve/validate.h"
#include "spdlog/spdlog.h"

namespace sillok::ingest {
namespace {

constexpr int kMostTails = 64;
// Twice as often as promised.
constexpr absl::Duration kHeartbeat = absl::Milliseconds(500);

using TailReactor = grpc::ServerWriteReactor<v1::TailCommitsResponse>;

// A call that is refused.
class RefusedTail final : public TailReactor {
 public:
  explicit RefusedTail(const absl::Status& status) { Finish(ToGrpc(status)); }
  void OnDone() override { delete this; }
};

// A call that runs, on a thread of its own until Finish.
class Tail final : public TailReactor {
 public:
  Tail(const ArticleStore& store, int64_t from, const std::atomic<bool>& stopping)
      : store_(store), stopping_(stopping), position_(from) {}

  void Run() {
    const absl::Status status = Follow();
    spdlog::info("tail ended position={} status={}", position_, status.ToString());
    Finish(ToGrpc(status));
  }

  void OnWriteDone(bool ok) override {
    if (!ok) gone_ = true;
    written_.release();
  }
  void OnCancel() override { gone_ = true; }
  void OnDone() override { delete this; }

 private:
  absl::Status Follow();
  absl::Status SendStretch();
  absl::Status Send(bool more_follow);
  void Fill(int64_t head);

  const ArticleStore& store_;
  const std::atomic<bool>& stopping_;
  int64_t position_;  // complete through
  bool first_ = true;
  v1::TailCommitsResponse message_;
  std::binary_semaphore written_{0};
  std::atomic<bool> gone_ = false;
};

absl::Status Tail::Follow() {
  // The first message goes out at once, so that the follower knows the origin and the head.
  int64_t head = store_.head();
  while (true) {
    if (head > position_) {
      SILLOK_RETURN_IF_ERROR(SendStretch());
    } else {
      message_.clear_commit();
      Fill(head);
      SILLOK_RETURN_IF_ERROR(Send(/*more_follow=*/false));
    }
    head = store_.WaitForHeadAfter(position_, absl::Now() + kHeartbeat);
  }
}

absl::Status Tail::SendStretch() {
  CommitStretch stretch = store_.ReadAfter(position_);
  while (stretch.Next(*message_.mutable_commit())) {
    const bool last = message_.commit().id() == stretch.end();
    if (last) position_ = stretch.end();
    Fill(std::max(store_.head(), stretch.end()));
    SILLOK_RETURN_IF_ERROR(Send(/*more_follow=*/!last));
  }
  return stretch.status();
}

void Tail::Fill(int64_t head) {
  message_.set_origin(store_.origin());
  message_.set_complete_through(position_);
  message_.set_head(head);
  *message_.mutable_send_time() = ToTimestamp(absl::Now());
}

absl::Status Tail::Send(bool more_follow) {
  if (stopping_) return UnavailableFor(absl::Seconds(1), "the ingest process is stopping");
  grpc::WriteOptions options;
  // A hint on the first message would keep it back for ever.
  if (more_follow && !first_) options.set_buffer_hint();
  first_ = false;
  StartWrite(&message_, options);
  written_.acquire();
  return gone_ ? absl::CancelledError("the follower has gone") : absl::OkStatus();
}

absl::Status CheckPosition(const v1::TailCommitsRequest& request, const ArticleStore& store) {
  SILLOK_RETURN_IF_ERROR(ValidateTail(request));
  if (!request.origin().empty() && request.origin() != store.origin()) {
    return Precondition(
        "ORIGIN", store.origin(),
        "is the origin of this store, not the one asked for; drop what that one gave and tail from 0");
  }
  // The second look finds a commit that is durable and already delivered, but not yet announced.
  if (request.from() > store.head() && request.from() > store.ReadAfter(request.from()).end()) {
    return Precondition("POSITION", std::to_string(store.head()),
                        "is the newest commit, before `from`; drop what this origin gave and tail from 0");
  }
  return absl::OkStatus();
}

}  // namespace

CommitLogService::CommitLogService(const ArticleStore& store)
    : store_(store), threads_({.threads = kMostTails, .queue = kMostTails}) {}

grpc::ServerWriteReactor<v1::TailCommitsResponse>* CommitLogService::TailCommits(
    grpc::CallbackServerContext* /*context*/, const v1::TailCommitsRequest* request) {
  const absl::Status status = CheckPosition(*request, store_);
  if (!status.ok()) return new RefusedTail(status);
  if (tails_.fetch_add(1) >= kMostTails) {
    --tails_;
    return new RefusedTail(ExhaustedFor(absl::Seconds(1), "64 tails are running already"));
  }
  auto* tail = new Tail(store_, request->from(), stopping_);
  const bool accepted = threads_.Submit([this, tail] {
    tail->Run();
    --tails_;
  });
  if (accepted) return tail;
  --tails_;
  delete tail;
  return new RefusedTail(ExhaustedFor(absl::Seconds(1), "too many tails are running already"));
}

}  // namespace sillok::ingest
