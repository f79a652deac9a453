#include "common/text/edit_distance.h"

#include "gtest/gtest.h"

namespace sillok {
namespace {

TEST(EditDistance, CountsWhatIsPutInLeftOutAndChanged) {
  EXPECT_EQ(EditDistance(U"", U""), 0U);
  EXPECT_EQ(EditDistance(U"", U"ㅁㅐ"), 2U);
  EXPECT_EQ(EditDistance(U"ㅁㅐㄴ", U"ㅁㅐㄴ"), 0U);
  EXPECT_EQ(EditDistance(U"ㅁㅐㄴ", U"ㅁㅓㄴ"), 1U);
  EXPECT_EQ(EditDistance(U"ㅁㅐㄴ", U"ㅐㄴ"), 1U);
  EXPECT_EQ(EditDistance(U"ㅐㄴ", U"ㅁㅐㄴ"), 1U);
  EXPECT_EQ(EditDistance(U"ㅣㅏ", U"ㅏㅣ"), 2U) << "an exchange is two changes";
}

}  // namespace
}  // namespace sillok
