#include "ingest/tag/word_classes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sillok::ingest {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

ClassedWord Classed(std::string_view word, const WordClass& classes) {
  return {.hash = HashOf(word), .classes = classes};
}

TEST(WordClassesTest, FindsTheClassesOfItsWords) {
  const WordClasses classes({Classed("국장", {7, 41, 233}), Classed("부산", {3, 12, 90})});
  EXPECT_THAT(classes.Of(HashOf("국장")), ElementsAre(7, 41, 233));
  EXPECT_THAT(classes.Of(HashOf("부산")), ElementsAre(3, 12, 90));
}

TEST(WordClassesTest, AWordNeverSeenHasNone) {
  const WordClasses classes({Classed("국장", {7, 41, 233})});
  EXPECT_THAT(classes.Of(HashOf("실장")), Each(0));
  EXPECT_THAT(classes.Of(HashOf("")), Each(0));
  EXPECT_THAT(WordClasses().Of(HashOf("국장")), Each(0));
  EXPECT_THAT(WordClasses(std::vector<ClassedWord>()).Of(HashOf("국장")), Each(0));
}

TEST(WordClassesTest, TheFirstOfOneHashCounts) {
  const WordClasses classes({Classed("국장", {1, 2, 3}), Classed("국장", {4, 5, 6})});
  EXPECT_THAT(classes.Of(HashOf("국장")), ElementsAre(1, 2, 3));
}

TEST(WordClassesTest, WordsOfOneSlotStandBesideEachOther) {
  std::vector<ClassedWord> words;
  for (uint32_t word = 1; word <= 8; ++word) {
    words.push_back({.hash = word << 16, .classes = {static_cast<uint16_t>(word), 0, 0}});
  }
  const WordClasses classes(words);
  for (const ClassedWord& word : words) EXPECT_EQ(classes.Of(word.hash), word.classes);
  EXPECT_THAT(classes.Of(9U << 16), Each(0));
}

TEST(WordClassesTest, HoldsManyWords) {
  constexpr int kMany = 50'000;
  std::vector<ClassedWord> words;
  words.reserve(kMany);
  for (int word = 0; word < kMany; ++word) {
    words.push_back(Classed("낱말" + std::to_string(word), {static_cast<uint16_t>(word % 30 + 1), 2, 3}));
  }
  const WordClasses classes(words);
  int right = 0;
  for (int word = 0; word < kMany; ++word) {
    if (classes.Of(HashOf("낱말" + std::to_string(word)))[0] == word % 30 + 1) ++right;
  }
  EXPECT_GE(right, kMany - 5) << "but for words that share a hash";
  EXPECT_THAT(classes.Of(HashOf("모르는 말")), Each(0));
}

TEST(HashOfTest, IsNeverZeroAndGoesByTheBytes) {
  EXPECT_NE(HashOf(""), 0U);
  EXPECT_EQ(HashOf("대구"), HashOf(std::string("대구")));
  EXPECT_NE(HashOf("대구"), HashOf("구대"));
}

}  // namespace
}  // namespace sillok::ingest
