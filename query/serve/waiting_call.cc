#include "query/serve/waiting_call.h"

#include <utility>

#include "common/server/unary.h"
#include "common/status/errors.h"
#include "spdlog/spdlog.h"

namespace sillok::query {

absl::Status NotYetComplete() {
  return UnavailableFor(absl::Milliseconds(500), "the view has not yet reached its first complete state");
}

grpc::ServerUnaryReactor* WaitingCall::Start(const grpc::CallbackServerContext& context,
                                             std::string_view method, const Progress::Tokens& tokens,
                                             Progress& progress, WorkerPool& pool, Answer answer) {
  auto* call = new WaitingCall(method, progress, pool, std::move(answer));
  // No reaction comes before this call is returned, so neither OnCancel nor OnDone meets it half made.
  if (absl::Status checked = Progress::Check(tokens); !checked.ok()) {
    call->End(checked);
  } else {
    call->waiter_ = progress.WhenReached(tokens, DeadlineOf(context),
                                         [call](const absl::Status& status) { call->Reached(status); });
  }
  return call;
}

WaitingCall::WaitingCall(std::string_view method, Progress& progress, WorkerPool& pool, Answer answer)
    : method_(method), progress_(progress), pool_(pool), answer_(std::move(answer)) {}

void WaitingCall::OnCancel() {
  if (progress_.Forget(waiter_)) End(absl::CancelledError("the caller has gone"));
}

void WaitingCall::Reached(const absl::Status& status) {
  if (!status.ok()) return End(status);
  if (!pool_.Submit([this] { End(answer_()); })) End(PoolIsFull());
}

void WaitingCall::End(const absl::Status& status) {
  if (!status.ok()) spdlog::info("call method={} code={}", method_, absl::StatusCodeToString(status.code()));
  Finish(ToGrpc(status));
}

}  // namespace sillok::query
