// Bounds that several requests' fields share.
//
//   SILLOK_RETURN_IF_ERROR(CheckSize("reason", request.reason().size(), 1024));
//
// A failure is INVALID_ARGUMENT with BadRequest naming `field`. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "absl/status/status.h"
#include "google/protobuf/timestamp.pb.h"

namespace sillok::ingest {

[[nodiscard]] absl::Status CheckSize(std::string_view field, size_t bytes, size_t most);

// The years 1900 to 2200.
[[nodiscard]] absl::Status CheckTime(std::string_view field, const google::protobuf::Timestamp& time);

// True of nothing but ASCII white space and the spaces of Korean pages.
[[nodiscard]] bool IsBlank(std::string_view text);

}  // namespace sillok::ingest
