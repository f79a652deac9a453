#include "common/time/timestamp.h"

#include "gtest/gtest.h"

namespace sillok {
namespace {

google::protobuf::Timestamp At(int64_t seconds, int32_t nanos) {
  google::protobuf::Timestamp timestamp;
  timestamp.set_seconds(seconds);
  timestamp.set_nanos(nanos);
  return timestamp;
}

TEST(Timestamp, KeepsNanoseconds) {
  for (const auto& [seconds, nanos] : {std::pair{1'710'720'000L, 123'456'789}, {-1L, 999'999'999}, {0L, 0}}) {
    const google::protobuf::Timestamp timestamp = ToTimestamp(FromTimestamp(At(seconds, nanos)));
    EXPECT_EQ(timestamp.seconds(), seconds);
    EXPECT_EQ(timestamp.nanos(), nanos);
  }
}

TEST(Timestamp, IsPlausibleFrom1900To2200) {
  const auto at = [](int year, int month, int day) {
    return ToTimestamp(absl::FromCivil(absl::CivilDay(year, month, day), absl::UTCTimeZone()));
  };
  EXPECT_TRUE(IsPlausible(at(1900, 1, 1)));
  EXPECT_TRUE(IsPlausible(at(2200, 12, 31)));
  EXPECT_FALSE(IsPlausible(at(1899, 12, 31)));
  EXPECT_FALSE(IsPlausible(at(2201, 1, 1)));
  EXPECT_FALSE(IsPlausible(At(0, -1)));
  EXPECT_FALSE(IsPlausible(At(0, 1'000'000'000)));
}

}  // namespace
}  // namespace sillok
