#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "ingest/extract/clause.h"
#include "ingest/extract/event_summary.h"
#include "ingest/extract/events.h"
#include "ingest/extract/number.h"
#include "ingest/extract/quantities.h"
#include "ingest/extract/quotes.h"
#include "ingest/extract/report_day.h"
#include "ingest/extract/verb_form.h"
#include "tests/support/case_table.h"
#include "tests/unit/extract/marked_article.h"

namespace sillok::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

std::string NameOf(const NamedArticle& named, int referent) {
  return referent < 0 ? "-" : named.referents[referent].canonical;
}

std::string_view Words(const NamedArticle& named, const Place& at) {
  return at.span.In(named.dated.parsed.sentences[at.sentence].text);
}

std::string DateOf(const DateValue& value) { return value.interval ? FormatInterval(*value.interval) : "?"; }

std::vector<QuoteMention> QuotesOf(const NamedArticle& named) {
  const ArticleClauses clauses = FindClauses(named);
  return FindQuotes(named, clauses, ReportDays(named, clauses));
}

std::vector<QuantityMention> QuantitiesOf(const NamedArticle& named) {
  const ArticleClauses clauses = FindClauses(named);
  return FindQuantities(named, clauses, ReportDays(named, clauses));
}

std::vector<EventMention> EventsOf(const NamedArticle& named) {
  const ArticleClauses clauses = FindClauses(named);
  const ReportDays days(named, clauses);
  return FindEvents(named, clauses, days, FindQuotes(named, clauses, days));
}

// "김나래 말하다 <새 지사를>"; indirect with a '~' before.
std::string ShowQuotes(const NamedArticle& named) {
  std::vector<std::string> shown;
  for (const QuoteMention& quote : QuotesOf(named)) {
    const std::string speaker = quote.speaker >= 0 ? NameOf(named, quote.speaker)
                                                   : (quote.speaker_text.empty() ? "-" : quote.speaker_text);
    shown.push_back(absl::StrCat(quote.direct ? "" : "~", speaker, " ", quote.verb.empty() ? "-" : quote.verb,
                                 " <", std::string(Words(named, quote.at)), ">"));
  }
  return absl::StrJoin(shown, " ; ");
}

// A name, or words in marks where they say more than the measure.
std::string SubjectOf(const NamedArticle& named, const QuantityMention& quantity) {
  if (quantity.subject >= 0) return NameOf(named, quantity.subject);
  const bool more = !quantity.subject_text.empty() &&
                    (quantity.measure.empty() || !quantity.subject_text.starts_with(quantity.measure));
  return more ? absl::StrCat("‘", quantity.subject_text, "’") : "-";
}

// "누리사 직원 400 명 2023-06".
std::string ShowQuantities(const NamedArticle& named) {
  std::vector<std::string> shown;
  for (const QuantityMention& quantity : QuantitiesOf(named)) {
    const std::string most = quantity.value_max ? absl::StrCat("~", *quantity.value_max) : "";
    shown.push_back(absl::StrCat(
        SubjectOf(named, quantity), " ", quantity.measure.empty() ? "-" : quantity.measure, " ",
        quantity.value, most, quantity.approximate ? "± " : " ", quantity.unit, " ", DateOf(quantity.as_of)));
  }
  return absl::StrJoin(shown, " ; ");
}

char StatusLetter(EventStatus status) {
  switch (status) {
    case EventStatus::kReported:
      return 'R';
    case EventStatus::kPlanned:
      return 'P';
    case EventStatus::kDenied:
      return 'D';
    default:
      return 'C';
  }
}

// "2024-05-09 R 찾다 {김나래, 누리사}", participants by name.
std::string ShowEvents(const NamedArticle& named) {
  std::vector<std::string> shown;
  for (const EventMention& event : EventsOf(named)) {
    std::vector<std::string> names;
    for (const Participant& one : event.participants) names.push_back(NameOf(named, one.referent));
    std::sort(names.begin(), names.end());
    shown.push_back(absl::StrCat(DateOf(event.date), " ", std::string(1, StatusLetter(event.status)), " ",
                                 event.predicate, " {", absl::StrJoin(names, ", "), "}",
                                 event.place.empty() ? "" : " @" + event.place));
  }
  return absl::StrJoin(shown, " ; ");
}

