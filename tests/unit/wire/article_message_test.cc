#include "ingest/wire/article_message.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "ingest/wire/atom_id.h"
#include "ingest/wire/date_message.h"
#include "ingest/wire/proving_sentences.h"

namespace sillok::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

constexpr std::string_view kOpening = "한별은 9일 서울에서 새 연구소를 열었다.";

Sentence MakeSentence(Part part, int paragraph, std::string_view text) {
  Sentence sentence;
  sentence.part = part;
  sentence.paragraph = paragraph;
  sentence.in_paragraph = {0, static_cast<int>(text.size())};
  sentence.text = text;
  return sentence;
}

Place At(const ExtractedArticle& article, int sentence, std::string_view words) {
  const size_t begin = article.dated.parsed.sentences[sentence].text.find(words);
  EXPECT_NE(begin, std::string::npos) << words;
  return {sentence, {static_cast<int>(begin), static_cast<int>(begin + words.size())}};
}

EventMention EventAt(const ExtractedArticle& article, int sentence, int ordinal = 0) {
  EventMention event;
  event.at = At(article, sentence, "열었다");
  event.predicate_ordinal = ordinal;
  event.predicate = "열다";
  event.type = EventType::kLaunch;
  event.participants = {{.referent = 0, .role = Role::kAgent}};
  event.date.interval = DayOf(absl::CivilDay(2024, 5, 9));
  event.date.rule = "bare_day";
  event.date.anchor = DayOf(absl::CivilDay(2024, 5, 10));
  event.date.certainty = Certainty::kMedium;
  event.date_text = "9일";
  event.confidence = 80;
  return event;
}

// Sentence 0 is the title; sentence 1, in the body, stands again as sentence 2, a caption. One referent.
ExtractedArticle MakeArticle() {
  ExtractedArticle article;
  ParsedArticle& parsed = article.dated.parsed;
  parsed.clean.article_id = "a-1";
  parsed.clean.title = "한별, 연구소 열어";
  parsed.clean.body = {std::string(kOpening)};
  parsed.clean.captions = {std::string(kOpening)};
  TimeClaim& published = parsed.clean.published.emplace();
  published.day = absl::CivilDay(2024, 5, 10);
  published.time = absl::FromUnixSeconds(1715299200);
  parsed.sentences = {MakeSentence(Part::kTitle, 0, "한별, 연구소 열어"),
                      MakeSentence(Part::kBody, 0, kOpening), MakeSentence(Part::kCaption, 0, kOpening)};
  article.referents = {{.type = EntityType::kOrganization, .canonical = "한별", .forms = {"한별"}}};
  article.mentions = {{.at = At(article, 0, "한별"), .type = EntityType::kOrganization},
                      {.at = At(article, 1, "한별"), .type = EntityType::kOrganization}};
  article.events = {EventAt(article, 1)};
  return article;
}

TEST(ArticleMessageTest, CarriesThePage) {
  const v1::Article message = ToMessage(MakeArticle(), "extractor-1");
  EXPECT_EQ(message.name(), "articles/a-1");
  EXPECT_EQ(message.title(), "한별, 연구소 열어");
  EXPECT_EQ(message.publish_date(), "2024-05-10");
  EXPECT_EQ(message.publish_time().seconds(), 1715299200);
  EXPECT_FALSE(message.has_update_time());
  EXPECT_EQ(message.extractor(), "extractor-1");
  ASSERT_EQ(message.sentences_size(), 3);
  EXPECT_EQ(message.sentences(1).part(), v1::ARTICLE_PART_BODY);
  EXPECT_EQ(message.sentences(1).text(), kOpening);
}

TEST(ArticleMessageTest, AClaimOfADayHasNoTime) {
  ExtractedArticle article = MakeArticle();
  article.dated.parsed.clean.published->time.reset();
  const v1::Article message = ToMessage(article, "x");
  EXPECT_EQ(message.publish_date(), "2024-05-10");
  EXPECT_FALSE(message.has_publish_time());
}

