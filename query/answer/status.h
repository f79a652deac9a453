// GetStatus: how much is in the view, and how far behind it is.
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "query/follow/progress.h"
#include "query/view/view_reader.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// `sources` and `now` are what the follower knows; the counts come from the published state.
[[nodiscard]] absl::Status GetStatus(const ViewReader& reader, const std::vector<SourceProgress>& sources,
                                     absl::Time now, v1::GetStatusResponse& response);

}  // namespace sillok::query
