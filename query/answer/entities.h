// GetEntity, BatchGetEntities and ListReferents. See the methods' comments in query_service.proto.
#pragma once

#include "absl/status/status.h"
#include "query/view/view_reader.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

[[nodiscard]] absl::Status GetEntity(const v1::GetEntityRequest& request, const ViewReader& reader,
                                     v1::GetEntityResponse& response);
[[nodiscard]] absl::Status BatchGetEntities(const v1::BatchGetEntitiesRequest& request,
                                            const ViewReader& reader, v1::BatchGetEntitiesResponse& response);

[[nodiscard]] absl::Status ListReferents(const v1::ListReferentsRequest& request, const ViewReader& reader,
                                         v1::ListReferentsResponse& response);

}  // namespace sillok::query
