// sillok.v1.IngestService on the wire: every call runs the Ingestor on a bounded pool.
//
//   IngestService service(ingestor, {.reading_threads = 8});
//
// The ingestor must outlive it, and it the server.
#pragma once

#include <atomic>

#include "common/server/worker_pool.h"
#include "ingest/serve/ingestor.h"
#include "sillok/v1/ingest_service.grpc.pb.h"

namespace sillok::ingest {

struct IngestServiceOptions {
  // Threads that read pages and wait for the disk.
  int reading_threads = 4;
  // Pages that may wait for a thread; one more is refused.
  size_t waiting_pages = 256;
};

class IngestService final : public v1::IngestService::CallbackService {
 public:
  IngestService(const Ingestor& ingestor, const IngestServiceOptions& options);

  grpc::ServerUnaryReactor* IngestArticle(grpc::CallbackServerContext* context,
                                          const v1::IngestArticleRequest* request,
                                          v1::IngestArticleResponse* response) override;
  grpc::ServerBidiReactor<v1::IngestArticlesRequest, v1::IngestArticlesResponse>* IngestArticles(
      grpc::CallbackServerContext* context) override;
  grpc::ServerUnaryReactor* ExtractArticle(grpc::CallbackServerContext* context,
                                           const v1::ExtractArticleRequest* request,
                                           v1::ExtractArticleResponse* response) override;
  grpc::ServerUnaryReactor* DeleteArticle(grpc::CallbackServerContext* context,
                                          const v1::DeleteArticleRequest* request,
                                          v1::DeleteArticleResponse* response) override;
  grpc::ServerWriteReactor<v1::ReextractArticlesResponse>* ReextractArticles(
      grpc::CallbackServerContext* context, const v1::ReextractArticlesRequest* request) override;

  // Ends a running ReextractArticles, and every later one at once, with UNAVAILABLE: when draining begins.
  void StopReextraction() { stopping_ = true; }

 private:
  const Ingestor& ingestor_;
  // Pages of one stream that may be read at the same time: enough to keep every thread busy.
  const int pages_in_flight_;
  // Stored pages that may be read again at the same time: half of the threads, so that those that come in find some.
  const int rereads_in_flight_;
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> reextracting_ = false;
  WorkerPool pool_;
  // Of the one ReextractArticles that may run; it reads on pool_.
  WorkerPool reextraction_thread_;
};

}  // namespace sillok::ingest
