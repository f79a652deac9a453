// From a request to what it decides, checked against every bound that curation_service.proto states.
//
//   SILLOK_ASSIGN_OR_RETURN(v1::Curation curation, DecisionOf(request));   // INVALID_ARGUMENT: "entities[1]" and the fix
//
// The curation has no name yet, and a `create_time` only when the request has. The first violation is answered. Pure; safe
// from any thread.
#pragma once

#include "absl/status/statusor.h"
#include "sillok/v1/curation.pb.h"
#include "sillok/v1/curation_service.pb.h"

namespace sillok::ingest {

[[nodiscard]] absl::StatusOr<v1::Curation> DecisionOf(const v1::MergeEntitiesRequest& request);
[[nodiscard]] absl::StatusOr<v1::Curation> DecisionOf(const v1::SplitEntityRequest& request);
[[nodiscard]] absl::StatusOr<v1::Curation> DecisionOf(const v1::NeverMergeRequest& request);
[[nodiscard]] absl::StatusOr<v1::Curation> DecisionOf(const v1::AddAliasRequest& request);
[[nodiscard]] absl::StatusOr<v1::Curation> DecisionOf(const v1::UndoCurationRequest& request);

}  // namespace sillok::ingest
