// A unary call of the callback API, answered by a plain function on the worker pool.
//
//   return RunUnary(*context, pool_, "GetEntity", [=, this](absl::Time deadline) {
//     return answers_.GetEntity(*request, deadline, *response);  // absl::Status
//   });
//
// Writes one structured log line a call. The function gets the call's deadline (InfiniteFuture when it has none).
#pragma once

#include <functional>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "common/server/worker_pool.h"
#include "grpcpp/grpcpp.h"

namespace sillok {

// The status with its details as gRPC sends it.
[[nodiscard]] grpc::Status ToGrpc(const absl::Status& status);
// What came from the other side, as a canonical status.
[[nodiscard]] absl::Status FromGrpc(const grpc::Status& status);

// The deadline of a call; InfiniteFuture when it has none.
[[nodiscard]] absl::Time DeadlineOf(const grpc::CallbackServerContext& context);

// RESOURCE_EXHAUSTED, with the time to wait: the pool takes no more.
[[nodiscard]] absl::Status PoolIsFull();

[[nodiscard]] grpc::ServerUnaryReactor* RunUnary(grpc::CallbackServerContext& context, WorkerPool& pool,
                                                 std::string_view method,
                                                 std::function<absl::Status(absl::Time deadline)> answer);

}  // namespace sillok
