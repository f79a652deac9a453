// What the ingest service does, without the wire: validate, name, read, store, answer.
//
//   Ingestor ingestor(pipeline, store);
//   absl::Status status = ingestor.Ingest(request.article(), absl::Now(), response);
//
// `now` stamps what carries no time of its own. Pipeline and store must outlive it. Safe from any thread; blocks for reading
// and for the disk.
#pragma once

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "common/status/status_macros.h"
#include "ingest/pipeline/pipeline.h"
#include "ingest/record/article_store.h"
#include "ingest/serve/reextraction.h"
#include "ingest/serve/validate.h"
#include "sillok/v1/ingest_service.pb.h"

namespace sillok::ingest {

class Ingestor {
 public:
  Ingestor(const Pipeline& pipeline, ArticleStore& store) : pipeline_(pipeline), store_(store) {}

  // `request` is an IngestArticleRequest or one of a stream.
  template <typename Request>
  [[nodiscard]] absl::Status Ingest(const Request& request, absl::Time now,
                                    v1::IngestArticleResponse& response) const {
    SILLOK_RETURN_IF_ERROR(ValidatePage(request));
    return IngestPage(request.article(), now, response);
  }
  [[nodiscard]] absl::Status Extract(const v1::ExtractArticleRequest& request,
                                     v1::ExtractArticleResponse& response) const;
  [[nodiscard]] absl::Status Delete(const v1::DeleteArticleRequest& request, absl::Time now,
                                    v1::DeleteArticleResponse& response) const;
  // Blocks until everything is read again, or `reader` is no more. `request` is valid. Of the pool at most `most_at_once` threads
  // are taken at a time.
  [[nodiscard]] absl::Status Reextract(const v1::ReextractArticlesRequest& request, WorkerPool& pool,
                                       int most_at_once, const ReextractionReader& reader) const;

 private:
  [[nodiscard]] absl::Status IngestPage(const v1::RawArticle& given, absl::Time now,
                                        v1::IngestArticleResponse& response) const;

  const Pipeline& pipeline_;
  ArticleStore& store_;
};

}  // namespace sillok::ingest
