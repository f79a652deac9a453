// LookupEntities: from a name, as somebody types it, to entities, by name_search.h. See the method's comment in
// query_service.proto.
#pragma once

#include "absl/status/status.h"
#include "query/view/view_reader.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

[[nodiscard]] absl::Status LookupEntities(const v1::LookupEntitiesRequest& request, const ViewReader& reader,
                                          v1::LookupEntitiesResponse& response);

}  // namespace sillok::query
