// Lookups, quotes, quantities, articles, entities, events and the status.
#include "query/answer/articles.h"
#include "query/answer/entities.h"
#include "query/answer/events.h"
#include "query/answer/lookup.h"
#include "query/answer/quantities.h"
#include "query/answer/quotes.h"
#include "query/answer/status.h"
#include "query/answer/timeline.h"
#include "tests/unit/answer/answer_fixture.h"

namespace sillok::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ListsTest : public AnswerFixture {
 protected:
  static std::vector<std::string> Found(const v1::LookupEntitiesRequest& request) {
    std::vector<std::string> names;
    for (const auto answer = Ask(&LookupEntities, request); const auto& match : answer.matches()) {
      names.push_back(match.entity().display_name());
    }
    return names;
  }
  static std::vector<std::string> Words(const v1::ListQuotesRequest& request) {
    std::vector<std::string> words;
    for (const auto answer = Ask(&ListQuotes, request); const v1::Quote& quote : answer.quotes()) {
      words.push_back(quote.text());
    }
    return words;
  }
  static std::vector<double> Values(const v1::ListQuantitiesRequest& request) {
    std::vector<double> values;
    for (const auto answer = Ask(&ListQuantities, request);
         const v1::Quantity& quantity : answer.quantities()) {
      values.push_back(quantity.value());
    }
    return values;
  }
  static std::vector<std::string> Articles(const v1::ListArticlesRequest& request) {
    std::vector<std::string> names;
    for (const auto answer = Ask(&ListArticles, request); const v1::Article& article : answer.articles()) {
      names.push_back(article.name());
    }
    return names;
  }
};

TEST_F(ListsTest, ExactNamesComeBeforeBeginnings) {
  v1::LookupEntitiesRequest request;
  request.set_query("새봄");
  EXPECT_THAT(Found(request), ElementsAre("새봄전자", "새봄양조"));
  EXPECT_EQ(Ask(&LookupEntities, request).matches(0).reason(), v1::MATCH_REASON_EXACT);
  EXPECT_EQ(Ask(&LookupEntities, request).matches(1).reason(), v1::MATCH_REASON_PREFIX);
  request.set_query(" 새봄 전자 ");
  EXPECT_THAT(Found(request), ElementsAre("새봄전자"));
  request.set_query("새봄");
  request.add_types(v1::ENTITY_TYPE_PERSON);
  EXPECT_THAT(Found(request), IsEmpty());
}

TEST_F(ListsTest, LookupsArePaged) {
  v1::LookupEntitiesRequest request;
  request.set_query("새봄");
  request.set_page_size(1);
  const v1::LookupEntitiesResponse first = Ask(&LookupEntities, request);
  ASSERT_THAT(first.matches(), SizeIs(1));
  ASSERT_FALSE(first.next_page_token().empty());
  request.set_page_token(first.next_page_token());
  const v1::LookupEntitiesResponse second = Ask(&LookupEntities, request);
  ASSERT_THAT(second.matches(), SizeIs(1));
  EXPECT_EQ(second.matches(0).entity().display_name(), "새봄양조");
  EXPECT_TRUE(second.next_page_token().empty());
}

TEST_F(ListsTest, EntitiesByAnyOfTheirIds) {
  v1::BatchGetEntitiesRequest request;
  request.add_names(university);
  request.add_names(company);
  const v1::BatchGetEntitiesResponse both = Ask(&BatchGetEntities, request);
  ASSERT_THAT(both.entities(), SizeIs(2));
  EXPECT_EQ(both.entities(0).display_name(), "한결대학교");
  EXPECT_EQ(both.entities(1).article_count(), 2);
  v1::GetEntityRequest one;
  one.set_name(company);
  EXPECT_EQ(Ask(&GetEntity, one).entity().DebugString(), both.entities(1).DebugString());
  v1::GetEntityResponse response;
  one.set_name("entities/000000000000000000000000");
  EXPECT_EQ(GetEntity(one, reader(), response).code(), absl::StatusCode::kNotFound);
}

