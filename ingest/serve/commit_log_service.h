// sillok.v1.CommitLogService on the wire: one thread a tail.
//
//   CommitLogService service(store);
//   …
//   service.StopTails();   // when draining begins: tails have no end of their own
//
// The store must outlive it, and it the server.
#pragma once

#include <atomic>

#include "common/server/worker_pool.h"
#include "ingest/record/article_store.h"
#include "sillok/v1/commit_log_service.grpc.pb.h"

namespace sillok::ingest {

class CommitLogService final : public v1::CommitLogService::CallbackService {
 public:
  explicit CommitLogService(const ArticleStore& store);

  grpc::ServerWriteReactor<v1::TailCommitsResponse>* TailCommits(
      grpc::CallbackServerContext* context, const v1::TailCommitsRequest* request) override;

  // Ends every tail, and every later one at once, with UNAVAILABLE.
  void StopTails() { stopping_ = true; }

 private:
  const ArticleStore& store_;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> tails_ = 0;
  WorkerPool threads_;
};

}  // namespace sillok::ingest
