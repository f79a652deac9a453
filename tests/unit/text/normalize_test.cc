#include "common/text/normalize.h"

#include <chrono>

#include "common/text/utf8.h"
#include "gtest/gtest.h"

namespace sillok {
namespace {

TEST(NormalizeText, FoldsWidthAndDropsTheInvisible) {
  EXPECT_EQ(NormalizeText("ＯｐｅｎＡＩ\u200b"), "OpenAI");
  EXPECT_EQ(NormalizeText("１２％ （잠정）"), "12% (잠정)");
  EXPECT_EQ(NormalizeText("\uFEFF소프\u00AD트\u200E웨어"), "소프트웨어");
  EXPECT_EQ(NormalizeText("￦500"), "₩500");
}

TEST(NormalizeText, DropsControlCharacters) {
  EXPECT_EQ(NormalizeText(std::string("가") + '\0' + "나\x01\x1b\x7f다\u0080라\u009f"), "가나다라");
}

TEST(NormalizeText, TurnsEverySpaceButTheNewlineIntoOne) {
  EXPECT_EQ(NormalizeText("가\u00A0나\u3000다\t라\r\n마\u2009바\u2028"), "가 나 다 라 \n마 바 ");
}

TEST(NormalizeText, Composes) {
  EXPECT_EQ(NormalizeText("\u1112\u1161\u11AB글"), "한글");
  EXPECT_EQ(NormalizeText("\uD558\u11AB"), "한") << "a syllable and a loose final";
  EXPECT_EQ(NormalizeText("cafe\u0301"), "café");
  EXPECT_EQ(NormalizeText("\uF9F4 총장"), "林 총장") << "compatibility hanja";
  EXPECT_EQ(NormalizeText("\u2F24소문"), "大소문") << "a radical";
}

TEST(NormalizeText, KeepsPunctuation) {
  for (const std::string_view text : {"“그는 ‘예’라고 했다”…", "경제·사회", "「책」 〈글〉 《신문》",
                                      "①② ▲첫째 ■둘째 ㈜한빛", "3㎞·20㎡, 5∼6월 ~ 7월", "줄\n바꿈"}) {
    EXPECT_EQ(NormalizeText(text), text);
  }
}

TEST(NormalizeText, ReadsInvalidBytesAsReplacements) {
  EXPECT_EQ(NormalizeText("가\xFF나\xEA\xB0"), "가\uFFFD나\uFFFD\uFFFD");
}

TEST(NormalizeText, IsIdempotentOnEveryCodePoint) {
  for (char32_t code = 1; code <= 0x2FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text = "가";
    AppendRune(code, text);
    text += "a\u0301";
    const std::string once = NormalizeText(text);
    ASSERT_EQ(NormalizeText(once), once) << std::hex << static_cast<uint32_t>(code);
  }
}

TEST(NormalizeText, IsLinearInHostileMarks) {
  std::string text = "a";
  for (int i = 0; i < 200'000; ++i) text += "\u0301";
  for (int i = 0; i < 200'000; ++i) text += "\u0323";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_LT(NormalizeText(text).size(), 100u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST(NormalizeName, JoinsSpellingsOfOneName) {
  EXPECT_EQ(NormalizeName("오픈 에이아이"), "오픈에이아이");
  EXPECT_EQ(NormalizeName("K-Startups meet OpenAI"), "k-startupsmeetopenai");
  EXPECT_EQ(NormalizeName("한국·미국"), NormalizeName("한국ㆍ미국"));
  EXPECT_EQ(NormalizeName("ＯＰＥＮ　ＡＩ"), NormalizeName("open ai"));
  EXPECT_EQ(NormalizeName("Ére"), "ére");
  EXPECT_NE(NormalizeName("김민수"), NormalizeName("김만수"));
}

TEST(NormalizeName, IsIdempotent) {
  for (const std::string_view name : {"e \u0301x", "İstanbul", "ẞ", "가 \u11A8"}) {
    EXPECT_EQ(NormalizeName(NormalizeName(name)), NormalizeName(name)) << name;
  }
}

}  // namespace
}  // namespace sillok