TEST_F(ListsTest, QuotesByRoleDayAndWords) {
  v1::ListQuotesRequest request;
  request.set_speaker(person);
  EXPECT_THAT(Words(request),
              ElementsAre("현장에서 바로 일할 인재", "다음 일은 그때 말하겠다", "언젠가 한 말"));
  request.mutable_said()->set_first("2024-04");
  EXPECT_THAT(Words(request), ElementsAre("다음 일은 그때 말하겠다"));
  request.clear_said();
  request.set_words("바로일할");
  EXPECT_THAT(Words(request), ElementsAre("현장에서 바로 일할 인재"));
  request.clear_words();
  request.set_about(university);
  EXPECT_THAT(Words(request), ElementsAre("현장에서 바로 일할 인재"));
  request.clear_speaker();
  EXPECT_THAT(Words(request), ElementsAre("현장에서 바로 일할 인재"));
  request.set_speaker(company);
  EXPECT_THAT(Words(request), IsEmpty());
}

TEST_F(ListsTest, QuantitiesByMeasureAndDay) {
  v1::ListQuantitiesRequest request;
  request.set_subject(company);
  EXPECT_THAT(Values(request), ElementsAre(30, 1200, 1500));
  request.set_measure("직 원");
  EXPECT_THAT(Values(request), ElementsAre(1200, 1500));
  request.set_page_size(1);
  const v1::ListQuantitiesResponse first = Ask(&ListQuantities, request);
  request.set_page_token(first.next_page_token());
  EXPECT_THAT(Values(request), ElementsAre(1500));
  request.clear_page_token();
  request.clear_page_size();
  request.mutable_as_of()->set_last("2023");
  EXPECT_THAT(Values(request), ElementsAre(1200));
  request.clear_measure();
  request.mutable_as_of()->set_last("2030");
  EXPECT_THAT(Values(request), ElementsAre(1200, 1500)) << "an interval leaves the unresolved out";
}

TEST_F(ListsTest, ArticlesNewestFirst) {
  v1::ListArticlesRequest request;
  EXPECT_THAT(Articles(request), ElementsAre("articles/two", "articles/one", "articles/three"));
  request.set_page_size(2);
  request.set_page_token(Ask(&ListArticles, request).next_page_token());
  EXPECT_THAT(Articles(request), ElementsAre("articles/three"));
  v1::ListArticlesRequest published;
  published.mutable_published()->set_last("2024-05");
  EXPECT_THAT(Articles(published), ElementsAre("articles/one"));
  published.mutable_published()->set_last("2024-06-13");
  published.mutable_published()->set_first("2024-06-13");
  EXPECT_THAT(Articles(published), ElementsAre("articles/two"));
  v1::GetArticleRequest get;
  get.set_name("articles/three");
  EXPECT_EQ(Ask(&GetArticle, get).article().title(), "날짜 없는 글");
  get.mutable_read_mask()->add_paths("article.name");
  EXPECT_EQ(Ask(&GetArticle, get).article().name(), "articles/three");
  EXPECT_EQ(Ask(&GetArticle, get).article().title(), "");
}

// Without a body their titles are compared.
TEST_F(ListsTest, AnArticleListsItsCopies) {
  ArticleBuilder copy("four");
  copy.Title("날짜  없는 글");
  ApplyAndPublish(*view, "aa", CommitOf(4, copy.Build(), 4));
  v1::GetArticleRequest get;
  get.set_name("articles/three");
  const v1::GetArticleResponse both = Ask(&GetArticle, get);
  ASSERT_THAT(both.near_duplicates(), SizeIs(1));
  EXPECT_EQ(both.near_duplicates(0).article(), "articles/four");
  EXPECT_EQ(both.near_duplicates(0).similarity(), 100);
  get.mutable_read_mask()->add_paths("near_duplicates");
  EXPECT_THAT(Ask(&GetArticle, get).near_duplicates(), SizeIs(1));
  EXPECT_FALSE(Ask(&GetArticle, get).has_article());
  get.mutable_read_mask()->set_paths(0, "article");
  EXPECT_THAT(Ask(&GetArticle, get).near_duplicates(), IsEmpty());
  ApplyAndPublish(*view, "aa", DeletionOf(5, "four", 5));
  get.clear_read_mask();
  EXPECT_THAT(Ask(&GetArticle, get).near_duplicates(), IsEmpty());
}

