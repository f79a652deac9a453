#include "common/server/unary.h"

#include <chrono>
#include <string>
#include <utility>

#include "common/status/errors.h"
#include "google/rpc/status.pb.h"
#include "spdlog/spdlog.h"

namespace sillok {
namespace {

constexpr absl::Duration kRetryWhenFull = absl::Milliseconds(100);

// What is known about the call before any work is done for it.
absl::Status CheckAlive(const grpc::CallbackServerContext& context, absl::Time deadline) {
  if (context.IsCancelled()) return absl::CancelledError("the caller has gone");
  if (absl::Now() < deadline) return absl::OkStatus();
  return absl::DeadlineExceededError("the deadline passed while the call waited");
}

// Successes are logged at debug level: at full load the log would cost more than the calls.
void LogCall(const std::string& method, const absl::Status& status, absl::Time begin) {
  const spdlog::level::level_enum level = status.ok() ? spdlog::level::debug : spdlog::level::info;
  if (!spdlog::should_log(level)) return;
  spdlog::log(level, "call method={} code={} micros={}", method, absl::StatusCodeToString(status.code()),
              absl::ToInt64Microseconds(absl::Now() - begin));
}

}  // namespace

absl::Time DeadlineOf(const grpc::CallbackServerContext& context) {
  const std::chrono::system_clock::time_point deadline = context.deadline();
  if (deadline == std::chrono::system_clock::time_point::max()) return absl::InfiniteFuture();
  return absl::FromChrono(deadline);
}

absl::Status PoolIsFull() {
  return ExhaustedFor(kRetryWhenFull, "too many calls are waiting; try again in 100 ms");
}

grpc::Status ToGrpc(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  return {static_cast<grpc::StatusCode>(status.code()), static_cast<std::string>(status.message()),
          SerializeRpcStatus(status)};
}

absl::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  absl::Status result(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  google::rpc::Status details;
  if (details.ParseFromString(status.error_details())) {
    for (const google::protobuf::Any& detail : details.details()) {
      result.SetPayload(detail.type_url(), absl::Cord(detail.value()));
    }
  }
  return result;
}

grpc::ServerUnaryReactor* RunUnary(grpc::CallbackServerContext& context, WorkerPool& pool,
                                   std::string_view method,
                                   std::function<absl::Status(absl::Time deadline)> answer) {
  grpc::ServerUnaryReactor* reactor = context.DefaultReactor();
  const absl::Time begin = absl::Now();
  const std::string name(method);
  // The context lives until Finish, so until the end of this task.
  const bool accepted = pool.Submit([&context, reactor, begin, name, answer = std::move(answer)] {
    const absl::Time deadline = DeadlineOf(context);
    absl::Status status = CheckAlive(context, deadline);
    if (status.ok()) status = answer(deadline);
    LogCall(name, status, begin);
    reactor->Finish(ToGrpc(status));
  });
  if (!accepted) {
    const absl::Status full = PoolIsFull();
    LogCall(name, full, begin);
    reactor->Finish(ToGrpc(full));
  }
  return reactor;
}

}  // namespace sillok
