// Commits of a sillok-ingest, over one gRPC channel with keepalive.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "query/follow/commit_source.h"

namespace grpc {
class ClientContext;
}

namespace sillok::query {

class GrpcCommitSource : public CommitSource {
 public:
  // `address` is HOST:PORT; nothing is connected before the first Tail.
  explicit GrpcCommitSource(const std::string& address);
  ~GrpcCommitSource() override;

  [[nodiscard]] absl::Status Tail(const v1::TailCommitsRequest& from, const Deliver& deliver) override;
  void Cancel() override;

 private:
  struct Channel;

  std::unique_ptr<Channel> channel_;
  std::mutex mutex_;
  grpc::ClientContext* running_ = nullptr;  // guarded by mutex_
  bool cancelled_ = false;                  // guarded by mutex_
};

}  // namespace sillok::query