TEST_F(ListsTest, AnEventAndItsEvidence) {
  v1::GetTimelineRequest timeline;
  timeline.add_entities(university);
  const v1::GetTimelineResponse events = AskTimeline(timeline);
  ASSERT_THAT(events.events(), SizeIs(1));
  v1::GetEventRequest get;
  get.set_name(events.events(0).name());
  EXPECT_EQ(Ask(&GetEvent, get).event().DebugString(), events.events(0).DebugString());
  v1::ListEvidenceRequest list;
  list.set_event(get.name());
  const v1::ListEvidenceResponse evidence = Ask(&ListEvidence, list);
  ASSERT_THAT(evidence.evidence(), SizeIs(1));
  EXPECT_EQ(evidence.evidence(0).article(), "articles/one");
}

// What was known on a day: the evidence published until then, and nothing else.
TEST_F(ListsTest, AsKnownOnADay) {
  v1::ListQuantitiesRequest quantities;
  quantities.set_subject(company);
  quantities.set_measure("직원");
  quantities.mutable_published()->set_last("2024-06-12");
  EXPECT_THAT(Values(quantities), ElementsAre(1500));
  quantities.mutable_published()->set_last("2024-06-13");
  EXPECT_THAT(Values(quantities), ElementsAre(1200, 1500));

  v1::ListQuotesRequest quotes;
  quotes.set_speaker(person);
  quotes.mutable_published()->set_last("2024-03-17");
  EXPECT_THAT(Words(quotes), IsEmpty());
  quotes.mutable_published()->set_last("2024-03-18");
  EXPECT_THAT(Words(quotes), SizeIs(3));

  v1::GetTimelineRequest timeline;
  timeline.add_entities(university);
  v1::GetEventRequest event;
  event.set_name(AskTimeline(timeline).events(0).name());
  v1::ListEvidenceRequest evidence;
  evidence.set_event(event.name());
  event.mutable_published()->set_last("2024-03");
  evidence.mutable_published()->set_last("2024-03");
  EXPECT_EQ(Ask(&GetEvent, event).event().evidence_count(), 1);
  EXPECT_THAT(Ask(&ListEvidence, evidence).evidence(), SizeIs(1));
  event.mutable_published()->set_last("2024-02");
  evidence.mutable_published()->set_last("2024-02");
  v1::GetEventResponse response;
  EXPECT_EQ(GetEvent(event, reader(), response).code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(Ask(&ListEvidence, evidence).evidence(), IsEmpty());
}

TEST_F(ListsTest, ReferentsOfAnEntityByTheDaysOfTheirArticles) {
  v1::ListReferentsRequest request;
  request.set_entity(company);
  const v1::ListReferentsResponse all = Ask(&ListReferents, request);
  ASSERT_THAT(all.referents(), SizeIs(2));
  EXPECT_EQ(all.referents(0).article(), "articles/one");
  EXPECT_EQ(all.referents(1).article(), "articles/two");
  EXPECT_EQ(all.referents(0).text(), "새봄전자");
  request.set_page_size(1);
  const v1::ListReferentsResponse first = Ask(&ListReferents, request);
  ASSERT_THAT(first.referents(), SizeIs(1));
  request.set_page_token(first.next_page_token());
  EXPECT_EQ(Ask(&ListReferents, request).referents(0).DebugString(), all.referents(1).DebugString());
}

TEST_F(ListsTest, TheStatusTellsCountsAndSources) {
  SourceProgress source;
  source.address = "127.0.0.1:50051";
  source.origin = "aa";
  source.applied = 3;
  source.head = 5;
  source.connected = true;
  const absl::Time now = absl::FromUnixSeconds(1'700'000'000);
  source.last_contact = now;
  source.caught_up = now - absl::Milliseconds(1500);
  v1::GetStatusResponse response;
  ASSERT_TRUE(GetStatus(reader(), {source}, now, response).ok());
  EXPECT_EQ(response.articles(), 3);
  EXPECT_EQ(response.entities(), 4);
  EXPECT_EQ(response.quotes(), 3);
  EXPECT_EQ(response.quantities(), 3);
  EXPECT_THAT(response.extractors(), ElementsAre("extractor-1"));
  ASSERT_THAT(response.sources(), SizeIs(1));
  EXPECT_EQ(response.sources(0).lag_millis(), 1500);
  EXPECT_EQ(response.sources(0).last_contact().seconds(), 1'700'000'000);
}

}  // namespace
}  // namespace sillok::query
