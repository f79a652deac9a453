#include "ingest/clean/time_claims.h"

#include <algorithm>

#include "common/time/civil_interval.h"
#include "gtest/gtest.h"
#include "tests/unit/clean/case_rows.h"

namespace sillok::ingest {
namespace {

const absl::TimeZone kKorea = absl::FixedTimeZone(9 * 60 * 60);

std::string Clock(const std::optional<absl::Time>& time) {
  return time.has_value() ? absl::FormatTime("%H:%M", *time, kKorea) : "-";
}

TEST(TimeClaimsTest, ReadsLines) {
  for (const auto& row : CaseRows("times.tsv")) {
    PageLines lines = {MakeLine(row[0])};
    const std::vector<ShownTime> shown = TakeTimes(lines);
    if (row[1] == "-") {
      EXPECT_TRUE(shown.empty()) << row[0];
      continue;
    }
    ASSERT_FALSE(shown.empty()) << row[0];
    EXPECT_EQ(FormatDay(shown[0].claim.day), row[1]) << row[0];
    EXPECT_EQ(Clock(shown[0].claim.time), row[2]) << row[0];
    EXPECT_EQ(shown[0].claim.update ? "update" : "publish", row[3]) << row[0];
    EXPECT_EQ(shown[0].labelled ? "1" : "0", row[4]) << row[0];
  }
}

TEST(TimeClaimsTest, TwoClaimsStandInOneLine) {
  PageLines lines = {MakeLine("입력 2024.03.18 11:29 | 수정 2024.03.19 08:00")};
  const std::vector<ShownTime> shown = TakeTimes(lines);
  ASSERT_EQ(shown.size(), 2);
  EXPECT_FALSE(shown[0].claim.update);
  EXPECT_TRUE(shown[1].claim.update);
  EXPECT_EQ(FormatDay(shown[1].claim.day), "2024-03-19");
  EXPECT_EQ(lines[0].role, LineRole::kTime);
}

TEST(TimeClaimsTest, ALabelMayStandALineAbove) {
  PageLines lines = {MakeLine("입력"), MakeLine("2025.02.03 20:00")};
  const std::vector<ShownTime> shown = TakeTimes(lines);
  ASSERT_EQ(shown.size(), 1);
  EXPECT_TRUE(shown[0].labelled);
}

TEST(TimeClaimsTest, WhatIsNoTimeStaysInTheLine) {
  PageLines lines = {MakeLine("한도윤 기자 | 입력 2024.03.18 11:29")};
  ASSERT_EQ(TakeTimes(lines).size(), 1);
  EXPECT_EQ(lines[0].text, "한도윤 기자");
  EXPECT_EQ(lines[0].role, LineRole::kOpen);
}

TEST(TimeClaimsTest, ABarStandsOnlyWhereTheLineHasOne) {
  PageLines lines = {MakeLine("사회 | 시청 한도윤 기자 입력 2024.03.18 11:29 새 소식")};
  ASSERT_EQ(TakeTimes(lines).size(), 1);
  EXPECT_EQ(std::count(lines[0].text.begin(), lines[0].text.end(), '|'), 1) << lines[0].text;
}

TEST(TimeClaimsTest, ABarStaysAsThePageWritesIt) {
  PageLines lines = {MakeLine("사회 ㅣ 시청 한도윤 기자 입력 2024.03.18 11:29 새 소식")};
  ASSERT_EQ(TakeTimes(lines).size(), 1);
  EXPECT_NE(lines[0].text.find("사회 ㅣ 시청"), std::string::npos) << lines[0].text;
  EXPECT_EQ(std::count(lines[0].text.begin(), lines[0].text.end(), '|'), 0) << lines[0].text;
}

TEST(TimeClaimsTest, MachinesWriteInManyWays) {
  for (const char* const written :
       {"2024-03-18T11:29:00+09:00", "2024-03-18T02:29:00Z", "2024-03-18 11:29:00", "20240318112900",
        "2024-03-18T11:29:00.000+0900", "2024-03-18T11:29"}) {
    const std::optional<WrittenTime> time = ParseMachineTime(written);
    ASSERT_TRUE(time.has_value()) << written;
    EXPECT_EQ(FormatDay(time->day), "2024-03-18") << written;
    EXPECT_EQ(Clock(time->time), "11:29") << written;
  }
  EXPECT_FALSE(ParseMachineTime("soon").has_value());
}

TEST(TimeClaimsTest, AZoneMovesTheDay) {
  const std::optional<WrittenTime> time = ParseMachineTime("2024-03-18T20:29:00Z");
  ASSERT_TRUE(time.has_value());
  EXPECT_EQ(FormatDay(time->day), "2024-03-19");
}

}  // namespace
}  // namespace sillok::ingest
