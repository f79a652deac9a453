// sillok-bench-echo: the floor server, the callback API and nothing else. Usage: sillok-bench-echo HOST:PORT
#include <cstdio>
#include <string>

#include "echo.grpc.pb.h"
#include "grpcpp/grpcpp.h"

namespace sillok::echo {
namespace {

class EchoServer final : public v1::EchoService::CallbackService {
  grpc::ServerUnaryReactor* Echo(grpc::CallbackServerContext* context, const v1::EchoRequest* request,
                                 v1::EchoResponse* response) override {
    response->mutable_payload()->assign(static_cast<size_t>(request->size()), 'x');
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

}  // namespace
}  // namespace sillok::echo

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: sillok-bench-echo HOST:PORT\n");
    return 2;
  }
  sillok::echo::EchoServer service;
  grpc::ServerBuilder builder;
  builder.AddListeningPort(argv[1], grpc::InsecureServerCredentials());
  builder.RegisterService(&service);
  const auto server = builder.BuildAndStart();
  if (server == nullptr) return 1;
  server->Wait();
  return 0;
}
