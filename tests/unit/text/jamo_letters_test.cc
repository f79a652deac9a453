#include "common/text/jamo_letters.h"

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "gtest/gtest.h"

namespace sillok {
namespace {

TEST(JamoLetters, AreThoseOfTheKeys) {
  EXPECT_EQ(JamoLetters("올트먼"), U"ㅇㅗㄹㅌㅡㅁㅓㄴ");
  EXPECT_EQ(JamoLetters("괜값"), U"ㄱㅗㅐㄴㄱㅏㅂㅅ");
  EXPECT_EQ(JamoLetters("깎 AI"), U"ㄲㅏㄲ AI");
  EXPECT_EQ(JamoLetters("ㄳㅘㅅ"), U"ㄱㅅㅗㅏㅅ");
}

TEST(JoinLetters, JoinsAsAnInputMethodDoes) {
  EXPECT_EQ(JoinLetters(U"ㄱㅏㅂㅅㅣ"), "갑시");
  EXPECT_EQ(JoinLetters(U"ㄱㅏㅂㅅ"), "값");
  EXPECT_EQ(JoinLetters(U"ㅇㅗㅍㅡㄴ"), "오픈");
  EXPECT_EQ(JoinLetters(U"ㅅㅐㅇㄷㅡㅂㅏㄸㅏ"), "생드바따");
  EXPECT_EQ(JoinLetters(U"ㅗㅁㅅaㅅㅏ"), "ㅗㅁㅅa사");
}

TEST(JoinLetters, IsTheWayBackOfAnySyllable) {
  for (char32_t code = 0xAC00; code <= 0xD7A3; ++code) {
    std::string syllable;
    AppendRune(code, syllable);
    ASSERT_EQ(JoinLetters(JamoLetters(syllable)), syllable);
  }
}

TEST(JamoLetters, KnowTheirKinds) {
  EXPECT_EQ(ConsonantLetters().size(), 19U);
  EXPECT_TRUE(IsConsonantLetter(U'ㄸ'));
  EXPECT_FALSE(IsConsonantLetter(U'ㄳ'));
  EXPECT_FALSE(IsConsonantLetter(U'가'));
  EXPECT_TRUE(IsVowelLetter(U'ㅖ'));
  EXPECT_FALSE(IsVowelLetter(U'ㅘ'));
  EXPECT_TRUE(IsStandingJamo(U'ㄳ'));
  EXPECT_FALSE(IsStandingJamo(U'각'));
}

}  // namespace
}  // namespace sillok
