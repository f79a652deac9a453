#include "query/link/typed_name.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok::query {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST(ReadInitials, NeedsAConsonantThatStandsAlone) {
  EXPECT_EQ(ReadInitials("ㅅㅇㅌㅁ"), "ㅅㅇㅌㅁ");
  EXPECT_EQ(ReadInitials("ㄳㅈ"), "ㄱㅅㅈ") << "as an input method joins them";
  EXPECT_EQ(ReadInitials("샘ㅇㅌㅁ"), "샘ㅇㅌㅁ");
  EXPECT_EQ(ReadInitials("샘올트먼"), std::nullopt);
  EXPECT_EQ(ReadInitials("openai"), std::nullopt);
  EXPECT_EQ(ReadInitials("ㅐㅔ두"), std::nullopt);
  EXPECT_EQ(ReadInitials(""), std::nullopt);
}

TEST(FitsInitials, AConsonantStandsForItsSyllables) {
  EXPECT_TRUE(FitsInitials("ㅅㅇㅌㅁ", "샘올트먼"));
  EXPECT_TRUE(FitsInitials("ㅅㅇ", "샘올트먼"));
  EXPECT_TRUE(FitsInitials("샘ㅇㅌ", "샘올트먼"));
  EXPECT_TRUE(FitsInitials("ㅇㅍai", "오픈ai"));
  EXPECT_FALSE(FitsInitials("솀ㅇㅌ", "샘올트먼"));
  EXPECT_FALSE(FitsInitials("ㅅㅇㅌㅁㅈ", "샘올트먼"));
  EXPECT_FALSE(FitsInitials("ㅅ", "싼타페")) << "ㅆ is another key";
}

TEST(UnfinishedInitials, TheLastSyllableMayGoOnOrEndEarlier) {
  EXPECT_EQ(UnfinishedInitials("오프"), "ㅇㅍ");
  EXPECT_EQ(UnfinishedInitials("옾"), "ㅇㅍ");
  EXPECT_EQ(UnfinishedInitials("샘올틈"), "ㅅㅇㅌ");
  EXPECT_EQ(UnfinishedInitials("오"), "");
  EXPECT_EQ(UnfinishedInitials("openai"), "");
  EXPECT_EQ(UnfinishedInitials(""), "");
  EXPECT_TRUE(BeginsByKeys("옾", "오픈ai"));
  EXPECT_TRUE(BeginsByKeys("샘올트머", "샘올트먼"));
  EXPECT_FALSE(BeginsByKeys("샘올트모", "샘올트먼"));
}

TEST(NearInitials, DifferByOneConsonant) {
  const std::vector<std::string> near = NearInitials("김민수");
  EXPECT_EQ(near.front(), "ㄱㅁㅅ");
  EXPECT_THAT(near, Contains("ㄱㅁㅆ"));
  EXPECT_THAT(near, Contains("ㅁㅅ"));
  EXPECT_THAT(near, Contains("ㄱㅁㅇㅅ"));
  EXPECT_THAT(near, Not(Contains("ㄴㄴㅅ")));
  EXPECT_THAT(near, SizeIs(testing::Le(1 + 3 * 38 + 19)));
  EXPECT_THAT(NearInitials("오픈ai"), Not(Contains("ㅇㅍi"))) << "only syllables are changed";
  EXPECT_THAT(NearInitials("가나다라마바사아자차카타파하"), SizeIs(15));
}

TEST(WrongLetters, AreCountedByKeysAndBounded) {
  EXPECT_EQ(WrongLetters("샘올트맨", "샘올트먼"), 1U);
  EXPECT_EQ(WrongLetters("오픈에이이아", "오픈에이아이"), 2U);
  EXPECT_EQ(WrongLetters("오르트먼", "올트먼"), 1U);
  EXPECT_EQ(WrongLettersAllowed("서울"), 0U);
  EXPECT_EQ(WrongLettersAllowed("카카오"), 1U);
  EXPECT_EQ(WrongLettersAllowed("김민수"), 1U);
  EXPECT_EQ(WrongLettersAllowed("황현원"), 1U) << "a Korean name of many letters";
  EXPECT_EQ(WrongLettersAllowed("샘올트맨"), 2U);
  EXPECT_EQ(WrongLettersAllowed("openai"), 0U);
  EXPECT_EQ(WrongLettersAllowed("ㅅㅇㅌㅁㅅㅇㅌㅁㅅㅇㅌㅁ"), 0U);
}

TEST(ReadSurnameTitles, EveryWayToTakeTheText) {
  EXPECT_THAT(ReadSurnameTitles("임실장"), ElementsAre(SurnameTitle{"임", "실장"}));
  EXPECT_THAT(ReadSurnameTitles("남궁의원"),
              ElementsAre(SurnameTitle{"남궁", "의원"}, SurnameTitle{"남", "궁의원"}));
  EXPECT_THAT(ReadSurnameTitles("임"), IsEmpty());
  EXPECT_THAT(ReadSurnameTitles("임씨"), IsEmpty());
  EXPECT_THAT(ReadSurnameTitles("openai"), IsEmpty());
}

}  // namespace
}  // namespace sillok::query
