#include "ingest/clean/boilerplate.h"

#include "gtest/gtest.h"
#include "tests/unit/clean/case_rows.h"

namespace sillok::ingest {
namespace {

TEST(BoilerplateTest, TellsDressFromSentences) {
  for (const auto& row : CaseRows("boilerplate.tsv")) {
    PageLines lines = {MakeLine(row[0])};
    MarkBoilerplate(lines);
    EXPECT_EQ(lines[0].role != LineRole::kOpen, row[1] == "1") << row[0];
  }
}

TEST(BoilerplateTest, HeadlinesBehindAListHeadingAreListed) {
  PageLines lines = {MakeLine("많이 본 뉴스"), MakeLine("장마 앞두고 배수로 점검"),
                     MakeLine("새 아파트 청약 최고"), MakeLine("시는 다음 달까지 둑을 고치기로 했다."),
                     MakeLine("둑 공사 일정")};
  MarkBoilerplate(lines);
  MarkListed(lines);
  EXPECT_EQ(lines[0].role, LineRole::kListHeading);
  EXPECT_EQ(lines[1].role, LineRole::kListed);
  EXPECT_EQ(lines[2].role, LineRole::kListed);
  EXPECT_EQ(lines[3].role, LineRole::kOpen);
  EXPECT_EQ(lines[4].role, LineRole::kOpen);
}

TEST(BoilerplateTest, TheDaysOfListedHeadlinesDoNotEndTheirList) {
  PageLines lines = {MakeLine("솔내천 둑 고친다"), MakeLine("시는 다음 달까지 둑을 고치기로 했다."),
                     MakeLine("관련 기사"),        MakeLine("장마 앞두고 배수로 점검"),
                     MakeLine("2024.03.18"),       MakeLine("새 아파트 청약 최고"),
                     MakeLine("2024.03.17"),       MakeLine("공사는 40일 동안 이어진다.")};
  lines[0].role = LineRole::kTitle;
  lines[4].role = lines[6].role = LineRole::kTime;
  MarkBoilerplate(lines);
  MarkListed(lines);
  EXPECT_EQ(lines[3].role, LineRole::kListed);
  EXPECT_EQ(lines[5].role, LineRole::kListed);
  EXPECT_EQ(lines[7].role, LineRole::kOpen);
}

TEST(BoilerplateTest, LeadsWithADatelineOfTheirOwnAreListed) {
  PageLines lines = {MakeLine("시는 다음 달까지 둑을 고치기로 했다."),
                     MakeLine("[나루뉴스 베스트 기사]"),
                     MakeLine("새 아파트 청약 최고"),
                     MakeLine("[가람=나루뉴스] 한도윤 기자 = 새 아파트 청약이 18일 끝났다. 2024-03-18 14:02"),
                     MakeLine("장마 앞두고 배수로 점검"),
                     MakeLine("[가람=나루뉴스] 서지안 기자 = 시는 배수로를 점검했다. 2024-03-18 15:02")};
  MarkBoilerplate(lines);
  MarkListedSentences(lines);
  for (size_t i = 2; i < lines.size(); ++i) EXPECT_EQ(lines[i].role, LineRole::kListed) << i;
}

}  // namespace
}  // namespace sillok::ingest
