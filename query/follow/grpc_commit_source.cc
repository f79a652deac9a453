#include "query/follow/grpc_commit_source.h"

#include <utility>

#include "common/server/unary.h"
#include "grpcpp/grpcpp.h"
#include "sillok/v1/commit_log_service.grpc.pb.h"

namespace sillok::query {
namespace {

// A commit carries one article with its facts; ingest takes pages of 4 MiB.
constexpr int kMaxMessageBytes = 64 << 20;
// A dead peer is noticed after at most this and half as much again.
constexpr int kKeepaliveMillis = 10'000;
constexpr int kKeepaliveTimeoutMillis = 5'000;
// The follower waits between attempts itself; the channel should not wait much longer on top of that.
constexpr int kMaxReconnectMillis = 1'000;

grpc::ChannelArguments Arguments() {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kMaxMessageBytes);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMillis);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMillis);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 50);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 50);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kMaxReconnectMillis);
  return arguments;
}

}  // namespace

struct GrpcCommitSource::Channel {
  std::unique_ptr<v1::CommitLogService::Stub> stub;
};

GrpcCommitSource::GrpcCommitSource(const std::string& address)
    : channel_(new Channel{v1::CommitLogService::NewStub(
          grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), Arguments()))}) {}

GrpcCommitSource::~GrpcCommitSource() = default;

absl::Status GrpcCommitSource::Tail(const v1::TailCommitsRequest& from, const Deliver& deliver) {
  grpc::ClientContext context;
  {
    const std::lock_guard lock(mutex_);
    if (cancelled_) return absl::CancelledError("the follower stops");
    running_ = &context;
  }
  const std::unique_ptr<grpc::ClientReader<v1::TailCommitsResponse>> reader =
      channel_->stub->TailCommits(&context, from);
  absl::Status delivered;
  while (delivered.ok()) {
    v1::TailCommitsResponse message;
    if (!reader->Read(&message)) break;
    delivered = deliver(std::move(message));
  }
  if (!delivered.ok()) context.TryCancel();
  const absl::Status ended = FromGrpc(reader->Finish());
  const std::lock_guard lock(mutex_);
  running_ = nullptr;
  if (!delivered.ok()) return delivered;
  return ended.ok() ? absl::UnavailableError("the stream ended") : ended;
}

void GrpcCommitSource::Cancel() {
  const std::lock_guard lock(mutex_);
  cancelled_ = true;
  if (running_ != nullptr) running_->TryCancel();
}

}  // namespace sillok::query
