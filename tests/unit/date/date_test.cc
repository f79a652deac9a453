// What the tables cannot say: the time of writing, certainty, alternatives, captions, spans.

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/unit/date/dated.h"

namespace sillok::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

DatedArticle Dated(std::string_view day, std::string_view text, std::string_view source = "json_ld") {
  return Date(ParsedFrom(day, text, source));
}

std::vector<std::string> NoticesOf(const DatedArticle& dated) {
  std::vector<std::string> codes;
  for (const Notice& notice : dated.parsed.clean.notices) codes.push_back(notice.code);
  return codes;
}

CivilInterval Day(int year, int month, int day) { return DayOf(absl::CivilDay(year, month, day)); }

constexpr std::string_view kTour =
    "아무개 대표는 세계 투어 2023에서 여러 나라를 방문 중인데요. | 23년 6월 9일 서울을 방문했습니다. | "
    "작년 6월 협회에 등록했습니다. | 지난 4월 도쿄에 갔습니다.";

TEST(TimeOfWriting, IsTheClaim) {
  const DatedArticle dated = Dated("2024-03-18", "어제 문을 열었다.");
  EXPECT_EQ(dated.written.interval, Day(2024, 3, 18));
  EXPECT_EQ(dated.written.rule, "publish_claim");
  EXPECT_EQ(dated.written.certainty, Certainty::kMedium);
  EXPECT_THAT(NoticesOf(dated), IsEmpty());
}

TEST(TimeOfWriting, IsTheTextWhereItContradictsTheClaim) {
  const DatedArticle dated = Dated("2024-12-22", kTour);
  EXPECT_EQ(dated.written.interval, MonthOf(2023, 6));
  EXPECT_EQ(dated.written.certainty, Certainty::kLow);
  EXPECT_THAT(NoticesOf(dated), ElementsAre("publish_date_contradicted"));
  EXPECT_EQ(Describe(dated),
            "23년 6월 9일 → 2023-06-09 day year_month_day ; 작년 6월 → 2022-06 month year_month ; "
            "지난 4월 → 2023-04 month last_month");
}

TEST(TimeOfWriting, TrustsAHintOverTheText) {
  const DatedArticle dated = Dated("2024-12-22", kTour, "hint");
  EXPECT_EQ(dated.written.interval, Day(2024, 12, 22));
  EXPECT_EQ(dated.written.certainty, Certainty::kHigh);
  EXPECT_THAT(NoticesOf(dated), IsEmpty());
}

TEST(TimeOfWriting, KeepsTheClaimOfALookBack) {
  // A past year in a name is no contradiction unless something in it goes on.
  EXPECT_EQ(
      Dated("2024-12-22", "전시회 2023에서 상을 받았다. | 23년 6월 9일 서울을 방문했다.").written.interval,
      Day(2024, 12, 22));
  // Nor is what goes on now beside what happened then.
  EXPECT_EQ(Dated("2024-12-22", "2023년 6월 9일 문을 열었다. | 대표는 유럽을 방문 중이다.").written.interval,
            Day(2024, 12, 22));
}

TEST(TimeOfWriting, LiesAfterWhatHasHappened) {
  const DatedArticle dated = Dated("2023-01-05", "2024년 3월 18일 행사가 열렸다.");
  EXPECT_EQ(dated.written.interval, MonthOf(2024, 3));
  EXPECT_THAT(NoticesOf(dated), ElementsAre("publish_date_contradicted"));
}

TEST(TimeOfWriting, LiesBeforeWhatIsPlanned) {
  const DatedArticle dated =
      Dated("2024-12-22", "2023년 6월 9일 설명회를 열었다. | 2023년 6월 28일 개막식을 열 예정이다.");
  EXPECT_EQ(dated.written.interval, MonthOf(2023, 6));
  EXPECT_THAT(NoticesOf(dated), ElementsAre("publish_date_contradicted"));
  // A plan that was given up says nothing.
  EXPECT_EQ(Dated("2024-12-22", "2023년 6월 9일 설명회를 열었다. | 2023년 6월 28일 열 예정이었다.")
                .written.interval,
            Day(2024, 12, 22));
}

