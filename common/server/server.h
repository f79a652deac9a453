// A gRPC server with health and reflection, that drains before it stops.
//
//   absl::StatusOr<std::unique_ptr<Server>> server = Server::Start({.listen = "127.0.0.1:50052"}, {&service});
//   (*server)->SetServing(true);
//   (*server)->WaitForSignal();   // SIGTERM or SIGINT: health NOT_SERVING, running calls get 5 s, then it returns
#pragma once

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
};

class Server {
 public:
  // The services must outlive the server. UNAVAILABLE when the address cannot be listened on.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Server>> Start(const ServerOptions& options,
                                                                     const std::vector<grpc::Service*>& services);
  ~Server();

  // The port that is really listened on.
  [[nodiscard]] int port() const { return port_; }
  // What grpc.health.v1 answers for the process ("") and for every service.
  void SetServing(bool serving);
  // Blocks SIGTERM and SIGINT in the calling thread and all threads made later. Call first in main.
  static void BlockSignals();
  // Waits for a signal, then drains and stops.
  void WaitForSignal();
  // Drains and stops now.
  void Stop();

 private:
  Server() = default;

  std::unique_ptr<grpc::Server> server_;
  absl::Duration drain_;
  int port_ = 0;
};

}  // namespace sillok
