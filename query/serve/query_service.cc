#include "query/serve/query_service.h"

#include <memory>
#include <utility>

#include "absl/time/clock.h"
#include "common/server/unary.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "query/answer/articles.h"
#include "query/answer/entities.h"
#include "query/answer/events.h"
#include "query/answer/lookup.h"
#include "query/answer/quantities.h"
#include "query/answer/quotes.h"
#include "query/answer/related.h"
#include "query/answer/relations.h"
#include "query/answer/status.h"
#include "query/serve/timeline_stream.h"
#include "query/serve/waiting_call.h"

namespace sillok::query {

grpc::ServerUnaryReactor* QueryService::Run(grpc::CallbackServerContext& context, std::string_view method,
                                            const Progress::Tokens& tokens,
                                            std::function<absl::Status(const ViewReader&)> answer) {
  auto from_latest = [this, answer = std::move(answer)] {
    const std::shared_ptr<const ViewReader> reader = view_.Latest();
    return reader == nullptr ? NotYetComplete() : answer(*reader);
  };
  if (tokens.empty()) {
    return RunUnary(context, pool_, method,
                    [answer = std::move(from_latest)](absl::Time) { return answer(); });
  }
  return WaitingCall::Start(context, method, tokens, progress_, pool_, std::move(from_latest));
}

grpc::ServerUnaryReactor* QueryService::LookupEntities(grpc::CallbackServerContext* context,
                                                       const v1::LookupEntitiesRequest* request,
                                                       v1::LookupEntitiesResponse* response) {
  return Run(*context, "LookupEntities", request->min_commit(),
             [=](const ViewReader& reader) { return query::LookupEntities(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::GetEntity(grpc::CallbackServerContext* context,
                                                  const v1::GetEntityRequest* request,
                                                  v1::GetEntityResponse* response) {
  return Run(*context, "GetEntity", request->min_commit(),
             [=](const ViewReader& reader) { return query::GetEntity(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::BatchGetEntities(grpc::CallbackServerContext* context,
                                                         const v1::BatchGetEntitiesRequest* request,
                                                         v1::BatchGetEntitiesResponse* response) {
  return Run(*context, "BatchGetEntities", request->min_commit(),
             [=](const ViewReader& reader) { return query::BatchGetEntities(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::ListReferents(grpc::CallbackServerContext* context,
                                                      const v1::ListReferentsRequest* request,
                                                      v1::ListReferentsResponse* response) {
  return Run(*context, "ListReferents", request->min_commit(),
             [=](const ViewReader& reader) { return query::ListReferents(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::GetTimeline(grpc::CallbackServerContext* context,
                                                    const grpc::ByteBuffer* request,
                                                    grpc::ByteBuffer* response) {
  const auto parsed = std::make_shared<v1::GetTimelineRequest>();
  grpc::ByteBuffer bytes(*request);
  if (!grpc::SerializationTraits<v1::GetTimelineRequest>::Deserialize(&bytes, parsed.get()).ok()) {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(ToGrpc(absl::InvalidArgumentError("the bytes are no GetTimelineRequest")));
    return reactor;
  }
  return Run(*context, "GetTimeline", parsed->min_commit(),
             [parsed, response](const ViewReader& reader) -> absl::Status {
               storage::v1::TimelinePageBytes page;
               SILLOK_RETURN_IF_ERROR(query::GetTimeline(*parsed, reader, page));
               bool own = false;
               return FromGrpc(grpc::SerializationTraits<storage::v1::TimelinePageBytes>::Serialize(
                   page, response, &own));
             });
}

grpc::ServerWriteReactor<v1::StreamTimelineResponse>* QueryService::StreamTimeline(
    grpc::CallbackServerContext* context, const v1::StreamTimelineRequest* request) {
  return TimelineStream::Start(*context, *request, view_, progress_, pool_);
}

grpc::ServerUnaryReactor* QueryService::GetEvent(grpc::CallbackServerContext* context,
                                                 const v1::GetEventRequest* request,
                                                 v1::GetEventResponse* response) {
  return Run(*context, "GetEvent", request->min_commit(),
             [=](const ViewReader& reader) { return query::GetEvent(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::ListEvidence(grpc::CallbackServerContext* context,
                                                     const v1::ListEvidenceRequest* request,
                                                     v1::ListEvidenceResponse* response) {
  return Run(*context, "ListEvidence", request->min_commit(),
             [=](const ViewReader& reader) { return query::ListEvidence(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::ListQuotes(grpc::CallbackServerContext* context,
                                                   const v1::ListQuotesRequest* request,
                                                   v1::ListQuotesResponse* response) {
  return Run(*context, "ListQuotes", request->min_commit(),
             [=](const ViewReader& reader) { return query::ListQuotes(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::ListQuantities(grpc::CallbackServerContext* context,
                                                       const v1::ListQuantitiesRequest* request,
                                                       v1::ListQuantitiesResponse* response) {
  return Run(*context, "ListQuantities", request->min_commit(),
             [=](const ViewReader& reader) { return query::ListQuantities(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::ListRelations(grpc::CallbackServerContext* context,
                                                      const v1::ListRelationsRequest* request,
                                                      v1::ListRelationsResponse* response) {
  return Run(*context, "ListRelations", request->min_commit(),
             [=](const ViewReader& reader) { return query::ListRelations(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::ListRelatedEntities(grpc::CallbackServerContext* context,
                                                            const v1::ListRelatedEntitiesRequest* request,
                                                            v1::ListRelatedEntitiesResponse* response) {
  return Run(*context, "ListRelatedEntities", request->min_commit(), [=](const ViewReader& reader) {
    return query::ListRelatedEntities(*request, reader, *response);
  });
}

grpc::ServerUnaryReactor* QueryService::GetArticle(grpc::CallbackServerContext* context,
                                                   const v1::GetArticleRequest* request,
                                                   v1::GetArticleResponse* response) {
  return Run(*context, "GetArticle", request->min_commit(),
             [=](const ViewReader& reader) { return query::GetArticle(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::ListArticles(grpc::CallbackServerContext* context,
                                                     const v1::ListArticlesRequest* request,
                                                     v1::ListArticlesResponse* response) {
  return Run(*context, "ListArticles", request->min_commit(),
             [=](const ViewReader& reader) { return query::ListArticles(*request, reader, *response); });
}

grpc::ServerUnaryReactor* QueryService::GetStatus(grpc::CallbackServerContext* context,
                                                  const v1::GetStatusRequest* request,
                                                  v1::GetStatusResponse* response) {
  return Run(*context, "GetStatus", request->min_commit(), [=, this](const ViewReader& reader) {
    return query::GetStatus(reader, progress_.Sources(), absl::Now(), *response);
  });
}

}  // namespace sillok::query
