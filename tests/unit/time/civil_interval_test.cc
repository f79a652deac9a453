#include "common/time/civil_interval.h"

#include "gtest/gtest.h"

namespace sillok {
namespace {

using absl::CivilDay;

TEST(CivilInterval, KnowsTheEndsOfEveryGrain) {
  EXPECT_EQ(MonthOf(2024, 2), (CivilInterval{CivilDay(2024, 2, 1), CivilDay(2024, 2, 29), Grain::kMonth}));
  EXPECT_EQ(MonthOf(2023, 12).last, CivilDay(2023, 12, 31));
  EXPECT_EQ(QuarterOf(2024, 4),
            (CivilInterval{CivilDay(2024, 10, 1), CivilDay(2024, 12, 31), Grain::kQuarter}));
  EXPECT_EQ(HalfOf(2024, 1), (CivilInterval{CivilDay(2024, 1, 1), CivilDay(2024, 6, 30), Grain::kHalf}));
  EXPECT_EQ(HalfOf(2024, 2).first, CivilDay(2024, 7, 1));
  EXPECT_EQ(YearOf(2024).last, CivilDay(2024, 12, 31));
}

TEST(CivilInterval, BeginsTheWeekOnMonday) {
  const CivilInterval week = {CivilDay(2024, 3, 18), CivilDay(2024, 3, 24), Grain::kWeek};
  EXPECT_EQ(WeekOf(CivilDay(2024, 3, 18)), week);
  EXPECT_EQ(WeekOf(CivilDay(2024, 3, 21)), week);
  EXPECT_EQ(WeekOf(CivilDay(2024, 3, 24)), week);
  EXPECT_EQ(WeekOf(CivilDay(2024, 3, 25)).first, CivilDay(2024, 3, 25));
}

TEST(MakeDay, TakesOnlyDaysOfTheCalendar) {
  EXPECT_EQ(MakeDay(2024, 2, 29), CivilDay(2024, 2, 29));
  EXPECT_FALSE(MakeDay(2023, 2, 29));
  EXPECT_FALSE(MakeDay(2023, 4, 31));
  EXPECT_FALSE(MakeDay(2023, 13, 1));
  EXPECT_FALSE(MakeDay(2023, 0, 1));
  EXPECT_FALSE(MakeDay(2023, 1, 0));
  EXPECT_FALSE(MakeDay(0, 1, 1));
  EXPECT_FALSE(MakeDay(10000, 1, 1));
}

TEST(ParseDay, TakesOneFormOnly) {
  EXPECT_EQ(ParseDay("2024-03-01"), CivilDay(2024, 3, 1));
  for (const std::string_view text : {"", "2024-3-1", "2024-03-1", "2024/03/01", "2024-03-32", "2023-02-29",
                                      "2024-03-01 ", "-024-03-01", "2024-03", "20a4-03-01"}) {
    EXPECT_FALSE(ParseDay(text)) << text;
  }
}

TEST(ParseInterval, TakesDayMonthAndYear) {
  EXPECT_EQ(ParseInterval("2024-03-01"), DayOf(CivilDay(2024, 3, 1)));
  EXPECT_EQ(ParseInterval("2024-03"), MonthOf(2024, 3));
  EXPECT_EQ(ParseInterval("2024"), YearOf(2024));
  for (const std::string_view text :
       {"", "24", "0000", "2024-13", "2024-00", "2024-1", "2024-3-1", "2024-Q1", "XXXX-02"}) {
    EXPECT_FALSE(ParseInterval(text)) << text;
  }
}

TEST(FormatInterval, IsTheShortestExactForm) {
  for (const std::string_view text : {"2024-03-01", "2024-03", "2024", "0987-01"}) {
    EXPECT_EQ(FormatInterval(*ParseInterval(text)), text);
  }
  EXPECT_EQ(FormatInterval(QuarterOf(2024, 1)), "2024-01-01/2024-03-31");
  EXPECT_EQ(FormatDay(CivilDay(987, 1, 2)), "0987-01-02");
}

}  // namespace
}  // namespace sillok