void CheckTable(const std::string& file, std::string (*show)(const NamedArticle&)) {
  ForEachCase(file, [show](const LexiconRow& row) { EXPECT_EQ(show(ReadMarkedArticle(row[0])), row[1]); });
}

TEST(FactsTest, QuotesTable) { CheckTable("extract/quotes.tsv", ShowQuotes); }
TEST(FactsTest, QuantitiesTable) { CheckTable("extract/quantities.tsv", ShowQuantities); }
TEST(FactsTest, EventsTable) { CheckTable("extract/events.tsv", ShowEvents); }

TEST(QuotesTest, SpanIsTheWordsInsideTheMarks) {
  const NamedArticle named = ReadMarkedArticle("[p0:김나래] 대표는 “먼저 [o1:누리사]로 간다”고 말했다.");
  const std::vector<QuoteMention> quotes = QuotesOf(named);
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(Words(named, quotes[0].at), "먼저 누리사로 간다");
  EXPECT_THAT(quotes[0].about, ElementsAre(1));
  EXPECT_EQ(quotes[0].speaker_text, "김나래 대표");
}

TEST(QuotesTest, DateIsTheDayOfSaying) {
  const NamedArticle named = ReadMarkedArticle(
      "[p0:김나래] 대표는 [d2024-05-09:9일] 기자들에게 “[d2024-05-12:12일]에 연다”고 말했다. 그는 “곧 "
      "만나자”고 했다.");
  const std::vector<QuoteMention> quotes = QuotesOf(named);
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(DateOf(quotes[0].date), "2024-05-09");
  EXPECT_EQ(quotes[0].date_text, "9일");
  EXPECT_EQ(quotes[0].addressee, "기자들");
  EXPECT_EQ(DateOf(quotes[1].date), "2024-05-09");
  EXPECT_EQ(quotes[1].date_text, "") << "carried from the sentence before";
  EXPECT_LT(quotes[1].date.certainty, quotes[0].date.certainty);
}

TEST(QuantitiesTest, ThisTimeIsTheMonthOfWritingAtLowCertainty) {
  const NamedArticle named = ReadMarkedArticle("이번에 세어 보니 [o0:누리사] 직원은 70명이었다.");
  const std::vector<QuantityMention> quantities = QuantitiesOf(named);
  ASSERT_EQ(quantities.size(), 1u);
  EXPECT_EQ(DateOf(quantities[0].as_of), "2024-05");
  EXPECT_EQ(quantities[0].as_of.certainty, Certainty::kLow);
  EXPECT_EQ(quantities[0].as_of_text, "이번에");
}

TEST(EventsTest, SummaryReadsAlone) {
  const NamedArticle named = ReadMarkedArticle(
      "[p0:이든]은 [d2024-05-09:9일] [l1:서울]에 왔다. 이어 [p2:김나래] 대표와 만났고 [o3:누리사]를 방문해 "
      "회의를 했다.");
  std::vector<std::string> summaries;
  for (const EventMention& event : EventsOf(named)) summaries.push_back(event.summary);
  EXPECT_THAT(summaries, ElementsAre("이든은 9일 서울에 왔다", "이든은 김나래 대표와 만났다",
                                     "이든은 누리사를 방문했다", "이든은 회의를 했다"));
}

TEST(EventsTest, SummaryOfAClauseThatNeedsAnotherReadsAlone) {
  const NamedArticle named = ReadMarkedArticle(
      "[o0:누리사]는 [d2024-05-09:9일] [o1:가람사]를 협상자로 정해 통보했다. [o0:누리사]는 [d2024-05:이달 "
      "초] 인사를 낼 "
      "계획이었으나 [d2024-05-09:9일] 미뤘다. 이번 수사는 [o2:금감원]이 [d2024-05-09:9일] [p3:이든]을 "
      "고발하면서 시작됐다. [o0:누리사]와 [o1:가람사]는 손잡았다. 양측은 [d2024-05-12:12일] 다시 만난다. "
      "[d2024-06-01:6월 1일] 개막하는 특별전 ‘산, 서다’가 열린다.");
  std::vector<std::string> summaries;
  for (const EventMention& event : EventsOf(named)) summaries.push_back(event.summary);
  EXPECT_THAT(summaries,
              IsSupersetOf({"누리사는 9일 가람사를 협상자로 정해 통보했다",
                            "누리사는 이달 초 인사를 낼 계획이었다", "금감원이 9일 이든을 고발했다",
                            "누리사·가람사는 12일 다시 만난다", "6월 1일 개막하는 특별전 ‘산, 서다’"}));
}

