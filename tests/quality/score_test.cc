// That the scoring itself sees what is right, what is missing and what is invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/quality/gold_dates.h"
#include "tests/quality/score_page.h"

namespace sillok {
namespace {

using ::testing::HasSubstr;

constexpr char kGold[] = R"({
  "file": "one.txt", "title": "해든시, 다리를 열다", "published": "2024-03-18", "published_inferred": "2024-03",
  "byline": ["김도윤", "한서진"],
  "people": [{"name": "오세린", "aliases": ["오 시장"]}, {"name": "마틴 렌츠", "aliases": ["렌츠"]}],
  "organizations": ["해든시청"], "places": ["물안동"],
  "events": [
    {"date": "2024-03-14", "participants": ["오세린"], "evidence": "14일 다리를 열었다"},
    {"date": null, "date_inferred": "2024-05", "participants": [], "evidence": "다음 달에는", "planned": true}],
  "quotes": [{"speaker": "오세린", "starts_with": "모두의 다"}],
  "quantities": [{"subject": "해든시청", "measure": "직원", "value": 40, "unit": "명", "as_of": "2024-03", "raw": "40명"}],
  "boilerplate_examples": ["구독하기"], "body_must_contain": ["14일 다리를"]
})";

// An article that agrees with all of it.
class ScoreTest : public ::testing::Test {
 protected:
  ScoreTest() : gold_(*ParseGold(kGold)) {
    article_.set_title("해든시, 다리를  열다");
    article_.set_publish_date("2024-03-18");
    SetDays("2024-03-02", "2024-03-03", *article_.mutable_written());
    article_.add_byline()->set_name("김도윤");
    article_.add_byline()->set_name("한서진");
    article_.add_body("오세린 시장은 14일 다리를 열었다. 다음 달에는 또 연다.");
    Mention("p1", v1::ENTITY_TYPE_PERSON, "오세린", "오 시장");
    Mention("p2", v1::ENTITY_TYPE_PERSON, "마틴 렌츠", "렌츠");
    Mention("o1", v1::ENTITY_TYPE_ORGANIZATION, "해든시청", "시청");
    Mention("l1", v1::ENTITY_TYPE_PLACE, "물안동", "물안동");
    v1::Event& opened = Event("오세린 시장은 14일 다리를 열었다.");
    SetDays("2024-03-14", "2024-03-14", *opened.mutable_date());
    opened.add_participants()->set_entity("p1");
    Event("다음 달에는 또 연다.").set_status(v1::EVENT_STATUS_PLANNED);
    v1::Quote& quote = *article_.add_quotes();
    quote.set_text("모두의 다리다");
    quote.set_direct(true);
    quote.mutable_speaker()->set_entity("p1");
    v1::Quantity& staff = *article_.add_quantities();
    staff.set_value(40);
    staff.set_unit("명");
    staff.set_subject("o1");
    SetDays("2024-03-01", "2024-03-31", *staff.mutable_as_of());
  }

  static void SetDays(const std::string& first, const std::string& last, v1::DateSpan& span) {
    span.set_first_day(first);
    span.set_last_day(last);
  }

  void Mention(const std::string& referent, v1::EntityType type, const std::string& canonical,
               const std::string& form) {
    for (const std::string& text : {canonical, form}) {
      v1::Mention& mention = *article_.add_mentions();
      mention.set_referent(referent);
      mention.set_type(type);
      mention.set_canonical(canonical);
      mention.set_text(text);
    }
  }

  v1::Event& Event(const std::string& sentence) {
    v1::Event& event = *article_.add_events();
    event.add_evidence()->set_text(sentence);
    return event;
  }

  [[nodiscard]] Scores Scored(bool hinted = false) const {
    Scores scores;
    ScorePage(gold_, article_, {.hinted = hinted}, scores);
    return scores;
  }

