// A unary call whose commits are not in the view yet: waits for them without a thread, then answers on the pool.
//
//   return WaitingCall::Start(context, "GetEntity", request->min_commit(), progress, pool, answer);
//
// Finishes with INVALID_ARGUMENT for tokens that are none, and with what Progress says when they do not come.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "common/server/worker_pool.h"
#include "grpcpp/grpcpp.h"
#include "query/follow/progress.h"

namespace sillok::query {

// UNAVAILABLE: nothing has been published yet.
[[nodiscard]] absl::Status NotYetComplete();

class WaitingCall final : public grpc::ServerUnaryReactor {
 public:
  using Answer = std::function<absl::Status()>;

  // The call owns itself and ends with its last reaction.
  static grpc::ServerUnaryReactor* Start(const grpc::CallbackServerContext& context, std::string_view method,
                                         const Progress::Tokens& tokens, Progress& progress, WorkerPool& pool,
                                         Answer answer);

  void OnCancel() override;
  void OnDone() override { delete this; }

 private:
  WaitingCall(std::string_view method, Progress& progress, WorkerPool& pool, Answer answer);

  void Reached(const absl::Status& status);
  void End(const absl::Status& status);

  const std::string method_;
  Progress& progress_;
  WorkerPool& pool_;
  const Answer answer_;
  Progress::WaiterId waiter_ = 0;
};

}  // namespace sillok::query
