#include "common/text/utf8.h"

#include "gtest/gtest.h"

namespace sillok {
namespace {

TEST(DecodeRune, ReadsEveryLength) {
  const std::string_view text = "a\xC3\xA9한\xF0\x9F\x98\x80";
  EXPECT_EQ(DecodeRune(text, 0).code, U'a');
  EXPECT_EQ(DecodeRune(text, 1).code, U'é');
  EXPECT_EQ(DecodeRune(text, 3).code, U'한');
  EXPECT_EQ(DecodeRune(text, 6).code, U'😀');
  EXPECT_EQ(DecodeRune(text, 6).length, 4);
}

TEST(DecodeRune, RefusesWhatIsNotUtf8) {
  for (const std::string_view text : {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                      "\xF0\x82\x82\xAC", "\xEA\xB0", "\xEA", "\xFF", "\xC3("}) {
    EXPECT_EQ(DecodeRune(text, 0).code, char32_t{0xFFFD}) << testing::PrintToString(text);
    EXPECT_EQ(DecodeRune(text, 0).length, 1) << testing::PrintToString(text);
    EXPECT_FALSE(IsValidUtf8(text));
  }
}

TEST(DecodeRuneBefore, WalksBackwards) {
  const std::string_view text = "가\x80나b";
  EXPECT_EQ(DecodeRuneBefore(text, text.size()).code, U'b');
  EXPECT_EQ(DecodeRuneBefore(text, 7).code, U'나');
  EXPECT_EQ(DecodeRuneBefore(text, 4).length, 1) << "the stray byte stands alone";
  EXPECT_EQ(DecodeRuneBefore(text, 3).code, U'가');
  EXPECT_EQ(DecodeRuneBefore("\x80\x80\x80\x80\x80", 5).length, 1);
}

TEST(AppendRune, IsTheInverseOfDecodeRune) {
  for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 97) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text;
    AppendRune(code, text);
    ASSERT_EQ(DecodeRune(text, 0).code, code);
    ASSERT_EQ(DecodeRune(text, 0).length, text.size());
    ASSERT_EQ(DecodeRuneBefore(text, text.size()).code, code);
  }
  std::string text;
  AppendRune(0xD800, text);
  AppendRune(0x110000, text);
  EXPECT_EQ(text, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(ReplaceInvalidUtf8, ReplacesByteByByte) {
  EXPECT_EQ(ReplaceInvalidUtf8("기사 본문"), "기사 본문");
  EXPECT_EQ(ReplaceInvalidUtf8("a\xFF"
                               "b\xEA\xB0"),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_TRUE(IsValidUtf8(ReplaceInvalidUtf8("\xED\xA0\x80")));
  EXPECT_EQ(ReplaceInvalidUtf8(""), "");
}

TEST(CountRunes, CountsCodePoints) { EXPECT_EQ(CountRunes("서울 2곳😀"), 6u); }

TEST(TruncateUtf8, NeverCutsACodePoint) {
  EXPECT_EQ(TruncateUtf8("가나다", 9), "가나다");
  EXPECT_EQ(TruncateUtf8("가나다", 8), "가나");
  EXPECT_EQ(TruncateUtf8("가나다", 3), "가");
  EXPECT_EQ(TruncateUtf8("가나다", 2), "");
}

}  // namespace
}  // namespace sillok
