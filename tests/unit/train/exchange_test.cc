#include "ingest/train/exchange.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace sillok::ingest {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::Ge;
using ::testing::IsEmpty;
using ::testing::Le;
using ::testing::SizeIs;

// A language of three kinds of words; every sentence is an adjective, a noun and a verb. Verbs are most frequent.
constexpr int kVerbs[] = {0, 1};
constexpr int kAdjectives[] = {2, 3, 4};
constexpr int kNouns[] = {5, 6, 7, 8};
constexpr int kWords = 9;

std::vector<std::vector<int>> MadeUpLanguage() {
  std::vector<std::vector<int>> sentences;
  for (const int adjective : kAdjectives) {
    for (const int noun : kNouns) {
      for (const int verb : kVerbs) sentences.push_back({adjective, noun, verb});
    }
  }
  return sentences;
}

template <size_t kCount>
std::set<int> ClassesOf(const int (&words)[kCount], const std::vector<int>& classes) {
  std::set<int> found;
  for (const int word : words) found.insert(classes[word]);
  return found;
}

TEST(ExchangeClassesTest, WordsOfAlikeCompanyAreOfOneClass) {
  const std::vector<int> classes = ExchangeClasses(MadeUpLanguage(), kWords, 3);
  ASSERT_THAT(classes, SizeIs(kWords));
  const std::set<int> verbs = ClassesOf(kVerbs, classes);
  const std::set<int> adjectives = ClassesOf(kAdjectives, classes);
  const std::set<int> nouns = ClassesOf(kNouns, classes);
  EXPECT_THAT(verbs, SizeIs(1));
  EXPECT_THAT(adjectives, SizeIs(1));
  EXPECT_THAT(nouns, SizeIs(1));
  EXPECT_NE(verbs, adjectives);
  EXPECT_NE(adjectives, nouns);
  EXPECT_NE(nouns, verbs);
}

TEST(ExchangeClassesTest, GivesTheSameClassesAgain) {
  EXPECT_EQ(ExchangeClasses(MadeUpLanguage(), kWords, 4), ExchangeClasses(MadeUpLanguage(), kWords, 4));
}

TEST(ExchangeClassesTest, ClassesAreNumberedFromOne) {
  for (const int classes : {1, 3, 40}) {
    EXPECT_THAT(ExchangeClasses(MadeUpLanguage(), kWords, classes), Each(AllOf(Ge(1), Le(classes))));
  }
}

TEST(ExchangeClassesTest, AWordMayStandBesideItself) {
  EXPECT_THAT(ExchangeClasses({{0, 0, 0}, {0, 1, 0, 0}, {}}, 2, 2), SizeIs(2));
}

TEST(ExchangeClassesTest, NoWordsHaveNoClasses) { EXPECT_THAT(ExchangeClasses({}, 0, 3), IsEmpty()); }

}  // namespace
}  // namespace sillok::ingest
