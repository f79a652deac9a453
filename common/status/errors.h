// Errors a client can act on: a canonical code with google.rpc details.
//
//   return InvalidField("article.publish_time", "is year 12024; give a time between 1900 and 2200");
//   return NotFoundResource("sillok.v1.Entity", "entities/00…");
//
// The details travel in the status's payloads under their type URL; common/server puts them on the wire.
// Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace sillok {

// INVALID_ARGUMENT with BadRequest. `description` says what is wrong and what would be right.
[[nodiscard]] absl::Status InvalidField(std::string_view field, std::string_view description);

// NOT_FOUND with ResourceInfo.
[[nodiscard]] absl::Status NotFoundResource(std::string_view type, std::string_view name);

// FAILED_PRECONDITION with PreconditionFailure.
[[nodiscard]] absl::Status Precondition(std::string_view type, std::string_view subject,
                                        std::string_view description);

// UNAVAILABLE with RetryInfo.
[[nodiscard]] absl::Status UnavailableFor(absl::Duration retry_after, std::string_view message);

// RESOURCE_EXHAUSTED with RetryInfo.
[[nodiscard]] absl::Status ExhaustedFor(absl::Duration retry_after, std::string_view message);

// A serialised google.rpc.Status with the code, the message and every payload as a detail.
[[nodiscard]] std::string SerializeRpcStatus(const absl::Status& status);

}  // namespace sillok