TEST(EventsTest, WhoActsTogetherHasOneRole) {
  for (const std::string article : {"[o0:누리사]와 [o1:가람사]는 [d2024-05-09:9일] 협약을 맺었다.",
                                    "[o0:누리사]·[o1:가람사]는 [d2024-05-09:9일] 협약을 맺었다.",
                                    "[o0:누리사], [o1:가람사]는 [d2024-05-09:9일] 협약을 맺었다."}) {
    const std::vector<EventMention> events = EventsOf(ReadMarkedArticle(article));
    ASSERT_EQ(events.size(), 1U) << article;
    for (const Participant& one : events[0].participants) EXPECT_EQ(one.role, Role::kAgent) << article;
  }
}

TEST(EventsTest, CaptionThatRepeatsTheBodyIsDropped) {
  const NamedArticle named = ReadMarkedArticle(
      "[p0:이든]이 [d2024-05-09:9일] [o1:누리사]를 방문했다. // C:[p0:이든]이 [d2024-05-09:9일] "
      "[o1:누리사]를 방문하고 있다.");
  EXPECT_EQ(ShowEvents(named), "2024-05-09 R 방문하다 {누리사, 이든}");
}

TEST(EventsTest, PredicatesOfASentenceAreNumbered) {
  const NamedArticle named =
      ReadMarkedArticle("[p0:이든]은 [d2024-05-09:9일] 서울에서 열린 행사에 참석했고 [p1:김나래]를 만났다.");
  const std::vector<EventMention> events = EventsOf(named);
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(events[0].predicate_ordinal, 0) << "열린 is the first";
  EXPECT_EQ(events[1].predicate_ordinal, 1);
  EXPECT_EQ(events[2].predicate_ordinal, 2);
}

TEST(EventsTest, FurtherEventsOfAPredicateAreNumberedAfterAllPredicates) {
  const NamedArticle named =
      ReadMarkedArticle("[p0:이든]은 [d2024-05-07:7일]과 [d2024-05-09:9일] 서울을 찾아 회의를 열었다.");
  const std::vector<EventMention> events = EventsOf(named);
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(events[0].predicate_ordinal, 0);
  EXPECT_EQ(events[1].predicate_ordinal, 1);
  EXPECT_EQ(events[2].predicate_ordinal, 2) << "the 9th";
  EXPECT_EQ(DateOf(events[2].date), "2024-05-09");
}

TEST(EventsTest, EveryDayOfAListIsNumberedByItself) {
  const NamedArticle named = ReadMarkedArticle(
      "[p0:이든]은 [d2024-05-05:5일]과 [d2024-05-07:7일], [d2024-05-09:9일] 회의를 열었다.");
  const std::vector<EventMention> events = EventsOf(named);
  ASSERT_EQ(events.size(), 3u);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(events[i].predicate_ordinal, i);
}

TEST(EventsTest, SummaryOfAModifierReadsAlone) {
  const NamedArticle named = ReadMarkedArticle(
      "[d2017:2017년] 퇴직한 [p0:이든]은 산에 오른다. [d2024-05-12:12일] 강릉에서 열릴 대회에는 천 명이 "
      "나온다. "
      "[d2024-01:올해 1월] [o1:미국]이 원조를 동결한 여파가 크다. 장지는 선영, 발인은 [d2024-05-13:13일] "
      "오전 "
      "7시, 빈소는 가람병원이다.");
  std::vector<std::string> summaries;
  for (const EventMention& event : EventsOf(named)) summaries.push_back(event.summary);
  EXPECT_THAT(summaries, IsSupersetOf({"이든은 2017년 퇴직했다", "대회는 12일 강릉에서 열린다",
                                       "올해 1월 미국이 원조를 동결했다", "발인은 13일 오전 7시이다"}));
}

