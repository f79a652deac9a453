#include "query/link/name_key.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok::query {
namespace {

constexpr v1::EntityType kPerson = v1::ENTITY_TYPE_PERSON;
constexpr v1::EntityType kOrganization = v1::ENTITY_TYPE_ORGANIZATION;

TEST(NameKey, SpacesCaseAndWidthDoNotMatter) {
  EXPECT_EQ(NameKeyOf(kOrganization, "한빛 전자"), NameKeyOf(kOrganization, "한빛전자"));
  EXPECT_EQ(NameKeyOf(kOrganization, "ＫＢＳ"), NameKeyOf(kOrganization, "kbs"));
}

TEST(NameKey, TypesAndNamesKeepApart) {
  EXPECT_NE(NameKeyOf(kPerson, "가람"), NameKeyOf(kOrganization, "가람"));
  EXPECT_NE(NameKeyOf(kPerson, "김민수"), NameKeyOf(kPerson, "김만수"));
}

TEST(NameKey, AliasRowsJoinSpellings) {
  EXPECT_EQ(NameKeyOf(kOrganization, "OpenAI"), NameKeyOf(kOrganization, "오픈AI"));
  EXPECT_EQ(NameKeyOf(kOrganization, "Open AI").name, "오픈ai");
  EXPECT_THAT(AliasesOf("오픈ai"), testing::Contains("openai"));
  EXPECT_THAT(AliasesOf("한빛전자"), testing::IsEmpty());
}

TEST(NameKey, TextGoesThereAndBack) {
  const NameKey key = {kOrganization, "a/b/오픈ai"};
  EXPECT_EQ(NameKeyText(key), "2/a/b/오픈ai");
  EXPECT_EQ(ParseNameKey(NameKeyText(key)), key);
  for (const char* bad : {"", "오픈ai", "/오픈ai", "2x/오픈ai", "999/오픈ai", "entities/07f3"}) {
    EXPECT_EQ(ParseNameKey(bad), std::nullopt) << bad;
  }
}

TEST(NameKey, WhoIsNotNamedIsAnonymous) {
  for (const char* form : {"a씨", "b양", "c군", "a(44)씨", "조모"})
    EXPECT_TRUE(IsAnonymous(kPerson, form)) << form;
  for (const char* form : {"a", "ab씨", "김씨", "정재모", "", "(", "a(44"})
    EXPECT_FALSE(IsAnonymous(kPerson, form)) << form;
  EXPECT_FALSE(IsAnonymous(kOrganization, "a씨"));
}

TEST(NameKey, WordsThatStandForANameAreNone) {
  EXPECT_FALSE(IsNameForm("그"));
  EXPECT_FALSE(IsNameForm("이회사"));
  EXPECT_FALSE(IsNameForm(""));
  EXPECT_TRUE(IsNameForm("그린전자"));
}

}  // namespace
}  // namespace sillok::query
