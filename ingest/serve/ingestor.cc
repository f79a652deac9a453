#include "ingest/serve/ingestor.h"

#include <optional>
#include <string>

#include "common/time/timestamp.h"
#include "ingest/serve/article_id.h"
#include "ingest/serve/read_page.h"

namespace sillok::ingest {
namespace {

// The page with the id that its caller may have left out.
v1::RawArticle Named(const v1::RawArticle& given) {
  v1::RawArticle page = given;
  page.set_article_id(ArticleIdOf(given));
  return page;
}

v1::Disposition ToWire(Disposition disposition) {
  switch (disposition) {
    case Disposition::kCreated:
      return v1::DISPOSITION_CREATED;
    case Disposition::kUpdated:
      return v1::DISPOSITION_UPDATED;
    case Disposition::kUnchanged:
      return v1::DISPOSITION_UNCHANGED;
    case Disposition::kSuperseded:
      return v1::DISPOSITION_SUPERSEDED;
  }
  return v1::DISPOSITION_UNSPECIFIED;
}

v1::FactCounts Count(const v1::Article& article) {
  v1::FactCounts counts;
  counts.set_sentences(article.sentences_size());
  counts.set_mentions(article.mentions_size());
  counts.set_dates(article.dates_size());
  counts.set_events(article.events_size());
  counts.set_quotes(article.quotes_size());
  counts.set_quantities(article.quantities_size());
  counts.set_relations(article.relations_size());
  return counts;
}

void SetOutcome(const v1::RawArticle& page, const PutOutcome& outcome, const std::string& origin,
                v1::IngestArticleResponse& response) {
  response.set_name("articles/" + page.article_id());
  response.set_disposition(ToWire(outcome.disposition));
  response.mutable_commit()->set_origin(origin);
  response.mutable_commit()->set_id(outcome.commit_id);
}

}  // namespace

absl::Status Ingestor::IngestPage(const v1::RawArticle& given, absl::Time now,
                                  v1::IngestArticleResponse& response) const {
  // What is read must not hang on when the page happened to come: the stamp is put on what is stored only.
  const v1::RawArticle read = Named(given);
  v1::RawArticle page = read;
  const bool stamped = !page.has_fetch_time();
  if (stamped) *page.mutable_fetch_time() = ToTimestamp(now);
  SILLOK_ASSIGN_OR_RETURN(const std::optional<PutOutcome> settled, store_.FindSettled(page));
  if (settled) {
    SetOutcome(page, *settled, store_.origin(), response);
    return absl::OkStatus();
  }
  SILLOK_ASSIGN_OR_RETURN(v1::Article article, ReadPage(pipeline_, read));
  SILLOK_ASSIGN_OR_RETURN(const PutOutcome outcome, store_.Put(page, stamped, article));
  SetOutcome(page, outcome, store_.origin(), response);
  *response.mutable_counts() = Count(article);
  response.mutable_warnings()->Swap(article.mutable_warnings());
  return absl::OkStatus();
}

absl::Status Ingestor::Extract(const v1::ExtractArticleRequest& request,
                               v1::ExtractArticleResponse& response) const {
  SILLOK_RETURN_IF_ERROR(ValidatePage(request));
  SILLOK_ASSIGN_OR_RETURN(*response.mutable_article(), ReadPage(pipeline_, Named(request.article())));
  return absl::OkStatus();
}

absl::Status Ingestor::Reextract(const v1::ReextractArticlesRequest& request, WorkerPool& pool,
                                 int most_at_once, const ReextractionReader& reader) const {
  return Reextraction(pipeline_, store_, pool, most_at_once, request, reader).Run();
}

absl::Status Ingestor::Delete(const v1::DeleteArticleRequest& request, absl::Time now,
                              v1::DeleteArticleResponse& response) const {
  SILLOK_ASSIGN_OR_RETURN(const std::string article_id, ValidateDeletion(request));
  const absl::Time time = request.has_delete_time() ? FromTimestamp(request.delete_time()) : now;
  SILLOK_ASSIGN_OR_RETURN(const int64_t commit_id, store_.Delete(article_id, time, request.allow_missing()));
  response.mutable_commit()->set_origin(store_.origin());
  response.mutable_commit()->set_id(commit_id);
  return absl::OkStatus();
}

}  // namespace sillok::ingest
