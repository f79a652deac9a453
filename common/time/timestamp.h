// Between absl::Time and the timestamps of the interface.
//
//   *commit.mutable_revision_time() = ToTimestamp(absl::Now());
//
// Pure; safe from any thread.
#pragma once

#include "absl/time/time.h"
#include "google/protobuf/timestamp.pb.h"

namespace sillok {

// The time to the nanosecond below.
[[nodiscard]] google::protobuf::Timestamp ToTimestamp(absl::Time time);
[[nodiscard]] absl::Time FromTimestamp(const google::protobuf::Timestamp& timestamp);

// True when the nanoseconds are in range and the year is 1900 to 2200: what requests may carry.
[[nodiscard]] bool IsPlausible(const google::protobuf::Timestamp& timestamp);

}  // namespace sillok
