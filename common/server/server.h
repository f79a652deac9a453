// A gRPC server with health and reflection, that drains before it stops.
//
//   absl::StatusOr<std::unique_ptr<Server>> server = Server::Start({.listen = "127.0.0.1:50052"}, {&service});
//   (*server)->SetServing(true);
//   (*server)->WaitForSignal();   // SIGTERM or SIGINT: health NOT_SERVING, running calls get 5 s
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/grpcpp.h"

namespace sillok {

struct ServerOptions {
  // HOST:PORT; port 0 takes any free one.
  std::string listen = "127.0.0.1:50051";
  // The largest message the transport takes. Our own limits lie below it.
  int max_message_bytes = 16 << 20;
  // How long running calls may go on after a signal.
  absl::Duration drain = absl::Seconds(5);
  // Full names of the services that health answers for, beside the process: v1::QueryService::service_full_name().
  std::vector<std::string> health_names = {};
  // Called once when draining begins, so that calls without an end of their own can end. May be empty.
  std::function<void()> on_drain = {};
};

class Server {
 public:
  // The services must outlive the server. UNAVAILABLE when the address cannot be listened on.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Server>> Start(
      const ServerOptions& options, const std::vector<grpc::Service*>& services);
  ~Server();

  // The port that is really listened on.
  [[nodiscard]] int port() const { return port_; }
  // What grpc.health.v1 answers for the process ("") and for every one of `health_names`; NOT_SERVING at first.
  void SetServing(bool serving);
  // Blocks SIGTERM and SIGINT in the calling thread and all threads made later. Call first in main.
  static void BlockSignals();
  // Waits for a signal, then drains and stops.
  void WaitForSignal();
  // Drains and stops now; again does nothing.
  void Stop();

 private:
  explicit Server(const ServerOptions& options) : options_(options) {}

  const ServerOptions options_;
  std::unique_ptr<grpc::Server> server_;
  bool stopped_ = false;
  int port_ = 0;
};

}  // namespace sillok
