#include "common/text/keyboard.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(HangulOfKeys, ReadsLatinLettersAsKeys) {
  EXPECT_EQ(HangulOfKeys("dhvms"), "오픈");
  EXPECT_EQ(HangulOfKeys("Rkclsp"), "까치네");
  EXPECT_EQ(HangulOfKeys("63qlfeld"), "63빌딩");
  EXPECT_EQ(HangulOfKeys("rkqtdl"), "값이");
  EXPECT_EQ(HangulOfKeys("openai"), std::nullopt) << "ㅐ joins no syllable";
  EXPECT_EQ(HangulOfKeys("오픈"), std::nullopt) << "no Latin letter";
  EXPECT_EQ(HangulOfKeys(""), std::nullopt);
}

TEST(KeysOfHangul, IsTheWayBack) {
  EXPECT_EQ(KeysOfHangul("ㅐㅔ두AI"), "openAI");
  EXPECT_EQ(KeysOfHangul("ㅐㅔ둠ㅑ"), "openai");
  EXPECT_EQ(KeysOfHangul("까치"), "Rkcl");
  EXPECT_EQ(KeysOfHangul("왔"), "dhkT");
}

TEST(OtherLayouts, KeepTheLatinEndOfAName) {
  EXPECT_EQ(OtherLayouts("dhvmsAI").front(), "오픈AI");
  EXPECT_EQ(OtherLayouts("LGwjswk").front(), "LG전자");
  EXPECT_EQ(OtherLayouts("Rkcl").front(), "까치") << "a single capital is a key with Shift";
  EXPECT_THAT(OtherLayouts("dhvmsai"), Contains("오픈ai"));
  EXPECT_THAT(OtherLayouts("ghdrlfehd"), Contains("홍길동"));
  EXPECT_THAT(OtherLayouts("GHDRLFEHD"), Contains("홍길동")) << "with Caps Lock";
  EXPECT_THAT(OtherLayouts("ㅐㅔ두AI"), ElementsAre("openAI"));
  EXPECT_THAT(OtherLayouts("2025"), IsEmpty());
  EXPECT_THAT(OtherLayouts(std::string(200, 'k')), SizeIs(testing::Le(10)));
}

}  // namespace
}  // namespace sillok