TEST(ArticleMessageTest, AnEventPointsAtItsSentence) {
  const v1::Article message = ToMessage(MakeArticle(), "extractor-1");
  ASSERT_EQ(message.events_size(), 1);
  const v1::Event& event = message.events(0);
  EXPECT_THAT(event.name(), ::testing::MatchesRegex("events/[0-9a-f]+"));
  ASSERT_EQ(event.evidence_size(), 1);
  const v1::Evidence& evidence = event.evidence(0);
  EXPECT_EQ(evidence.article(), "articles/a-1");
  EXPECT_EQ(evidence.text().substr(evidence.span().begin(), evidence.span().end() - evidence.span().begin()),
            "열었다");
  EXPECT_EQ(evidence.confidence(), 80);
  EXPECT_EQ(evidence.extractor(), "extractor-1");
  EXPECT_EQ(evidence.published(), "2024-05-10");
  EXPECT_EQ(event.evidence_count(), 1);
  EXPECT_EQ(event.date().first_day(), "2024-05-09");
  EXPECT_EQ(event.date().anchor(), "2024-05-10");
  EXPECT_EQ(event.date().text(), "9일");
  EXPECT_EQ(event.date().certainty(), v1::CERTAINTY_MEDIUM);
  ASSERT_EQ(event.participants_size(), 1);
  EXPECT_EQ(event.participants(0).display_name(), "한별");
  EXPECT_EQ(event.participants(0).role(), v1::PARTICIPANT_ROLE_AGENT);
  EXPECT_EQ(event.participants(0).entity(), message.mentions(0).referent());
}

TEST(ArticleMessageTest, MentionsAreTheWordsOfTheirSpans) {
  const v1::Article message = ToMessage(MakeArticle(), "x");
  ASSERT_EQ(message.mentions_size(), 2);
  for (const v1::Mention& mention : message.mentions()) {
    const std::string& text = message.sentences(mention.sentence()).text();
    EXPECT_EQ(text.substr(mention.span().begin(), mention.span().end() - mention.span().begin()),
              mention.text());
    EXPECT_THAT(mention.referent(), StartsWith("entities/"));
  }
}

TEST(ArticleMessageTest, ASentenceInBodyAndCaptionProvesOnce) {
  ExtractedArticle article = MakeArticle();
  article.events = {EventAt(article, 2), EventAt(article, 1)};
  QuantityMention quantity;
  quantity.at = At(article, 2, "9일");
  article.quantities = {quantity};
  QuoteMention quote;
  quote.at = At(article, 1, "새 연구소");
  article.quotes = {quote};
  quote.at.sentence = 2;
  article.quotes.push_back(quote);
  const v1::Article message = ToMessage(article, "x");
  ASSERT_EQ(message.events_size(), 1);
  EXPECT_EQ(message.events(0).evidence(0).sentence(), 1);
  EXPECT_EQ(message.quantities_size(), 0);
  ASSERT_EQ(message.quotes_size(), 1);
  EXPECT_EQ(message.quotes(0).evidence().sentence(), 1);
}

TEST(ArticleMessageTest, SpacesMakeNoOtherSentence) {
  ExtractedArticle article = MakeArticle();
  article.events = {EventAt(article, 1), EventAt(article, 2)};
  article.dated.parsed.sentences[2].text.insert(std::string_view("한별은").size(), " ");
  EXPECT_EQ(ToMessage(article, "x").events_size(), 1);
}

TEST(ArticleMessageTest, TheBodyProvesEvenWhereTheTitleComesFirst) {
  ExtractedArticle article = MakeArticle();
  article.dated.parsed.sentences[0] = MakeSentence(Part::kTitle, 0, kOpening);
  article.events = {EventAt(article, 0), EventAt(article, 1)};
  const v1::Article message = ToMessage(article, "x");
  ASSERT_EQ(message.events_size(), 1);
  EXPECT_EQ(message.events(0).evidence(0).sentence(), 1);
}