TEST(TimeOfWriting, IsUnresolvedWithoutAClaim) {
  const DatedArticle dated = Dated("-", "10일 기자회견을 열었다. | 오는 12일 설명회를 연다.");
  EXPECT_FALSE(dated.written.interval.has_value());
  EXPECT_EQ(dated.written.pattern, "XXXX-XX-10");
  EXPECT_EQ(dated.written.certainty, Certainty::kUnknown);
  EXPECT_THAT(NoticesOf(dated), ElementsAre("publish_date_missing"));
}

TEST(TimeOfWriting, IsAtBestTheUpdateWhenNothingElseIsClaimed) {
  ParsedArticle article = ParsedFrom("-", "어제 문을 열었다.");
  article.clean.updated = TimeClaim{absl::CivilDay(2024, 3, 18), std::nullopt, "visible_text", true};
  const DatedArticle dated = Date(std::move(article));
  EXPECT_EQ(dated.written.interval, Day(2024, 3, 18));
  EXPECT_EQ(dated.written.certainty, Certainty::kLow);
}

TEST(Certainty, OfACountFromWhatWasSpokenOfNeedsNoTimeOfWriting) {
  const DatedArticle half = Dated("-", "2019년 상반기 수출은 전년 동기보다 늘었다.");
  ASSERT_EQ(half.dates.size(), 2);
  EXPECT_EQ(half.dates[1].value.interval, HalfOf(2018, 1));
  EXPECT_EQ(half.dates[1].value.certainty, Certainty::kMedium);
  const DatedArticle month = Dated("-", "2019년 3월 수출은 전년 동월보다 늘었다.");
  ASSERT_EQ(month.dates.size(), 2);
  EXPECT_EQ(month.dates[1].value.interval, MonthOf(2018, 3));
  EXPECT_EQ(month.dates[1].value.certainty, Certainty::kMedium);
  EXPECT_EQ(month.dates[1].value.anchor, MonthOf(2019, 3));
}

TEST(Certainty, FollowsWhatTheTextStates) {
  EXPECT_EQ(Dated("2024-03-18", "2024년 2월 1일 만났다.").dates[0].value.certainty, Certainty::kHigh);
  EXPECT_EQ(Dated("2024-03-18", "9일 만났다.").dates[0].value.certainty, Certainty::kMedium);
  EXPECT_EQ(Dated("2024-03-18", "어제 만났다.", "hint").dates[0].value.certainty, Certainty::kHigh);
  EXPECT_EQ(Dated("2024-03-18", "10여 년 전 만났다.").dates[0].value.certainty, Certainty::kLow);
  EXPECT_EQ(Dated("2024-03-18", "그는 3시간 전 만났다.", "hint").dates[0].value.certainty, Certainty::kLow);
  EXPECT_EQ(Dated("-", "어제 만났다.").dates[0].value.certainty, Certainty::kUnknown);
  EXPECT_THAT(Dated("-", "그는 3시간 전 만났다.").dates, IsEmpty());
}

TEST(Anchor, IsWhatTheDateWasCountedFrom) {
  EXPECT_EQ(Dated("2024-03-18", "지난 2월 27일 만났다.").dates[0].value.anchor, Day(2024, 3, 18));
  EXPECT_FALSE(Dated("2024-03-18", "2024년 2월 1일 만났다.").dates[0].value.anchor.has_value());
  EXPECT_EQ(Dated("2024-03-18", "2019년 회사를 세웠다. | 이듬해 상장했다.").dates[1].value.anchor,
            YearOf(2019));
  EXPECT_EQ(Dated("2024-03-18", "“내일 만난다”라고 5일 말했다.").dates[0].value.anchor, Day(2024, 3, 5));
}

