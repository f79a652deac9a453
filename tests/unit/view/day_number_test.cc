#include "query/view/day_number.h"

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

TEST(DayNumber, DaysGoThereAndBackInOrder) {
  DayNumber before = 0;
  for (const char* day :
       {"0001-01-02", "1999-12-31", "2000-01-01", "2024-02-29", "2024-03-18", "9999-12-31"}) {
    const DayNumber number = DayNumberOf(day);
    EXPECT_GT(number, before) << day;
    EXPECT_EQ(DayText(number), day);
    before = number;
  }
  EXPECT_EQ(DayNumberOf("0001-01-01"), 0U);
}

TEST(DayNumber, NoDayIsLast) {
  EXPECT_EQ(DayNumberOf(""), kNoDay);
  EXPECT_EQ(DayNumberOf("2023-02-29"), kNoDay);
  EXPECT_EQ(DayText(kNoDay), "");
  EXPECT_GT(kNoDay, DayNumberOf("9999-12-31"));
}

TEST(DayNumber, MonthsBeginAndEnd) {
  EXPECT_EQ(DayText(MonthOf(DayNumberOf("2024-02-29"))), "2024-02-01");
  EXPECT_EQ(DayText(MonthAfter(DayNumberOf("2024-01-31"))), "2024-02-01");
  EXPECT_EQ(DayText(MonthAfter(DayNumberOf("2023-02-01"))), "2023-03-01");
  EXPECT_EQ(DayText(MonthAfter(DayNumberOf("2023-12-31"))), "2024-01-01");
  EXPECT_EQ(MonthOf(kNoDay), kNoDay);
  EXPECT_EQ(MonthOf(0), 0U);
}

}  // namespace
}  // namespace sillok::query