  // Every measure but this one is perfect, and this one has so many marks.
  void ExpectOnly(const std::string& measure, int right, int missed, int invented) {
    const Scores scores = Scored();
    for (const std::string& each : scores.measures()) {
      const Score score = scores.Of(each);
      if (each == measure) {
        EXPECT_EQ(score.right, right) << each;
        EXPECT_EQ(score.missed, missed) << each;
        EXPECT_EQ(score.invented, invented) << each;
      } else {
        EXPECT_EQ(score.missed + score.invented, 0) << each;
      }
    }
  }

  GoldPage gold_;
  v1::Article article_;
};

TEST_F(ScoreTest, EverythingIsAskedForAndRight) {
  const Scores scores = Scored();
  EXPECT_EQ(scores.faults().size(), 0U);
  EXPECT_EQ(scores.measures().size(), 17U);
  for (const std::string& measure : scores.measures()) EXPECT_GT(scores.Of(measure).right, 0) << measure;
  EXPECT_EQ(scores.Of("people").precision(), 1.0);
  EXPECT_EQ(scores.Of("places").precision(), std::nullopt);
}

TEST_F(ScoreTest, AnEmptyArticleMissesAllButWhatMustBeAbsent) {
  article_.Clear();
  const Scores scores = Scored();
  for (const std::string& measure : scores.measures()) {
    EXPECT_EQ(scores.Of(measure).right, measure == "boilerplate gone" ? 1 : 0) << measure;
  }
}

TEST_F(ScoreTest, AMissingReporterAndAnotherOne) {
  article_.mutable_byline(1)->set_name("윤가람");
  ExpectOnly("byline", 1, 1, 1);
  EXPECT_EQ(Scored().Of("byline").precision(), 0.5);
  EXPECT_EQ(Scored().Of("byline").recall(), 0.5);
}

TEST_F(ScoreTest, OnePersonAsTwoIsAMiss) {
  Mention("p3", v1::ENTITY_TYPE_PERSON, "오 시장", "오 시장");
  ExpectOnly("people", 1, 1, 0);
}

TEST_F(ScoreTest, WhatCallsSomebodyAPersonIsNoPartOfAWithheldName) {
  gold_.people->push_back({.name = "유모씨", .forms = {"유모씨"}});
  Mention("p3", v1::ENTITY_TYPE_PERSON, "유모", "유모");
  ExpectOnly("people", 3, 0, 0);
}

TEST_F(ScoreTest, AnUnknownPersonIsAnInvention) {
  Mention("p3", v1::ENTITY_TYPE_PERSON, "이번", "이번");
  ExpectOnly("people", 2, 0, 1);
  EXPECT_EQ(Scored().faults().front().what, "이번");
}

TEST_F(ScoreTest, AnOrganizationIsNoPlace) {
  for (v1::Mention& mention : *article_.mutable_mentions()) {
    if (mention.referent() == "l1") mention.set_type(v1::ENTITY_TYPE_ORGANIZATION);
  }
  ExpectOnly("places", 0, 1, 0);
}

TEST_F(ScoreTest, BoilerplateCountsInCaptionsToo) {
  article_.add_captions("뉴스레터 구독하기");
  ExpectOnly("boilerplate gone", 0, 1, 0);
}

TEST_F(ScoreTest, AnUnresolvedEventMustStaySoWithoutAHint) {
  SetDays("2024-05-01", "2024-05-31", *article_.mutable_events(1)->mutable_date());
  EXPECT_EQ(Scored().Of("event dates").missed, 1);
  EXPECT_EQ(Scored(true).Of("event dates").missed, 0);
}

TEST_F(ScoreTest, WhoHasNoNameTakesPartInTheWordsOfTheSummary) {
  gold_.events[0].participants = {"해든 주민들"};
  EXPECT_EQ(Scored().Of("event participants").missed, 1);
  article_.mutable_events(0)->set_summary("해든 주민들은 14일 다리를 열었다");
  EXPECT_EQ(Scored().Of("event participants").missed, 0);
  gold_.events[0].participants = {"마틴 렌츠"};
  article_.mutable_events(0)->set_summary("마틴 렌츠는 14일 다리를 열었다");
  EXPECT_EQ(Scored().Of("event participants").missed, 1) << "a name must be the entity";
}

