#include "query/link/text_sketch.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

// A story of `words` words, in which every `change`-th word is another one; 0 changes none.
std::string Story(int story, int words, int change = 0) {
  std::string text;
  for (int word = 0; word < words; ++word) {
    const bool changed = change > 0 && word % change == change - 1;
    text += "낱말" + std::to_string(story * 10000 + word) + (changed ? "다른" : "") +
            (word % 12 == 11 ? "\n" : " ");
  }
  return text;
}

TEST(TextSketch, SpacesAndLinesDoNotMatter) {
  EXPECT_EQ(TextSketch("가 나  다\n라"), TextSketch("가\n나 다 라"));
}

TEST(TextSketch, ACopyIsNear) {
  EXPECT_LE(SketchDistance(TextSketch(Story(1, 200)), TextSketch(Story(1, 200) + "한빛뉴스 박서준 기자")),
            kCopyDistance);
  EXPECT_LE(SketchDistance(TextSketch(Story(1, 200)), TextSketch(Story(1, 200, 100))), kCopyDistance);
}

TEST(TextSketch, OtherWordsAreFar) {
  EXPECT_GT(SketchDistance(TextSketch(Story(1, 200, 6)), TextSketch(Story(1, 200))), kCopyDistance);
  int nearest = 64;
  for (int a = 0; a < 100; ++a) {
    for (int b = a + 1; b < 100; ++b) {
      nearest = std::min(nearest, SketchDistance(TextSketch(Story(a, 30)), TextSketch(Story(b, 30))));
    }
  }
  EXPECT_GT(nearest, kCopyDistance);
}

TEST(TextSketch, ShortTextsAreComparedAsWholes) {
  EXPECT_EQ(TextSketch("가 나"), TextSketch("가 나 "));
  EXPECT_GT(SketchDistance(TextSketch("가 나"), TextSketch("가 다")), kCopyDistance);
  EXPECT_GT(SketchDistance(TextSketch(""), TextSketch("가")), kCopyDistance);
  // Texts of a few runs would be near each other by chance: pairs of two runs that differ have some 16 of 64 bits.
  int nearest = 64;
  for (int a = 0; a < 300; ++a) {
    for (int b = a + 1; b < 300; ++b) {
      nearest = std::min(nearest, SketchDistance(TextSketch(Story(a, 4)), TextSketch(Story(b, 4))));
    }
  }
  EXPECT_GT(nearest, kCopyDistance);
}

TEST(TextSketch, SimilarityFallsWithDistance) {
  EXPECT_EQ(SketchSimilarity(0), 100);
  EXPECT_EQ(SketchSimilarity(1), 99);
  EXPECT_EQ(SketchSimilarity(kCopyDistance), 88);
  EXPECT_EQ(SketchSimilarity(32), 0);
  EXPECT_EQ(SketchSimilarity(64), 0);
}

TEST(CountIndependentSources, CopiesOfCopiesAreOneInAnyOrder) {
  // 0 and 0xFFFFF differ in 20 bits, and are joined by what lies between them.
  std::vector<std::pair<std::string, uint64_t>> articles = {
      {"a", 0}, {"b", 0x3FF}, {"c", 0xFFFFF}, {"d", ~uint64_t{0}}, {"d", ~uint64_t{0}}, {"e", 0}};
  std::sort(articles.begin(), articles.end());
  do {
    ASSERT_EQ(CountIndependentSources(articles), 2);
  } while (std::next_permutation(articles.begin(), articles.end()));
  EXPECT_EQ(CountIndependentSources({{"a", 0}, {"c", 0xFFFFF}}), 2);
  EXPECT_EQ(CountIndependentSources({}), 0);
}

}  // namespace
}  // namespace sillok::query
