// sillok-health: asks a process whether it is serving; exit code 0 says yes. For container health checks.
#include <chrono>
#include <cstdio>

#include "grpc/health/v1/health.grpc.pb.h"
#include "grpcpp/grpcpp.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: sillok-health HOST:PORT\n");
    return 2;
  }
  const auto stub =
      grpc::health::v1::Health::NewStub(grpc::CreateChannel(argv[1], grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(2));
  grpc::health::v1::HealthCheckResponse response;
  const grpc::Status status = stub->Check(&context, {}, &response);
  if (!status.ok()) {
    std::fprintf(stderr, "%s does not answer: %s\n", argv[1], status.error_message().c_str());
    return 1;
  }
  const bool serving = response.status() == grpc::health::v1::HealthCheckResponse::SERVING;
  std::printf("%s is %s\n", argv[1], serving ? "serving" : "not serving");
  return serving ? 0 : 1;
}
