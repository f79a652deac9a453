#include "ingest/serve/ingest_service.h"

#include "common/server/unary.h"
#include "ingest/serve/ingest_stream.h"

namespace sillok::ingest {

IngestService::IngestService(const Ingestor& ingestor, const IngestServiceOptions& options)
    : ingestor_(ingestor),
      pages_in_flight_(2 * options.reading_threads),
      pool_({.threads = options.reading_threads, .queue = options.waiting_pages}) {}

grpc::ServerUnaryReactor* IngestService::IngestArticle(grpc::CallbackServerContext* context,
                                                       const v1::IngestArticleRequest* request,
                                                       v1::IngestArticleResponse* response) {
  return RunUnary(*context, pool_, "IngestArticle", [this, request, response](absl::Time /*deadline*/) {
    return ingestor_.Ingest(*request, absl::Now(), *response);
  });
}

grpc::ServerBidiReactor<v1::IngestArticlesRequest, v1::IngestArticlesResponse>* IngestService::IngestArticles(
    grpc::CallbackServerContext* /*context*/) {
  // Ends itself when the call is done.
  return new IngestStream(ingestor_, pool_, pages_in_flight_);
}

grpc::ServerUnaryReactor* IngestService::ExtractArticle(grpc::CallbackServerContext* context,
                                                        const v1::ExtractArticleRequest* request,
                                                        v1::ExtractArticleResponse* response) {
  return RunUnary(*context, pool_, "ExtractArticle", [this, request, response](absl::Time /*deadline*/) {
    return ingestor_.Extract(*request, *response);
  });
}

grpc::ServerUnaryReactor* IngestService::DeleteArticle(grpc::CallbackServerContext* context,
                                                       const v1::DeleteArticleRequest* request,
                                                       v1::DeleteArticleResponse* response) {
  return RunUnary(*context, pool_, "DeleteArticle", [this, request, response](absl::Time /*deadline*/) {
    return ingestor_.Delete(*request, absl::Now(), *response);
  });
}

}  // namespace sillok::ingest
