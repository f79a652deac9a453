#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "ingest/parse/parsed_article.h"
#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

ParsedArticle Parsed(CleanArticle clean) {
  static const Parser& parser = *Parser::Open(MecabDictionary()).value().release();
  return parser.Parse(std::move(clean));
}

std::string Described(const ParsedArticle& parsed, const Quotation& quotation) {
  const std::string& text = parsed.sentences[quotation.sentence].text;
  return std::to_string(quotation.sentence) + (quotation.closed ? " " : " unclosed ") +
         std::string(quotation.inner.In(text));
}

std::vector<std::string> Quotations(const std::string& paragraph) {
  CleanArticle clean;
  clean.body = {paragraph};
  const ParsedArticle parsed = Parsed(clean);
  std::vector<std::string> described;
  for (const Quotation& quotation : parsed.quotations) described.push_back(Described(parsed, quotation));
  return described;
}

TEST(ParserTest, KeepsTheOrderOfTheParts) {
  CleanArticle clean;
  clean.title = "새 다리 열렸다";
  clean.subtitles = {"길이 2.5㎞", "통행료는 없다"};
  clean.body = {"다리가 열렸다. 차가 달린다.", "시민은 반겼다."};
  clean.captions = {"9일 열린 다리. 시청 제공"};
  const ParsedArticle parsed = Parsed(clean);
  std::vector<std::string> seen;
  for (const Sentence& sentence : parsed.sentences) {
    seen.push_back(std::to_string(static_cast<int>(sentence.part)) + "/" +
                   std::to_string(sentence.paragraph) + " " + sentence.text);
    EXPECT_FALSE(sentence.morphemes.empty());
  }
  EXPECT_THAT(seen, ::testing::ElementsAre("1/0 새 다리 열렸다", "2/0 길이 2.5㎞", "2/1 통행료는 없다",
                                           "3/0 다리가 열렸다.", "3/0 차가 달린다.", "3/1 시민은 반겼다.",
                                           "4/0 9일 열린 다리.", "4/0 시청 제공"));
  for (const Sentence& sentence : parsed.sentences) {
    if (sentence.part != Part::kBody) continue;
    EXPECT_EQ(sentence.in_paragraph.In(parsed.clean.body[sentence.paragraph]), sentence.text);
  }
}

TEST(ParserTest, QuotationsPointIntoTheirSentence) {
  EXPECT_THAT(Quotations("첫 문장이다. 그는 “가자. 어서 가자.”고 했다. 답은 ‘아니오’였다."),
              ::testing::ElementsAre("1 가자. 어서 가자.", "2 아니오"));
}

TEST(ParserTest, WordsThatALaterParagraphClosesQuoteEverySentence) {
  EXPECT_THAT(Quotations("그가 말했다. “우리는 간다. 끝까지 간다."),
              ::testing::ElementsAre("1 unclosed 우리는 간다.", "2 unclosed 끝까지 간다."));
}

TEST(ParserTest, AForgottenMarkEndsWithItsSentence) {
  EXPECT_THAT(Quotations("그는 \"간다고 했다. 이어 \"온다\"고 했다. 끝이다."),
              ::testing::ElementsAre("0 unclosed 간다고 했다.", "1 온다"));
}

TEST(ParserTest, AnEmptyArticleHasNothing) {
  const ParsedArticle parsed = Parsed({});
  EXPECT_TRUE(parsed.sentences.empty());
  EXPECT_TRUE(parsed.quotations.empty());
}

TEST(ParserTest, ParsersComeAndGo) {
  for (int i = 0; i < 3; ++i) {
    const auto parser = Parser::Open(MecabDictionary());
    ASSERT_TRUE(parser.ok()) << parser.status();
    CleanArticle clean;
    clean.title = "새 다리 열렸다";
    EXPECT_EQ((*parser)->Parse(clean).sentences.size(), 1U);
  }
}

}  // namespace
}  // namespace sillok::ingest
