// GetEvent and ListEvidence. See the methods' comments in query_service.proto.
#pragma once

#include "absl/status/status.h"
#include "query/view/view_reader.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// How many pieces of evidence an event carries when the request does not say, and at most.
inline constexpr int kDefaultEvidence = 3;
inline constexpr int kMaxEvidence = 100;

[[nodiscard]] absl::Status GetEvent(const v1::GetEventRequest& request, const ViewReader& reader,
                                    v1::GetEventResponse& response);
[[nodiscard]] absl::Status ListEvidence(const v1::ListEvidenceRequest& request, const ViewReader& reader,
                                        v1::ListEvidenceResponse& response);

}  // namespace sillok::query
