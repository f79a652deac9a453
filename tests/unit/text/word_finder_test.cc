#include "common/text/word_finder.h"

#include <random>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAreArray;

using Places = std::vector<std::pair<size_t, size_t>>;

Places Find(const std::vector<std::string>& words, const std::string& text) {
  Places places;
  WordFinder(words).Find(text, [&](size_t word, size_t end) { places.emplace_back(word, end); });
  return places;
}

TEST(WordFinderTest, FindsWordsWithinWords) {
  EXPECT_THAT(Find({"기자", "인턴기자", "자"}, "인턴기자"),
              ElementsAre(Pair(1, 12), Pair(0, 12), Pair(2, 12)));
  EXPECT_THAT(Find({"abab", "bab"}, "xababab"), ElementsAre(Pair(0, 5), Pair(1, 5), Pair(0, 7), Pair(1, 7)));
}

TEST(WordFinderTest, CaseEqualWordsAndEmptyWords) {
  EXPECT_THAT(Find({"By", "", "by"}, "BY"), testing::UnorderedElementsAre(Pair(0, 2), Pair(2, 2)));
  EXPECT_FALSE(WordFinder({}).FindsAny("무엇"));
  EXPECT_TRUE(WordFinder({"무엇"}).FindsAny("그 무엇"));
}

// Words of one rune and of more, of one byte a rune and of three.
TEST(WordFinderTest, IsWhatTryingEveryWordEverywhereFinds) {
  constexpr std::string_view kRunes[] = {"a", "b", "가", "각", "나", "👉"};
  std::mt19937 random(1);
  for (int round = 0; round < 400; ++round) {
    const size_t kinds = 2 + random() % 5;
    const auto draw = [&](size_t runes) {
      std::string text;
      for (size_t rune = 0; rune < runes; ++rune) text += kRunes[random() % kinds];
      return text;
    };
    std::vector<std::string> words(6);
    for (std::string& word : words) word = draw(1 + random() % 4);
    const std::string text = draw(40);
    Places expected;
    for (size_t end = 1; end <= text.size(); ++end) {
      for (size_t word = 0; word < words.size(); ++word) {
        if (text.substr(0, end).ends_with(words[word])) expected.emplace_back(word, end);
      }
    }
    EXPECT_THAT(Find(words, text), UnorderedElementsAreArray(expected));
  }
}

}  // namespace
}  // namespace sillok
