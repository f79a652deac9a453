// ListQuantities. See the method's comment in query_service.proto.
#pragma once

#include "absl/status/status.h"
#include "query/view/view_reader.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

[[nodiscard]] absl::Status ListQuantities(const v1::ListQuantitiesRequest& request, const ViewReader& reader,
                                          v1::ListQuantitiesResponse& response);

}  // namespace sillok::query