TEST(ArticleMessageTest, ACaptionProvesWhereTheBodySaysNothing) {
  ExtractedArticle article = MakeArticle();
  article.events = {EventAt(article, 2)};
  const v1::Article message = ToMessage(article, "x");
  ASSERT_EQ(message.events_size(), 1);
  EXPECT_EQ(message.events(0).evidence(0).sentence(), 2);
}

TEST(ArticleMessageTest, FactsStandInTheOrderOfTheirPlaces) {
  ExtractedArticle article = MakeArticle();
  EventMention earlier = EventAt(article, 1, 1);
  earlier.at = At(article, 1, "9일");
  earlier.summary = "first";
  article.events.push_back(earlier);
  const v1::Article message = ToMessage(article, "x");
  ASSERT_EQ(message.events_size(), 2);
  EXPECT_EQ(message.events(0).summary(), "first");
  EXPECT_NE(message.events(0).name(), message.events(1).name());
}

TEST(ArticleMessageTest, ARelationNamesItsSides) {
  ExtractedArticle article = MakeArticle();
  RelationMention relation;
  relation.at = At(article, 1, "한별은 9일");
  relation.kind = RelationKind::kAgreement;
  relation.subject = 0;
  relation.object_text = "연구소";
  relation.label = "업무협약";
  relation.status = EventStatus::kPlanned;
  relation.valid.interval = DayOf(absl::CivilDay(2024, 5, 9));
  relation.valid_text = "9일";
  relation.confidence = 85;
  article.relations = {relation};
  const v1::Article message = ToMessage(article, "x");
  ASSERT_EQ(message.relations_size(), 1);
  const v1::Relation& told = message.relations(0);
  EXPECT_EQ(told.kind(), v1::RELATION_KIND_AGREEMENT);
  EXPECT_EQ(told.subject(), message.mentions(0).referent());
  EXPECT_EQ(told.subject_text(), "한별");
  EXPECT_EQ(told.object(), "");
  EXPECT_EQ(told.object_text(), "연구소");
  EXPECT_EQ(told.label(), "업무협약");
  EXPECT_EQ(told.status(), v1::EVENT_STATUS_PLANNED);
  EXPECT_EQ(told.valid().first_day(), "2024-05-09");
  EXPECT_EQ(told.valid().text(), "9일");
  EXPECT_EQ(told.evidence().sentence(), 1);
  EXPECT_EQ(told.evidence().confidence(), 85);
}

TEST(ArticleMessageTest, NobodyHasNoName) {
  ExtractedArticle article = MakeArticle();
  QuantityMention quantity;
  quantity.at = At(article, 1, "9일");
  quantity.subject_text = "관람객";
  quantity.value = 9;
  article.quantities = {quantity};
  QuoteMention quote;
  quote.at = At(article, 1, "새 연구소");
  quote.speaker_text = "그";
  article.quotes = {quote};
  const v1::Article message = ToMessage(article, "x");
  EXPECT_EQ(message.quantities(0).subject(), "");
  EXPECT_EQ(message.quantities(0).subject_text(), "관람객");
  EXPECT_FALSE(message.quantities(0).has_value_max());
  EXPECT_EQ(message.quotes(0).speaker().entity(), "");
  EXPECT_EQ(message.quotes(0).speaker().text(), "그");
  EXPECT_EQ(message.quotes(0).text(), "새 연구소");
}

TEST(ArticleMessageTest, AMonstrousSentenceProvesNothingAndSaysSo) {
  ExtractedArticle article = MakeArticle();
  std::string& text = article.dated.parsed.sentences[1].text;
  while (text.size() <= kLongestEvidence) text += " " + text;
  const v1::Article message = ToMessage(article, "x");
  EXPECT_EQ(message.events_size(), 0);
  ASSERT_EQ(message.warnings_size(), 1);
  EXPECT_EQ(message.warnings(0).code(), "annotations_truncated");
}

