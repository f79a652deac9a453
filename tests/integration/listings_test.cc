// Quotes, quantities, relations, articles and the service's own state, asked about pages that the ingest service has read.
#include <algorithm>

#include "tests/integration/answers_fixture.h"

namespace sillok {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(AnswersTest, QuotesBySpeakerAndAbout) {
  v1::ListQuotesRequest request;
  request.set_speaker(head);
  const v1::ListQuotesResponse spoken = Ask(&Stub::ListQuotes, request);
  ASSERT_THAT(spoken.quotes(), SizeIs(testing::Ge(2)));
  for (const v1::Quote& quote : spoken.quotes()) EXPECT_EQ(quote.speaker().entity(), head);
  request.set_words("현장에서 바로");
  const v1::ListQuotesResponse worded = Ask(&Stub::ListQuotes, request);
  ASSERT_THAT(worded.quotes(), SizeIs(1));
  EXPECT_THAT(worded.quotes(0).text(), HasSubstr("인재를"));
  EXPECT_TRUE(worded.quotes(0).direct());
  request.clear_words();
  request.set_about(university);
  const v1::ListQuotesResponse both = Ask(&Stub::ListQuotes, request);
  ASSERT_THAT(both.quotes(), SizeIs(1));
  EXPECT_EQ(both.quotes(0).text(), worded.quotes(0).text());
  request.clear_about();
  request.mutable_said()->set_first("2031");
  EXPECT_THAT(Ask(&Stub::ListQuotes, request).quotes(), IsEmpty());
}

TEST_F(AnswersTest, QuantitiesAreASeries) {
  v1::ListQuantitiesRequest request;
  request.set_subject(company);
  request.set_measure("직원");
  const v1::ListQuantitiesResponse employees = Ask(&Stub::ListQuantities, request);
  ASSERT_THAT(employees.quantities(), SizeIs(2));
  EXPECT_EQ(employees.quantities(0).value(), 1200);
  EXPECT_EQ(employees.quantities(0).as_of().first_day(), "2023-12-01");
  EXPECT_EQ(employees.quantities(1).value(), 1500);
  EXPECT_EQ(employees.quantities(1).unit(), "명");
  request.mutable_as_of()->set_first("2024");
  EXPECT_THAT(Ask(&Stub::ListQuantities, request).quantities(), SizeIs(1));
}

TEST_F(AnswersTest, RelationsOfAnEntityWithTheirEvidence) {
  v1::ListRelationsRequest request;
  request.set_entity(company);
  request.set_other(university);
  request.add_kinds(v1::RELATION_KIND_AGREEMENT);
  const v1::ListRelationsResponse agreements = Ask(&Stub::ListRelations, request);
  ASSERT_THAT(agreements.relations(), SizeIs(1));
  EXPECT_EQ(agreements.relations(0).relation().label(), "업무협약");
  EXPECT_EQ(agreements.relations(0).relation().valid().first_day(), "2024-03-14");
  EXPECT_EQ(agreements.relations(0).evidence_count(), 2);
  request.mutable_as_of()->set_last("2024-02");
  EXPECT_THAT(Ask(&Stub::ListRelations, request).relations(), IsEmpty());
  request.mutable_as_of()->set_last("2026");
  EXPECT_THAT(Ask(&Stub::ListRelations, request).relations(), SizeIs(1));

  v1::ListRelationsRequest positions;
  positions.set_entity(head);
  positions.add_kinds(v1::RELATION_KIND_POSITION);
  const v1::ListRelationsResponse held = Ask(&Stub::ListRelations, positions);
  ASSERT_THAT(held.relations(), SizeIs(1));
  const v1::Relation& position = held.relations(0).relation();
  EXPECT_EQ(position.label(), "대표");
  EXPECT_EQ(position.object(), company);
  EXPECT_EQ(position.object_text(), kCompany);
  EXPECT_EQ(position.valid().first_day(), "2024-03-15");
  EXPECT_EQ(position.valid().last_day(), "2024-06-13");
  positions.mutable_as_of()->set_first("2024-05-01");
  positions.mutable_as_of()->set_last("2024-05-01");
  EXPECT_THAT(Ask(&Stub::ListRelations, positions).relations(), SizeIs(1));
  positions.mutable_as_of()->set_last("2024-07");
  positions.mutable_as_of()->set_first("2024-07");
  EXPECT_THAT(Ask(&Stub::ListRelations, positions).relations(), IsEmpty());
}

TEST_F(AnswersTest, WhoIsNamedTogether) {
  v1::ListRelatedEntitiesRequest request;
  request.set_entity(university);
  request.add_types(v1::ENTITY_TYPE_ORGANIZATION);
  const v1::ListRelatedEntitiesResponse related = Ask(&Stub::ListRelatedEntities, request);
  EXPECT_EQ(related.entity_articles(), 2);
  EXPECT_EQ(related.all_articles(), 3);
  const auto it = std::find_if(related.related().begin(), related.related().end(),
                               [](const auto& other) { return other.entity() == company; });
  ASSERT_NE(it, related.related().end());
  EXPECT_EQ(it->together(), 2);
  EXPECT_EQ(it->articles(), 3);
  EXPECT_EQ(it->expected(), 2);
  EXPECT_EQ(it->newest_article(), "articles/agreement-1");
  request.mutable_published()->set_last("2024-03-15");
  EXPECT_EQ(Ask(&Stub::ListRelatedEntities, request).all_articles(), 1);
}

TEST_F(AnswersTest, ArticlesAreReadAndListed) {
  v1::GetArticleRequest get;
  get.set_name("articles/agreement-1");
  EXPECT_THAT(Ask(&Stub::GetArticle, get).near_duplicates(), IsEmpty());
  const v1::Article article = Ask(&Stub::GetArticle, get).article();
  EXPECT_EQ(article.outlet(), "한빛신문");
  EXPECT_EQ(article.publish_date(), "2024-03-18");
  EXPECT_THAT(article.body(), SizeIs(4));
  for (const v1::Mention& mention : article.mentions()) {
    const v1::Sentence& sentence = article.sentences(mention.sentence());
    EXPECT_EQ(sentence.text().substr(mention.span().begin(), mention.span().end() - mention.span().begin()),
              mention.text());
  }
  v1::ListArticlesRequest list;
  const v1::ListArticlesResponse all = Ask(&Stub::ListArticles, list);
  ASSERT_THAT(all.articles(), SizeIs(3));
  EXPECT_EQ(all.articles(0).name(), "articles/meeting-1");
  EXPECT_EQ(all.articles(0).sentences_size(), 0);
  list.set_outlet("한빛 신문");
  EXPECT_THAT(Ask(&Stub::ListArticles, list).articles(), SizeIs(2));
  list.mutable_published()->set_last("2024-03");
  EXPECT_THAT(Ask(&Stub::ListArticles, list).articles(), SizeIs(1));
  (*list.mutable_labels())["desk"] = "없음";
  EXPECT_THAT(Ask(&Stub::ListArticles, list).articles(), IsEmpty());
}

TEST_F(AnswersTest, StatusCountsAndKeepsUp) {
  const v1::GetStatusResponse status = Ask(&Stub::GetStatus, v1::GetStatusRequest());
  EXPECT_EQ(status.articles(), 3);
  EXPECT_GT(status.entities(), 3);
  EXPECT_GT(status.events(), 2);
  EXPECT_GT(status.quotes(), 1);
  EXPECT_GT(status.quantities(), 1);
  EXPECT_GT(status.relations(), 1);
  EXPECT_THAT(status.extractors(), SizeIs(1));
  EXPECT_FALSE(status.linker().empty());
  ASSERT_THAT(status.sources(), SizeIs(1));
  EXPECT_EQ(status.sources(0).address(), pair->ingest_address());
  EXPECT_EQ(status.sources(0).origin(), newest.origin());
  EXPECT_EQ(status.sources(0).applied(), newest.id());
  EXPECT_EQ(status.sources(0).head(), newest.id());
  EXPECT_EQ(status.sources(0).lag_millis(), 0);
  EXPECT_TRUE(status.sources(0).connected());
}

TEST_F(AnswersTest, EveryPageAndStreamCanBeWalked) {
  const absl::StatusOr<std::string> small = WireDump(pair->query_stub(), {.page_size = 1, .min_commit = {}});
  const absl::StatusOr<std::string> large =
      WireDump(pair->query_stub(), {.page_size = 1000, .min_commit = {}});
  ASSERT_TRUE(small.ok()) << small.status();
  ASSERT_TRUE(large.ok()) << large.status();
  EXPECT_EQ(*small, *large);
}

}  // namespace
}  // namespace sillok
