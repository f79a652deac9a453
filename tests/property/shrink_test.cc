#include "tests/property/shrink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace sillok {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<int> Steps(int count) {
  std::vector<int> steps(static_cast<size_t>(count));
  std::iota(steps.begin(), steps.end(), 0);
  return steps;
}

bool Has(const std::vector<int>& steps, int step) {
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

TEST(Shrunk, KeepsWhatTheFailureNeedsInItsOrder) {
  const auto fails = [](const std::vector<int>& steps) {
    return Has(steps, 3) && Has(steps, 17) && Has(steps, 18);
  };
  EXPECT_THAT(Shrunk<int>(Steps(40), fails), ElementsAre(3, 17, 18));
}

TEST(Shrunk, GoesOnWhenOneStepFreesAnother) {
  // A step needs the one before it, as an undo its decision: they go one by one, from the end.
  const auto fails = [](const std::vector<int>& steps) {
    return std::all_of(steps.begin(), steps.end(),
                       [&](int step) { return step == 0 || Has(steps, step - 1); });
  };
  EXPECT_THAT(Shrunk<int>(Steps(9), fails), IsEmpty());
}

TEST(Shrunk, LeavesAStoryThatNeedsEveryStep) {
  const auto fails = [](const std::vector<int>& steps) { return steps.size() == 5; };
  EXPECT_EQ(Shrunk<int>(Steps(5), fails), Steps(5));
}

}  // namespace
}  // namespace sillok
