#include "ingest/parse/sentence_splitter.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/case_table.h"

namespace sillok::ingest {
namespace {

std::string Joined(std::string_view paragraph) {
  std::string joined;
  for (const TextSpan& span : SplitSentences(paragraph, FindQuotations(paragraph))) {
    if (!joined.empty()) joined += " | ";
    joined += span.In(paragraph);
  }
  return joined;
}

TEST(SentenceSplitterTest, SplitsTheTable) {
  ForEachCase("parse/sentences.tsv", [](const LexiconRow& row) { EXPECT_EQ(Joined(row[0]), row[1]); });
}

TEST(SentenceSplitterTest, LosesNothingButSpace) {
  ForEachCase("parse/sentences.tsv", [](const LexiconRow& row) {
    int end = 0;
    for (const TextSpan& span : SplitSentences(row[0], FindQuotations(row[0]))) {
      EXPECT_EQ(row[0].substr(end, span.begin - end).find_first_not_of(' '), std::string_view::npos);
      EXPECT_LT(span.begin, span.end);
      end = span.end;
    }
    EXPECT_EQ(row[0].substr(end).find_first_not_of(' '), std::string_view::npos);
  });
}

TEST(SentenceSplitterTest, AnEmptyParagraphHasNoSentence) {
  EXPECT_TRUE(SplitSentences("", {}).empty());
  EXPECT_TRUE(SplitSentences("   ", {}).empty());
}

}  // namespace
}  // namespace sillok::ingest
