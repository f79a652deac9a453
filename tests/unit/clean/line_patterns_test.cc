#include "ingest/clean/line_patterns.h"

#include "common/lexicon/lexicon.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/unit/clean/case_rows.h"

namespace sillok::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(LinePatternsTest, NeededWordsAreThoseOfThePattern) {
  EXPECT_THAT(FilteredPattern("(?:저작권|판권).{0,20}금지").NeededWords(),
              UnorderedElementsAre(UnorderedElementsAre("저작권", "판권"), ElementsAre("금지")));
  EXPECT_THAT(FilteredPattern("\\d+/\\d+").NeededWords(), IsEmpty());
  // One of two pairs: no word of either pair is needed, but some word is.
  EXPECT_THAT(FilteredPattern("가나.*다라|마바.*사아").NeededWords(),
              ElementsAre(UnorderedElementsAre("가나", "다라", "마바", "사아")));
}

TEST(LinePatternsTest, TheFirstOfThemThatIsWantedMatches) {
  LinePatterns patterns;
  for (const char* const pattern : {"저작권.*", ".*금지", "\\d+"}) patterns.Add(pattern);
  patterns.Compile();
  EXPECT_EQ(patterns.FirstMatch("저작권 금지"), 0);
  EXPECT_EQ(patterns.FirstMatch("12"), 2);
  EXPECT_EQ(patterns.FirstMatch("저작"), std::nullopt);
}

// Nothing is lost to the words: every row says of every case what it says alone.
TEST(LinePatternsTest, IsWhatTryingEveryRowFinds) {
  const LexiconTable table = FindLexicon("boilerplate_lines");
  LinePatterns patterns;
  std::vector<std::string> rows;
  for (const LexiconRow& row : table.rows()) {
    if (row[0] == "word" || row[0] == "section") continue;
    rows.emplace_back(row[1]);
    patterns.Add(row[1]);
  }
  patterns.Compile();
  for (const auto& line : CaseRows("boilerplate.tsv")) {
    std::string squeezed = line[0];
    std::erase(squeezed, ' ');
    std::optional<size_t> expected;
    for (size_t i = 0; i < rows.size() && !expected.has_value(); ++i) {
      if (RE2::FullMatch(squeezed, rows[i])) expected = i;
    }
    EXPECT_EQ(patterns.FirstMatch(squeezed), expected) << line[0];
  }
}

}  // namespace
}  // namespace sillok::ingest
