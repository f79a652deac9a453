// sillok.v1.CurationService on the wire, on a bounded pool of its own: decisions never wait for pages.
//
//   CurationService service(store);
//
// The store must outlive it, and it the server.
#pragma once

#include <string_view>

#include "common/server/worker_pool.h"
#include "ingest/record/article_store.h"
#include "sillok/v1/curation_service.grpc.pb.h"

namespace sillok::ingest {

class CurationService final : public v1::CurationService::CallbackService {
 public:
  explicit CurationService(ArticleStore& store);

  grpc::ServerUnaryReactor* MergeEntities(grpc::CallbackServerContext* context,
                                          const v1::MergeEntitiesRequest* request,
                                          v1::MergeEntitiesResponse* response) override;
  grpc::ServerUnaryReactor* SplitEntity(grpc::CallbackServerContext* context,
                                        const v1::SplitEntityRequest* request,
                                        v1::SplitEntityResponse* response) override;
  grpc::ServerUnaryReactor* NeverMerge(grpc::CallbackServerContext* context,
                                       const v1::NeverMergeRequest* request,
                                       v1::NeverMergeResponse* response) override;
  grpc::ServerUnaryReactor* AddAlias(grpc::CallbackServerContext* context, const v1::AddAliasRequest* request,
                                     v1::AddAliasResponse* response) override;
  grpc::ServerUnaryReactor* UndoCuration(grpc::CallbackServerContext* context,
                                         const v1::UndoCurationRequest* request,
                                         v1::UndoCurationResponse* response) override;
  grpc::ServerUnaryReactor* ListCurations(grpc::CallbackServerContext* context,
                                          const v1::ListCurationsRequest* request,
                                          v1::ListCurationsResponse* response) override;

 private:
  // Any method that decides something.
  template <typename Request, typename Response>
  grpc::ServerUnaryReactor* Decide(grpc::CallbackServerContext& context, std::string_view method,
                                   const Request& request, Response& response);
  [[nodiscard]] absl::Status List(const v1::ListCurationsRequest& request,
                                  v1::ListCurationsResponse& response) const;

  ArticleStore& store_;
  WorkerPool pool_;
};

}  // namespace sillok::ingest
