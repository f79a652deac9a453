#include "common/time/timestamp.h"

namespace sillok {

google::protobuf::Timestamp ToTimestamp(absl::Time time) {
  google::protobuf::Timestamp timestamp;
  const int64_t seconds = absl::ToUnixSeconds(time);
  timestamp.set_seconds(seconds);
  timestamp.set_nanos(static_cast<int32_t>(absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
  return timestamp;
}

absl::Time FromTimestamp(const google::protobuf::Timestamp& timestamp) {
  return absl::FromUnixSeconds(timestamp.seconds()) + absl::Nanoseconds(timestamp.nanos());
}

bool IsPlausible(const google::protobuf::Timestamp& timestamp) {
  constexpr int64_t kBegin1900 = -2'208'988'800;
  constexpr int64_t kEnd2200 = 7'289'654'400;
  return timestamp.nanos() >= 0 && timestamp.nanos() < 1'000'000'000 && timestamp.seconds() >= kBegin1900 &&
         timestamp.seconds() < kEnd2200;
}

}  // namespace sillok