TEST(ArticleMessageTest, EvidenceOfAnArticleIsBounded) {
  ExtractedArticle article = MakeArticle();
  const int fits = kMostEvidenceBytes / static_cast<int>(kOpening.size());
  for (int i = 1; i < fits + 10; ++i) article.events.push_back(EventAt(article, 1, i));
  const v1::Article message = ToMessage(article, "x");
  EXPECT_EQ(message.events_size(), fits);
  EXPECT_EQ(message.warnings(0).code(), "annotations_truncated");
}

TEST(ArticleMessageTest, TheSameArticleGivesTheSameMessage) {
  EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(ToMessage(MakeArticle(), "x"),
                                                                 ToMessage(MakeArticle(), "x")));
}

TEST(AtomIdTest, NamesEvidenceAndNothingElse) {
  Referent referent;
  referent.type = EntityType::kPerson;
  referent.canonical = "샘 올트먼";
  const std::string id = ReferentId("a", referent);
  referent.type = EntityType::kOrganization;
  referent.canonical = "샘올트먼";
  EXPECT_EQ(ReferentId("a", referent), id);
  referent.ordinal = 1;
  EXPECT_NE(ReferentId("a", referent), id);
  referent.ordinal = 0;
  EXPECT_NE(ReferentId("b", referent), id);
  EXPECT_EQ(EventId("a", "그가왔다.", 0), EventId("a", "그가왔다.", 0));
  EXPECT_NE(EventId("a", "그가왔다.", 0), EventId("a", "그가왔다.", 1));
  EXPECT_NE(EventId("a", "그가왔다.", 0), EventId("b", "그가왔다.", 0));
}

TEST(DateMessageTest, AnUnresolvedDateHasAPatternAndNoDays) {
  DateValue value;
  value.rule = "bare_month";
  value.pattern = "XXXX-02";
  const v1::DateSpan span = ToDateSpan(value, "2월");
  EXPECT_EQ(span.first_day(), "");
  EXPECT_EQ(span.last_day(), "");
  EXPECT_EQ(span.grain(), v1::GRAIN_UNSPECIFIED);
  EXPECT_EQ(span.pattern(), "XXXX-02");
  EXPECT_EQ(span.text(), "2월");
}

TEST(DateMessageTest, AYearOfFiveDigitsStaysUnresolved) {
  DateValue value;
  value.interval = YearOf(10000);
  value.anchor = DayOf(absl::CivilDay(9999, 12, 31));
  value.alternatives = {YearOf(10000), YearOf(9999)};
  const v1::DateSpan span = ToDateSpan(value, "이듬해");
  EXPECT_EQ(span.first_day(), "");
  EXPECT_EQ(span.anchor(), "9999-12-31");
  ASSERT_EQ(span.alternatives_size(), 1);
  EXPECT_EQ(span.alternatives(0).last_day(), "9999-12-31");
}

TEST(DateMessageTest, AlternativesAreDays) {
  DateValue value;
  value.interval = MonthOf(2024, 3);
  value.anchor = YearOf(2024);
  value.alternatives = {MonthOf(2023, 3), DayOf(absl::CivilDay(2024, 3, 1))};
  const v1::DateSpan span = ToDateSpan(value, "3월");
  EXPECT_EQ(span.anchor(), "2024");
  EXPECT_EQ(span.last_day(), "2024-03-31");
  EXPECT_EQ(span.grain(), v1::GRAIN_MONTH);
  std::vector<std::string> days;
  for (const v1::DateSpan& other : span.alternatives()) days.push_back(other.first_day());
  EXPECT_THAT(days, ElementsAre("2023-03-01", "2024-03-01"));
}

}  // namespace
}  // namespace sillok::ingest
