#include "query/view/row_filter.h"

#include <string>

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

TEST(RowFilter, HasWhatWasAddedAndHardlyAnythingElse) {
  constexpr int kKeys = 10'000;
  constexpr size_t kBytesAKey = 2;
  RowFilter filter(kKeys * kBytesAKey);
  for (int key = 0; key < kKeys; ++key) filter.Add(Family::kNames, std::to_string(key));
  int wrong = 0;
  for (int key = 0; key < kKeys; ++key) {
    EXPECT_TRUE(filter.MayHave(Family::kNames, std::to_string(key)));
    wrong += filter.MayHave(Family::kNames, std::to_string(kKeys + key)) ? 1 : 0;
    wrong += filter.MayHave(Family::kEventBlocks, std::to_string(key)) ? 1 : 0;
  }
  EXPECT_LT(wrong, 2 * kKeys / 100) << "it should err once in several hundred times";
}

TEST(RowFilter, HasNothingAtFirst) {
  const RowFilter filter(1024);
  EXPECT_FALSE(filter.MayHave(Family::kNames, ""));
  EXPECT_FALSE(filter.MayHave(Family::kNames, "a"));
}

TEST(RowFilter, ErrsRatherThanForgetWhenItIsFull) {
  RowFilter filter(0);
  for (int key = 0; key < 1'000; ++key) filter.Add(Family::kNames, std::to_string(key));
  for (int key = 0; key < 1'000; ++key) EXPECT_TRUE(filter.MayHave(Family::kNames, std::to_string(key)));
  EXPECT_TRUE(filter.MayHave(Family::kNames, "never added"));
}

}  // namespace
}  // namespace sillok::query
