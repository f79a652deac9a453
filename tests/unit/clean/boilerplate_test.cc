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

}  // namespace
}  // namespace sillok::ingest
