// ListRelations. See the method's comment in query_service.proto.
#pragma once

#include "absl/status/status.h"
#include "query/view/view_reader.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

[[nodiscard]] absl::Status ListRelations(const v1::ListRelationsRequest& request, const ViewReader& reader,
                                         v1::ListRelationsResponse& response);

}  // namespace sillok::query
