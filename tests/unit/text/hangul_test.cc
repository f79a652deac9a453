#include "common/text/hangul.h"

#include "gtest/gtest.h"

namespace sillok {
namespace {

TEST(Decompose, IsTheInverseOfCompose) {
  for (char32_t code = 0xAC00; code <= 0xD7A3; ++code) ASSERT_EQ(Compose(*Decompose(code)), code);
  EXPECT_FALSE(Decompose(U'ㄱ').has_value());
  EXPECT_FALSE(Decompose(U'A').has_value());
  EXPECT_EQ(Decompose(U'한')->initial, 18);
  EXPECT_EQ(Decompose(U'한')->vowel, 0);
  EXPECT_EQ(Decompose(U'한')->final, 4);
}

TEST(HasFinalConsonant, KnowsTheBatchim) {
  EXPECT_TRUE(HasFinalConsonant(U'칸'));
  EXPECT_FALSE(HasFinalConsonant(U'카'));
  EXPECT_FALSE(HasFinalConsonant(U'n'));
}

TEST(IsHanja, KnowsEveryBlock) {
  EXPECT_TRUE(IsHanja(U'美'));
  EXPECT_TRUE(IsHanja(0xF9F4)) << "compatibility 林";
  EXPECT_TRUE(IsHanja(0x20000));
  EXPECT_FALSE(IsHanja(U'미'));
  EXPECT_FALSE(IsHanja(U'、'));
}

TEST(InitialConsonants, KeepsWhatIsNoSyllable) {
  EXPECT_EQ(InitialConsonants("샘 올트먼"), "ㅅ ㅇㅌㅁ");
  EXPECT_EQ(InitialConsonants("꽃집 AI"), "ㄲㅈ AI");
}

}  // namespace
}  // namespace sillok
