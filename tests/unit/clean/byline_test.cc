#include "ingest/clean/byline.h"

#include "gtest/gtest.h"
#include "ingest/clean/dateline.h"
#include "ingest/clean/other_bylines.h"
#include "tests/unit/clean/case_rows.h"

namespace sillok::ingest {
namespace {

std::string Show(const std::vector<Reporter>& reporters) {
  std::string text;
  for (const Reporter& reporter : reporters) {
    if (!text.empty()) text += ",";
    text += reporter.name;
    if (!reporter.email.empty()) text += " <" + reporter.email + ">";
  }
  return text;
}

TEST(BylineTest, ReadsWhoSigns) {
  for (const auto& row : CaseRows("bylines.tsv")) {
    const std::optional<Byline> byline = ReadByline(row[0]);
    const std::string shown = byline.has_value() ? Show(byline->reporters) : "-";
    EXPECT_EQ(shown, row[1]) << row[0];
  }
}

TEST(BylineTest, TakesDatelinesOff) {
  for (const auto& row : CaseRows("datelines.tsv")) {
    const Dateline dateline = ReadDateline(row[0]);
    EXPECT_EQ(row[0].substr(dateline.length), row[1]);
    EXPECT_EQ(Show(dateline.byline.reporters), row[2]) << row[0];
  }
}

TEST(BylineTest, AnOutletOfADatelineHasNoSpaceAroundIt) {
  EXPECT_EQ(ReadDateline("(서울=누리통신 ) 문태오 기자 = 시는 둑을 고친다.").byline.outlet, "누리통신");
}

TEST(BylineTest, TakesASignatureOffTheLastSentence) {
  const std::string paragraph = "시는 둑을 고친다고 밝혔다. 한도윤 기자 doyun@hangang.example";
  const Signature signature = ReadSignature(paragraph);
  EXPECT_EQ(paragraph.substr(0, signature.begin), "시는 둑을 고친다고 밝혔다.");
  EXPECT_EQ(Show(signature.byline.reporters), "한도윤 <doyun@hangang.example>");
}

TEST(BylineTest, LeavesAParagraphThatSpeaksOfAReporterWhole) {
  const std::string paragraph = "시는 둑을 고친다고 밝혔다. 이 자리에는 한도윤 기자도 있었다.";
  EXPECT_EQ(ReadSignature(paragraph).begin, paragraph.size());
}

TEST(BylineTest, KnowsTheOutletOfAnAddress) {
  const std::optional<Byline> byline = ReadByline("한도윤 기자 doyun@donga.com");
  ASSERT_TRUE(byline.has_value());
  EXPECT_EQ(byline->outlet, "동아일보");
}

TEST(BylineTest, NamesWithoutATitleAreTakenWhereSomebodySigns) {
  EXPECT_EQ(Show(ReadBareNames("라희원", false)->reporters), "라희원");
  EXPECT_EQ(Show(ReadBareNames("한도윤 가람일보 6면", false).value_or(Byline()).reporters), "");
  EXPECT_EQ(Show(ReadBareNames("한도윤 서울신문 6면", false)->reporters), "한도윤");
  EXPECT_EQ(Show(ReadBareNames("조회 12,077 한도윤", true)->reporters), "한도윤");
  EXPECT_FALSE(ReadBareNames("마지막 연탄 배달 (3)", false).has_value());
  EXPECT_FALSE(ReadBareNames("고용", false).has_value());
  EXPECT_EQ(Show(ReadContributor("한도윤 가람대 교수·도시계획")->reporters), "한도윤");
  EXPECT_FALSE(ReadContributor("가람대 교수 모임").has_value());
  EXPECT_FALSE(ReadContributor("한도윤 가람시장 후보").has_value());
}

}  // namespace
}  // namespace sillok::ingest
