#include "ingest/serve/ingest_service.h"

#include <algorithm>

#include "common/server/unary.h"
#include "common/status/errors.h"
#include "ingest/serve/ingest_stream.h"
#include "ingest/serve/reextract_stream.h"

namespace sillok::ingest {
namespace {

absl::Status Busy() { return ExhaustedFor(absl::Seconds(1), "another ReextractArticles is running"); }

}  // namespace

IngestService::IngestService(const Ingestor& ingestor, const IngestServiceOptions& options)
    : ingestor_(ingestor),
      pages_in_flight_(2 * options.reading_threads),
      rereads_in_flight_(std::max(options.reading_threads / 2, 1)),
      pool_({.threads = options.reading_threads, .queue = options.waiting_pages}),
      reextraction_thread_({.threads = 1, .queue = 1}) {}

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

grpc::ServerWriteReactor<v1::ReextractArticlesResponse>* IngestService::ReextractArticles(
    grpc::CallbackServerContext* /*context*/, const v1::ReextractArticlesRequest* request) {
  auto* stream = new ReextractStream(stopping_);
  const absl::Status valid = ValidateReextraction(*request);
  if (!valid.ok()) {
    stream->End(valid);
  } else if (reextracting_.exchange(true)) {
    stream->End(Busy());
  } else {
    const bool accepted = reextraction_thread_.Submit([this, stream, request] {
      const ReextractionReader reader = stream->reader();
      const absl::Status status = ingestor_.Reextract(*request, pool_, rereads_in_flight_, reader);
      // Before the end, so that whoever has seen it may call again.
      reextracting_ = false;
      stream->End(status);
    });
    if (!accepted) {
      reextracting_ = false;
      stream->End(Busy());
    }
  }
  return stream;
}

}  // namespace sillok::ingest
