#include "ingest/parse/quotation.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/case_table.h"

namespace sillok::ingest {
namespace {

std::string Described(std::string_view paragraph) {
  std::string described;
  for (const QuotedStretch& stretch : FindQuotations(paragraph)) {
    if (!described.empty()) described += " | ";
    if (!stretch.closed) described += "unclosed ";
    described += std::to_string(stretch.depth) + (stretch.doubled ? " double " : " single ");
    described += stretch.inner.In(paragraph);
  }
  return described.empty() ? "-" : described;
}

std::string Repeated(std::string_view unit, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += unit;
  return text;
}

TEST(QuotationTest, PairsTheTable) {
  ForEachCase("parse/quotations.tsv", [](const LexiconRow& row) { EXPECT_EQ(Described(row[0]), row[1]); });
}

TEST(QuotationTest, OuterHoldsTheMarksAndInnerDoesNot) {
  const std::string text = "그는 “가자”고 했다";
  const std::vector<QuotedStretch> found = FindQuotations(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].outer.In(text), "“가자”");
  EXPECT_EQ(found[0].inner.In(text), "가자");
}

TEST(QuotationTest, HostileMarksEnd) {
  constexpr int kMany = 100000;
  EXPECT_EQ(FindQuotations(Repeated(" “가", kMany)).size(), static_cast<size_t>(kMany));
  EXPECT_TRUE(FindQuotations(Repeated("가”", kMany)).empty());
  EXPECT_EQ(FindQuotations(Repeated("「", kMany) + Repeated("」", kMany)).size(), static_cast<size_t>(kMany));
  EXPECT_FALSE(FindQuotations(Repeated(" \"' ", kMany)).empty());
}

}  // namespace
}  // namespace sillok::ingest
