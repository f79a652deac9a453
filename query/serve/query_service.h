// sillok.v1.QueryService over one view: waits for the commits a request asks for, takes the published state, and lets
// query/answer fill the response on a bounded pool.
//
//   QueryService service(view, progress, pool);
//
// A call that waits for commits holds no thread. Safe from any thread; all three must outlive every call.
#pragma once

#include <functional>
#include <string_view>

#include "absl/status/status.h"
#include "common/server/worker_pool.h"
#include "query/follow/progress.h"
#include "query/view/view.h"
#include "sillok/v1/query_service.grpc.pb.h"

namespace sillok::query {

// GetTimeline sends bytes: the events of a page lie serialised in the view.
using QueryServiceBase =
    v1::QueryService::WithRawCallbackMethod_GetTimeline<v1::QueryService::CallbackService>;

class QueryService final : public QueryServiceBase {
 public:
  QueryService(const View& view, Progress& progress, WorkerPool& pool)
      : view_(view), progress_(progress), pool_(pool) {}

  grpc::ServerUnaryReactor* LookupEntities(grpc::CallbackServerContext* context,
                                           const v1::LookupEntitiesRequest* request,
                                           v1::LookupEntitiesResponse* response) override;
  grpc::ServerUnaryReactor* GetEntity(grpc::CallbackServerContext* context,
                                      const v1::GetEntityRequest* request,
                                      v1::GetEntityResponse* response) override;
  grpc::ServerUnaryReactor* BatchGetEntities(grpc::CallbackServerContext* context,
                                             const v1::BatchGetEntitiesRequest* request,
                                             v1::BatchGetEntitiesResponse* response) override;
  grpc::ServerUnaryReactor* ListReferents(grpc::CallbackServerContext* context,
                                          const v1::ListReferentsRequest* request,
                                          v1::ListReferentsResponse* response) override;
  grpc::ServerUnaryReactor* GetTimeline(grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
                                        grpc::ByteBuffer* response) override;
  grpc::ServerWriteReactor<v1::StreamTimelineResponse>* StreamTimeline(
      grpc::CallbackServerContext* context, const v1::StreamTimelineRequest* request) override;
  grpc::ServerUnaryReactor* GetEvent(grpc::CallbackServerContext* context, const v1::GetEventRequest* request,
                                     v1::GetEventResponse* response) override;
  grpc::ServerUnaryReactor* ListEvidence(grpc::CallbackServerContext* context,
                                         const v1::ListEvidenceRequest* request,
                                         v1::ListEvidenceResponse* response) override;
  grpc::ServerUnaryReactor* ListQuotes(grpc::CallbackServerContext* context,
                                       const v1::ListQuotesRequest* request,
                                       v1::ListQuotesResponse* response) override;
  grpc::ServerUnaryReactor* ListQuantities(grpc::CallbackServerContext* context,
                                           const v1::ListQuantitiesRequest* request,
                                           v1::ListQuantitiesResponse* response) override;
  grpc::ServerUnaryReactor* ListRelations(grpc::CallbackServerContext* context,
                                          const v1::ListRelationsRequest* request,
                                          v1::ListRelationsResponse* response) override;
  grpc::ServerUnaryReactor* ListRelatedEntities(grpc::CallbackServerContext* context,
                                                const v1::ListRelatedEntitiesRequest* request,
                                                v1::ListRelatedEntitiesResponse* response) override;
  grpc::ServerUnaryReactor* GetArticle(grpc::CallbackServerContext* context,
                                       const v1::GetArticleRequest* request,
                                       v1::GetArticleResponse* response) override;
  grpc::ServerUnaryReactor* ListArticles(grpc::CallbackServerContext* context,
                                         const v1::ListArticlesRequest* request,
                                         v1::ListArticlesResponse* response) override;
  grpc::ServerUnaryReactor* GetStatus(grpc::CallbackServerContext* context,
                                      const v1::GetStatusRequest* request,
                                      v1::GetStatusResponse* response) override;

 private:
  // Waits for `tokens`, then calls `answer` with the published state, on the pool.
  grpc::ServerUnaryReactor* Run(grpc::CallbackServerContext& context, std::string_view method,
                                const Progress::Tokens& tokens,
                                std::function<absl::Status(const ViewReader&)> answer);

  const View& view_;
  Progress& progress_;
  WorkerPool& pool_;
};

}  // namespace sillok::query
