// A load of unary calls: so many in flight, each answered one replaced by the next, every reply compared byte for byte.
//
//   ClosedLoop loop("127.0.0.1:50052", "/sillok.v1.QueryService/GetEntity", calls);
//   loop.Prepare();                                   // learns and checks every reply once
//   LoopResult result = loop.Run(32, absl::Seconds(1));
//
// Requests and replies stay bytes on this side, so that the client costs the same whatever the message. Not for several
// threads at once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/grpcpp.h"

namespace sillok::bench {

struct LoopResult {
  double calls_per_second = 0;
  int64_t wrong = 0;  // failed, or answered with other bytes than expected
};

class ClosedLoop {
 public:
  // `requests` are serialised messages, called in an order of their own, again and again.
  ClosedLoop(const std::string& address, std::string method, std::vector<std::string> requests);

  // Calls each request once and keeps its reply as the expected one. The first failure is returned.
  [[nodiscard]] absl::Status Prepare();
  // After Prepare.
  [[nodiscard]] const std::vector<std::string>& replies() const { return replies_; }
  [[nodiscard]] LoopResult Run(int in_flight, absl::Duration duration);

 private:
  class Session;
  struct Call;

  const std::string method_;
  const std::vector<std::string> requests_;
  std::vector<std::string> replies_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<grpc::GenericStub> stub_;
};

}  // namespace sillok::bench
