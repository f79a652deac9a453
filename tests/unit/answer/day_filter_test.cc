#include "query/answer/day_filter.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok::query {
namespace {

using ::testing::HasSubstr;

absl::StatusOr<DayFilter> Read(const std::string& first, const std::string& last) {
  v1::DayInterval interval;
  interval.set_first(first);
  interval.set_last(last);
  return DayFilter::Read(true, interval, "happened");
}

DaySpan Days(std::string_view first, std::string_view last) {
  return {.first = DayNumberOf(first), .last = DayNumberOf(last)};
}

TEST(DayFilter, TakesDaysMonthsAndYears) {
  EXPECT_EQ(Read("2024", "2024")->days(), Days("2024-01-01", "2024-12-31"));
  EXPECT_EQ(Read("2024-02", "2024-02")->days(), Days("2024-02-01", "2024-02-29"));
  EXPECT_EQ(Read("2024-03-18", "")->days().first, DayNumberOf("2024-03-18"));
  EXPECT_EQ(Read("", "2024-03-18")->days().last, DayNumberOf("2024-03-18"));
}

TEST(DayFilter, NamesTheBadBound) {
  for (const char* bad :
       {"2023-02-29", "2024-13", "24", "2024-3-1", "어제", "2024-03-18T00:00:00Z", "0000"}) {
    EXPECT_THAT(std::string(Read(bad, "").status().message()), HasSubstr("happened.first")) << bad;
    EXPECT_THAT(std::string(Read("", bad).status().message()), HasSubstr("happened.last")) << bad;
  }
  EXPECT_THAT(std::string(Read("2024-03", "2024-02").status().message()), HasSubstr("happened.first"));
  EXPECT_TRUE(Read("2024-03-01", "2024-03").ok());
}

TEST(DayFilter, OverlapsWhatSharesADay) {
  const DayFilter march = *Read("2024-03", "2024-03");
  EXPECT_TRUE(march.Overlaps(Days("2024-01-01", "2024-12-31")));
  EXPECT_TRUE(march.Overlaps(Days("2024-03-31", "2024-04-02")));
  EXPECT_TRUE(march.Contains(DayNumberOf("2024-03-01")));
  EXPECT_FALSE(march.Contains(DayNumberOf("2024-04-01")));
  EXPECT_FALSE(march.Overlaps(Days("", "")));
  EXPECT_TRUE(DayFilter().Overlaps(Days("", "")));
  EXPECT_FALSE(Read("", "")->Overlaps(Days("", "")));
}

}  // namespace
}  // namespace sillok::query