TEST_F(ScoreTest, ADateMustLieWithinTheGoldsGrain) {
  v1::DateSpan span;
  SetDays("2024-02-27", "2024-03-02", span);
  EXPECT_TRUE(DateAgrees("2024", span));
  EXPECT_FALSE(DateAgrees("2024-02", span));
  EXPECT_FALSE(DateAgrees("", span));
  EXPECT_TRUE(DateAgrees("", v1::DateSpan()));
}

TEST_F(ScoreTest, EventDateIsEitherEndOfAStretchThatTheTextGives) {
  v1::DateSpan span;
  SetDays("2024-04-26", "2024-05-06", span);
  EXPECT_FALSE(EventDateAgrees("2024-04-26", span)) << "a span that no words of the text say";
  span.set_text("26일부터 5월 6일까지");
  EXPECT_TRUE(EventDateAgrees("2024-04-26", span));
  EXPECT_TRUE(EventDateAgrees("2024-05", span));
  EXPECT_FALSE(EventDateAgrees("2024-04-27", span));
  EXPECT_FALSE(EventDateAgrees("", span));
}

TEST_F(ScoreTest, AQuarterAndAHalfHoldTheirDays) {
  v1::DateSpan span;
  SetDays("2025-04-01", "2025-06-30", span);
  EXPECT_TRUE(DateAgrees("2025-Q2", span));
  EXPECT_TRUE(DateAgrees("2025-H1", span));
  EXPECT_FALSE(DateAgrees("2025-Q3", span));
  EXPECT_FALSE(DateAgrees("2025-H2", span));
  EXPECT_FALSE(DateAgrees("2024-Q2", span));
  SetDays("2025-06-15", "2025-07-15", span);
  EXPECT_FALSE(DateAgrees("2025-Q2", span));
  EXPECT_FALSE(DateAgrees("2025-Q2", v1::DateSpan()));
}

TEST_F(ScoreTest, TheSubjectOfAQuantityMayBeWords) {
  v1::Quantity& staff = *article_.mutable_quantities(0);
  staff.clear_subject();
  ExpectOnly("quantity subjects", 0, 1, 0);
  staff.set_subject_text("해든시청 본관");
  ExpectOnly("quantity subjects", 1, 0, 0);
  staff.set_subject_text("다른 시청");
  ExpectOnly("quantity subjects", 0, 1, 0);
  staff.set_measure("해든시청 직원");
  ExpectOnly("quantity subjects", 1, 0, 0);
  staff.set_measure("청");  // a syllable is held by too much
  ExpectOnly("quantity subjects", 0, 1, 0);
}

TEST_F(ScoreTest, AnotherSpeakerIsAMissOfTheSpeakerAlone) {
  article_.mutable_quotes(0)->mutable_speaker()->set_entity("p2");
  ExpectOnly("speakers", 0, 1, 0);
}

TEST_F(ScoreTest, WhoeverHasANameIsNoMereWords) {
  v1::Speaker& speaker = *article_.mutable_quotes(0)->mutable_speaker();
  speaker.clear_entity();
  speaker.set_text("오 시장");
  ExpectOnly("speakers", 0, 1, 0);
}

TEST_F(ScoreTest, WordsOfThePageNameASpeakerWithoutAName) {
  gold_.quotes->front().speaker = "시청 관계자";
  v1::Speaker& speaker = *article_.mutable_quotes(0)->mutable_speaker();
  for (const char* body : {"", "o1"}) {
    speaker.set_entity(body);
    speaker.set_text("해든시청 관계자");
    ExpectOnly("speakers", 1, 0, 0);
    speaker.set_text("관계자");
    ExpectOnly("speakers", 1, 0, 0);
    speaker.set_text("주민");
    ExpectOnly("speakers", 0, 1, 0);
  }
  speaker.set_entity("p1");
  speaker.set_text("시청 관계자");
  ExpectOnly("speakers", 0, 1, 0);
}