TEST(EventsTest, WhatIsAskedForDidNotHappen) {
  for (const std::string ending : {"열자", "여세요", "열었을까요", "열어 달라"}) {
    EXPECT_EQ(ShowEvents(ReadMarkedArticle("“[d2024-05-09:9일] 회의를 " + ending + "”고 했다.")), "")
        << ending;
  }
}

TEST(EventSummaryTest, TopicParticleFollowsTheLastSound) {
  EXPECT_EQ(WithTopicParticle("올트먼"), "올트먼은");
  EXPECT_EQ(WithTopicParticle("카카오"), "카카오는");
  EXPECT_EQ(WithTopicParticle("오픈AI"), "오픈AI는");
  EXPECT_EQ(WithTopicParticle("LH"), "LH는");
  EXPECT_EQ(WithTopicParticle("KTL"), "KTL은");
}

TEST(EventSummaryTest, PastForms) {
  for (const auto& [lemma, past] : std::vector<std::pair<std::string, std::string>>{{"만나다", "만났다"},
                                                                                    {"열다", "열었다"},
                                                                                    {"찾다", "찾았다"},
                                                                                    {"올리다", "올렸다"},
                                                                                    {"체결하다", "체결했다"},
                                                                                    {"공개되다", "공개됐다"},
                                                                                    {"보다", "봤다"},
                                                                                    {"배우다", "배웠다"},
                                                                                    {"오르다", "올랐다"},
                                                                                    {"치르다", "치렀다"},
                                                                                    {"이르다", "이르렀다"},
                                                                                    {"모으다", "모았다"},
                                                                                    {"쓰다", "썼다"},
                                                                                    {"돕다", "도왔다"},
                                                                                    {"가깝다", "가까웠다"},
                                                                                    {"깨닫다", "깨달았다"},
                                                                                    {"짓다", "지었다"},
                                                                                    {"묻다", "묻다"}}) {
    EXPECT_EQ(PastForm(lemma), past);
  }
}

TEST(EventSummaryTest, PresentForms) {
  for (const auto& [lemma, present] :
       std::vector<std::pair<std::string, std::string>>{{"열리다", "열린다"},
                                                        {"맺다", "맺는다"},
                                                        {"열다", "연다"},
                                                        {"참석하다", "참석한다"},
                                                        {"있다", "있다"}}) {
    EXPECT_EQ(PresentForm(lemma), present);
  }
}

// Hostile sentences cost time in their length: eight times the words, at most some twenty times the time.
TEST(FactsTest, TimeIsLinearInTheSentence) {
  for (const std::string piece :
       {"[p0:이든]은 [d2024-05-09:9일] “직원 3명이 온다”며 [o1:누리사]와 “또 보자”고 했고 ‘하늘’을 열어 2명 ",
        "직원 2명 [d2024-05-09:9일] 열린 [o1:누리사] 행사 [p0:이든] 발인은 [d2024-05-09:9일], "
        "“[p0:이든]”은 "}) {
    const auto seconds = [&](int pieces) {
      std::string marked;
      for (int i = 0; i < pieces; ++i) marked += piece;
      const NamedArticle named = ReadMarkedArticle(marked + "했다.");
      const std::clock_t begin = std::clock();  // of this process: others may be busy
      const ArticleClauses clauses = FindClauses(named);
      const ReportDays days(named, clauses);
      const std::vector<QuoteMention> quotes = FindQuotes(named, clauses, days);
      EXPECT_FALSE(FindQuantities(named, clauses, days).empty());
      EXPECT_FALSE(FindEvents(named, clauses, days, quotes).empty());
      return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    constexpr int kPieces = 500;
    const double small = std::min(seconds(kPieces), seconds(kPieces));
    EXPECT_LT(seconds(8 * kPieces), 25 * small + 0.1) << piece;
  }
}

}  // namespace
}  // namespace sillok::ingest
