// One IngestArticles call: pages are read in parallel, answers go out as they are ready.
//
// A page is in flight from its arrival until its answer has been written; at most `limit` are, and nothing more is read from
// the wire meanwhile. So neither a client that writes fast nor one that never reads its answers costs
// memory. Made with new; deletes itself when the call is done. Pool and ingestor must outlive the call.
#pragma once

#include <deque>
#include <mutex>

#include "common/server/worker_pool.h"
#include "grpcpp/grpcpp.h"
#include "ingest/serve/ingestor.h"
#include "sillok/v1/ingest_service.pb.h"

namespace sillok::ingest {

class IngestStream final
    : public grpc::ServerBidiReactor<v1::IngestArticlesRequest, v1::IngestArticlesResponse> {
 public:
  IngestStream(const Ingestor& ingestor, WorkerPool& pool, int limit);

  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override { delete this; }

 private:
  ~IngestStream() override = default;

  // What a change of state asks of the wire; done without the lock.
  struct Actions {
    bool read = false;
    const v1::IngestArticlesResponse* write = nullptr;
    bool finish = false;
  };

  void Answer(v1::IngestArticlesResponse response);
  [[nodiscard]] Actions Decide();
  void Perform(const Actions& actions);

  const Ingestor& ingestor_;
  WorkerPool& pool_;
  const int limit_;
  v1::IngestArticlesRequest request_;  // being read

  std::mutex mutex_;
  std::deque<v1::IngestArticlesResponse> answers_;  // the front is being written when writing_
  int in_flight_ = 0;
  bool reading_ = false;
  bool writing_ = false;
  bool reads_done_ = false;  // the client has written all, or is gone
  bool broken_ = false;      // nobody reads the answers any more
  bool finished_ = false;
};

}  // namespace sillok::ingest