TEST_F(ScoreTest, ASpeakerIsThePersonByAnyFormOfTheGold) {
  Mention("p3", v1::ENTITY_TYPE_PERSON, "오 시장", "오 시장");
  v1::Speaker& speaker = *article_.mutable_quotes(0)->mutable_speaker();
  speaker.set_entity("p3");
  EXPECT_EQ(Scored().Of("speakers").right, 1);
  Mention("p4", v1::ENTITY_TYPE_PERSON, "B(54)씨", "B(54)씨");
  speaker.set_entity("p4");
  EXPECT_EQ(Scored().Of("speakers").right, 0);
  gold_.quotes->front().speaker = "B씨";
  EXPECT_EQ(Scored().Of("speakers").right, 1);
}

TEST_F(ScoreTest, ManyAreNoOtherSpeakerThanOneOfThem) {
  gold_.quotes->front().speaker = "주민";
  v1::Speaker& speaker = *article_.mutable_quotes(0)->mutable_speaker();
  speaker.clear_entity();
  speaker.set_text("마을 주민들");
  ExpectOnly("speakers", 1, 0, 0);
}

TEST_F(ScoreTest, ADirectQuoteMoreIsAnInvention) {
  article_.add_quotes()->set_text("간접 인용은 묻지 않는다");
  ExpectOnly("quotes", 1, 0, 0);
  article_.mutable_quotes(1)->set_direct(true);
  ExpectOnly("quotes", 1, 0, 1);
}

TEST_F(ScoreTest, TheTableNamesEveryFault) {
  article_.set_title("다른 제목");
  std::ostringstream out;
  PrintScores(Scored(), out);
  EXPECT_THAT(out.str(), HasSubstr("| title | 0 | 1 |  | 0.000 |  |"));
  EXPECT_THAT(out.str(), HasSubstr("| people | 2 | 0 | 0 | 1.000 | 1.000 |"));
  EXPECT_THAT(out.str(), HasSubstr("one.txt  missed  title: 다른 제목"));
}

TEST_F(ScoreTest, APersonOfACaptionIsNotAsked) {
  Mention("p3", v1::ENTITY_TYPE_PERSON, "변가온", "변가온");
  ExpectOnly("people", 2, 0, 1);
  article_.add_sentences()->set_part(v1::ARTICLE_PART_BODY);
  article_.add_sentences()->set_part(v1::ARTICLE_PART_CAPTION);
  for (v1::Mention& mention : *article_.mutable_mentions()) {
    if (mention.referent() == "p3") mention.set_sentence(1);
  }
  ExpectOnly("people", 2, 0, 0);
  ASSERT_EQ(Scored().faults().size(), 1U);
  EXPECT_EQ(Scored().faults()[0].kind, FaultKind::kUnasked);
}

TEST_F(ScoreTest, AnInventionIsExplained) {
  Mention("p3", v1::ENTITY_TYPE_PERSON, "변가온", "가온");
  v1::Quote& quote = *article_.add_quotes();
  quote.set_text("다시 본다");
  quote.set_direct(true);
  quote.set_verb("말하다");
  quote.mutable_evidence()->set_text("그는 “다시 본다”고 말했다.");
  article_.add_sentences()->set_text("변가온의 다리다.");
  std::vector<std::string> reasons(article_.mentions_size(), "row");
  reasons.end()[-2] = "tagger with margin 500";
  Scores scores;
  ScorePage(gold_, article_, {.reasons = reasons}, scores);
  std::ostringstream out;
  PrintScores(scores, out);
  EXPECT_THAT(out.str(), HasSubstr("one.txt  invented  people: 변가온\n"
                                   "    by tagger with margin 500 in 변가온의 다리다.\n"
                                   "    by row in 변가온의 다리다.\n"));
  EXPECT_THAT(
      out.str(),
      HasSubstr("invented  quotes: 다시 본다\n    by 말하다, of “”, in 그는 “다시 본다”고 말했다.\n"));
}

TEST(ParseGold, WhatIsNoGoldIsRefused) {
  EXPECT_FALSE(ParseGold("[]").ok());
  EXPECT_FALSE(ParseGold(R"({"title": "이름 없는 쪽"})").ok());
  EXPECT_TRUE(ParseGold(R"({"file": "one.txt"})").ok());
}

}  // namespace
}  // namespace sillok
