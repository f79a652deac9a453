#include "ingest/train/class_learner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

using ::testing::Each;
using ::testing::Gt;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<ClassedWord> Learn(const std::vector<std::string>& texts) {
  static const Parser& parser = *Parser::Open(MecabDictionary()).value().release();
  return LearnClasses(parser, texts);
}

const std::vector<std::string>& SomeTexts() {
  static const std::vector<std::string> texts = {
      "국장은 서울에서 말했다. 실장은 부산에서 말했다.", "국장은 대구에서 말했다.", "실장은 대구에서 말했다.",
      "국장은 부산에서 말했다. 실장은 서울에서 말했다.", "국장은 무지개를 말했다.",
  };
  return texts;
}

TEST(LearnClassesTest, FrequentWordsGetAClassOfEachGrain) {
  const std::vector<ClassedWord> words = Learn(SomeTexts());
  const WordClasses classes(words);
  for (const char* word : {"국장", "실장", "에서", "은", "."}) {
    EXPECT_THAT(classes.Of(HashOf(word)), Each(Gt(0))) << word;
  }
}

TEST(LearnClassesTest, RareWordsGetNone) {
  const WordClasses classes(Learn(SomeTexts()));
  EXPECT_THAT(classes.Of(HashOf("무지개")), Each(0));
  EXPECT_THAT(classes.Of(HashOf("서울")), Each(0)) << "twice";
}

TEST(LearnClassesTest, LearnsTheSameAgain) {
  const std::vector<ClassedWord> once = Learn(SomeTexts());
  const std::vector<ClassedWord> again = Learn(SomeTexts());
  ASSERT_THAT(once, Not(IsEmpty()));
  EXPECT_TRUE(std::equal(
      once.begin(), once.end(), again.begin(), again.end(),
      [](const ClassedWord& a, const ClassedWord& b) { return a.hash == b.hash && a.classes == b.classes; }));
}

TEST(LearnClassesTest, NoTextsTeachNothing) { EXPECT_THAT(Learn({}), IsEmpty()); }

}  // namespace
}  // namespace sillok::ingest