TEST(Alternatives, AreTheOtherReadings) {
  EXPECT_THAT(Dated("2024-03-18", "9일 만났다.").dates[0].value.alternatives, ElementsAre(Day(2024, 4, 9)));
  EXPECT_THAT(Dated("2024-03-18", "9일 만날 예정이다.").dates[0].value.alternatives,
              ElementsAre(Day(2024, 3, 9)));
  EXPECT_THAT(Dated("2024-03-18", "1년 전 만났다.").dates[0].value.alternatives,
              ElementsAre(MonthOf(2023, 3), Day(2023, 3, 18)));
  EXPECT_THAT(Dated("2024-03-18", "지난 3월 만났다.").dates[0].value.alternatives,
              ElementsAre(MonthOf(2024, 3)));
  EXPECT_THAT(Dated("2024-03-18", "18일 만났다.").dates[0].value.alternatives, IsEmpty());
}

TEST(RunningText, IsNotMovedByCaptionsOrTitles) {
  ParsedArticle article = ParsedFrom("2025-02-03", "4일 워크숍을 연다.");
  AddSentence(article, Part::kCaption, "2023년 11월 16일 한 행사에 참석한 대표.");
  AddSentence(article, Part::kBody, "이날 회장도 만날 예정이다.");
  const DatedArticle dated = Date(std::move(article));
  ASSERT_EQ(dated.dates.size(), 3U);
  EXPECT_EQ(dated.dates[1].value.interval, Day(2023, 11, 16));
  EXPECT_EQ(dated.dates[2].value.interval, Day(2025, 2, 4));
}

TEST(RunningText, ReturnsToTheReportInANewParagraph) {
  ParsedArticle article =
      ParsedFrom("2024-03-18",
                 "18일 회견을 열었다. | 공장은 2019년 5월 3일 문을 열었다. | 이날 직원도 뽑았다. | "
                 "이날 회견에는 백 명이 왔다. | 오는 25일 총회를 연다. | 전날 대표가 물러났다.");
  for (size_t i = 0; i < article.sentences.size(); ++i) {
    article.sentences[i].paragraph = i < 1 ? 0 : i < 3 ? 1 : i < 5 ? 2 : 3;
  }
  std::vector<std::optional<CivilInterval>> days;
  for (const DateMention& date : Date(std::move(article)).dates) days.push_back(date.value.interval);
  EXPECT_THAT(days, ElementsAre(Day(2024, 3, 18), Day(2019, 5, 3), Day(2019, 5, 3), Day(2024, 3, 18),
                                Day(2024, 3, 25), Day(2024, 3, 17)));
}

TEST(Spans, AreInOrderAndDoNotOverlap) {
  const DatedArticle dated = Dated(
      "2024-03-18",
      "“내일 만나고 모레 헤어진다”라고 17일 말한 뒤 지난해 1월 이야기를 “작년 3월 5일 끝났다”며 꺼냈다.");
  ASSERT_EQ(dated.dates.size(), 5U);
  for (size_t i = 1; i < dated.dates.size(); ++i) {
    EXPECT_LE(dated.dates[i - 1].span.end, dated.dates[i].span.begin);
  }
}

TEST(Date, SurvivesOddText) {
  for (const std::string_view text :
       {"\xED\x95", "9999년 12월 31일의 다음 날", "3000년 전", "9999년 12월 31일부터 1월 1일까지", "'",
        "(월)", "12월 32일", "0월 0일", "1년 뒤 | 9999일 전", "2024. 13. 40."}) {
    const DatedArticle dated = Dated("2024-03-18", text);
    for (const DateMention& date : dated.dates) {
      if (!date.value.interval) continue;
      EXPECT_LE(date.value.interval->first, date.value.interval->last) << text;
    }
  }
  EXPECT_TRUE(Dated("9999-12-31", "내일 만난다.").dates.size() == 1);
  EXPECT_TRUE(Date(ParsedArticle()).dates.empty());
}

}  // namespace
}  // namespace sillok::ingest
