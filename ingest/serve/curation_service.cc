#include "ingest/serve/curation_service.h"

#include <string>
#include <utility>

#include "common/page/page.h"
#include "common/server/unary.h"
#include "common/status/status_macros.h"
#include "common/time/timestamp.h"
#include "ingest/record/keyspace.h"
#include "ingest/serve/decision.h"

namespace sillok::ingest {
namespace {

// People decide slowly, and decisions are made one after another: more threads would only wait.
constexpr WorkerPoolOptions kPool = {.threads = 2, .queue = 256};

bool Holds(const v1::Curation& curation) { return !curation.undone() && !curation.has_undo(); }

}  // namespace

CurationService::CurationService(ArticleStore& store) : store_(store), pool_(kPool) {}

template <typename Request, typename Response>
grpc::ServerUnaryReactor* CurationService::Decide(grpc::CallbackServerContext& context,
                                                  std::string_view method, const Request& request,
                                                  Response& response) {
  return RunUnary(
      context, pool_, method, [this, &request, &response](absl::Time /*deadline*/) -> absl::Status {
        SILLOK_ASSIGN_OR_RETURN(v1::Curation curation, DecisionOf(request));
        if (!curation.has_create_time()) *curation.mutable_create_time() = ToTimestamp(absl::Now());
        SILLOK_ASSIGN_OR_RETURN(RecordedCuration recorded, store_.curations().Record(std::move(curation)));
        response.mutable_curation()->Swap(&recorded.curation);
        response.mutable_commit()->set_origin(store_.origin());
        response.mutable_commit()->set_id(recorded.commit_id);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* CurationService::MergeEntities(grpc::CallbackServerContext* context,
                                                         const v1::MergeEntitiesRequest* request,
                                                         v1::MergeEntitiesResponse* response) {
  return Decide(*context, "MergeEntities", *request, *response);
}

grpc::ServerUnaryReactor* CurationService::SplitEntity(grpc::CallbackServerContext* context,
                                                       const v1::SplitEntityRequest* request,
                                                       v1::SplitEntityResponse* response) {
  return Decide(*context, "SplitEntity", *request, *response);
}

grpc::ServerUnaryReactor* CurationService::NeverMerge(grpc::CallbackServerContext* context,
                                                      const v1::NeverMergeRequest* request,
                                                      v1::NeverMergeResponse* response) {
  return Decide(*context, "NeverMerge", *request, *response);
}

grpc::ServerUnaryReactor* CurationService::AddAlias(grpc::CallbackServerContext* context,
                                                    const v1::AddAliasRequest* request,
                                                    v1::AddAliasResponse* response) {
  return Decide(*context, "AddAlias", *request, *response);
}

grpc::ServerUnaryReactor* CurationService::UndoCuration(grpc::CallbackServerContext* context,
                                                        const v1::UndoCurationRequest* request,
                                                        v1::UndoCurationResponse* response) {
  return Decide(*context, "UndoCuration", *request, *response);
}

grpc::ServerUnaryReactor* CurationService::ListCurations(grpc::CallbackServerContext* context,
                                                         const v1::ListCurationsRequest* request,
                                                         v1::ListCurationsResponse* response) {
  return RunUnary(*context, pool_, "ListCurations",
                  [this, request, response](absl::Time /*deadline*/) { return List(*request, *response); });
}

absl::Status CurationService::List(const v1::ListCurationsRequest& request,
                                   v1::ListCurationsResponse& response) const {
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  if (!page.after.empty() && !ParseCurationTimeKey(page.after)) return BadPageToken();
  CurationWalk walk = store_.curations().WalkAfter(page.after);
  PageFill fill(page);
  std::string last;
  v1::Curation curation;
  while (walk.Next(curation)) {
    if (!request.show_undone() && !Holds(curation)) continue;
    if (fill.full()) {
      response.set_next_page_token(MakePageToken(request, last));
      break;
    }
    fill.Count(curation);
    last = walk.key();
    response.add_curations()->Swap(&curation);
  }
  SILLOK_RETURN_IF_ERROR(walk.status());
  // Looked up after the walk began, so that it is not before anything on the page.
  const int64_t newest = store_.ReadAfter(0).end();
  if (newest == 0) return absl::OkStatus();
  response.mutable_commit()->set_origin(store_.origin());
  response.mutable_commit()->set_id(newest);
  return absl::OkStatus();
}

}  // namespace sillok::ingest
