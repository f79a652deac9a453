#include "query/link/korean_name.h"

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

TEST(KoreanName, ASurnameWithOneOrTwoSyllables) {
  for (const char* name : {"김민수", "이영", "남궁훈", "선우은숙", "황보관"}) {
    EXPECT_TRUE(IsKoreanName(name)) << name;
  }
  for (const char* name : {"샘 올트먼", "올트먼", "트럼프", "블라디미르 푸틴", "김", "Kim", ""}) {
    EXPECT_FALSE(IsKoreanName(name)) << name;
  }
}

TEST(KoreanName, BeginsWithItsLongestSurname) {
  EXPECT_EQ(SurnameOf("임정욱"), "임");
  EXPECT_EQ(SurnameOf("남궁민"), "남궁");
  EXPECT_EQ(SurnameOf("남궁"), "남");
  EXPECT_EQ(SurnameOf("임"), "");
  EXPECT_EQ(SurnameOf("openai"), "");
}

TEST(KoreanName, CommonOnesAreThoseManyBear) {
  for (const char* name : {"김민수", "이지은", "남궁민수"}) EXPECT_TRUE(IsCommonName(name)) << name;
  for (const char* name : {"임하람", "표은서하", "샘 올트먼", "김"}) EXPECT_FALSE(IsCommonName(name)) << name;
}

TEST(KoreanName, LocalOnesAreMeantInsideTheirArticle) {
  for (const char* name : {"임 실장", "김 대표", "남궁 의원", "김모", "김 모", "이모씨", "A씨", "A(44)씨",
                           "B사", "C", "D 업체", "협회", "비상대책위원회"}) {
    EXPECT_TRUE(IsLocalName(name)) << name;
  }
  for (const char* name :
       {"박 서준", "박서준", "샘 올트먼", "한국무역협회", "KT", "E마트", "삼성", "SK", ""}) {
    EXPECT_FALSE(IsLocalName(name)) << name;
  }
}

}  // namespace
}  // namespace sillok::query
