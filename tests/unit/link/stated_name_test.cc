#include "query/link/stated_name.h"

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

TEST(StatedName, AnotherWritingOrAContractionIsAName) {
  EXPECT_TRUE(IsStatedName(v1::ENTITY_TYPE_ORGANIZATION, "오픈에이아이", "OpenAI"));
  EXPECT_TRUE(IsStatedName(v1::ENTITY_TYPE_ORGANIZATION, "과학기술정보통신부", "과기정통부"));
  EXPECT_TRUE(IsStatedName(v1::ENTITY_TYPE_PERSON, "샘 올트먼", "Sam Altman"));
  EXPECT_TRUE(IsStatedName(v1::ENTITY_TYPE_PERSON, "샘 올트먼", "샘 알트만"));
}

TEST(StatedName, APartATitleAndANounAreNot) {
  EXPECT_FALSE(IsStatedName(v1::ENTITY_TYPE_ORGANIZATION, "삼성전자", "삼성"));
  EXPECT_FALSE(IsStatedName(v1::ENTITY_TYPE_ORGANIZATION, "한국무역협회", "협회"));
  EXPECT_FALSE(IsStatedName(v1::ENTITY_TYPE_ORGANIZATION, "가람연구소", "KT"))
      << "too short to be one body's everywhere";
  EXPECT_FALSE(IsStatedName(v1::ENTITY_TYPE_PERSON, "임정욱", "임 실장"));
  EXPECT_FALSE(IsStatedName(v1::ENTITY_TYPE_PERSON, "샘 올트먼", "올트먼"));
  EXPECT_FALSE(IsStatedName(v1::ENTITY_TYPE_PERSON, "샘 올트먼", "그"));
  EXPECT_FALSE(IsStatedName(v1::ENTITY_TYPE_PERSON, "김민수", "김만수"))
      << "Korean names alike in sound are two";
}

}  // namespace
}  // namespace sillok::query
