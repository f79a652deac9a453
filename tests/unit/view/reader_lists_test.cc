// What readers list: quotes, quantities, articles.
#include <algorithm>

#include "gmock/gmock.h"
#include "tests/unit/view/reader_fixture.h"

namespace sillok::query {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(ReaderTest, QuotesBySpeakerAndAbout) {
  ArticleBuilder article("a1");
  const std::string person = article.Name(kPerson, "박서준", {"박서준"});
  const std::string company = article.Name(kOrganization, "한빛전자", {"한빛전자"});
  article.Quote("나중 말", person, "2024-05-05");
  article.Quote("언젠가 한 말", person, "");
  article.Quote("먼저 한 말", person, "2024-04-04", company);
  Put(article);
  const auto words = [](QuoteCursor cursor) {
    std::vector<std::string> texts;
    for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
      v1::Quote quote;
      EXPECT_TRUE(cursor.ReadQuote(quote).ok());
      EXPECT_EQ(DayText(cursor.days().first), quote.date().first_day());
      EXPECT_EQ(quote.speaker().display_name(), "박서준");
      texts.push_back(quote.text());
    }
    return texts;
  };
  EXPECT_THAT(words(*reader()->Quotes(NameKeyOf(kPerson, "박서준"), QuoteRole::kSpeaker)),
              ElementsAre("먼저 한 말", "나중 말", "언젠가 한 말"));
  EXPECT_THAT(words(*reader()->Quotes(NameKeyOf(kOrganization, "한빛전자"), QuoteRole::kAbout)),
              ElementsAre("먼저 한 말"));
  EXPECT_THAT(words(*reader()->Quotes(NameKeyOf(kOrganization, "한빛전자"), QuoteRole::kSpeaker)), IsEmpty());
}

TEST_F(ReaderTest, QuantitiesByMeasureThenDay) {
  ArticleBuilder article("a1");
  const std::string company = article.Name(kOrganization, "한빛전자", {"한빛전자"});
  article.Quantity(company, "직원", 700, "2023-12-01");
  article.Quantity(company, "매출", 5, "2025-01-01");
  article.Quantity(company, "직원", 400, "2023-06-01");
  article.Quantity("", "예산", 1, "2023-06-01");
  Put(article);
  const auto values = [](QuantityCursor cursor) {
    std::vector<double> found;
    for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
      v1::Quantity quantity;
      EXPECT_TRUE(cursor.ReadQuantity(quantity).ok());
      EXPECT_EQ(DayText(cursor.days().first), quantity.as_of().first_day());
      EXPECT_EQ(quantity.subject_text(), "한빛전자");
      found.push_back(quantity.value());
    }
    return found;
  };
  const NameKey key = NameKeyOf(kOrganization, "한빛전자");
  EXPECT_THAT(values(*reader()->Quantities(key)), ElementsAre(5, 400, 700));
  EXPECT_THAT(values(*reader()->Quantities(key, "직원")), ElementsAre(400, 700));
  EXPECT_EQ(reader()->ReadCounts()->quantities, 4);
}

TEST_F(ReaderTest, ArticlesNewestFirstWithoutTheirText) {
  for (const auto& [id, day] :
       {std::pair("old", "2020-01-01"), std::pair("undated", ""), std::pair("new", "2024-01-01")}) {
    Put(ArticleBuilder(id).Published(day).Title(id).Body("본문"));
  }
  std::vector<std::string> titles;
  ArticleCursor cursor = reader()->Articles();
  for (cursor.SeekToFirst(); cursor.Valid(); cursor.Next()) {
    v1::Article head;
    ASSERT_TRUE(cursor.ReadArticle(head).ok());
    EXPECT_EQ(head.body_size(), 0);
    EXPECT_EQ(DayText(cursor.published()), head.publish_date());
    titles.push_back(head.title());
  }
  EXPECT_THAT(titles, ElementsAre("new", "old", "undated"));
  cursor.SeekDay(DayNumberOf("2023-12-31"));
  ASSERT_TRUE(cursor.Valid());
  EXPECT_EQ(DayText(cursor.published()), "2020-01-01");
}

TEST_F(ReaderTest, AnArticleShowsTheGroupsItsPartsBelongTo) {
  std::vector<std::string> referents;
  std::vector<std::string> events;
  for (const char* id : {"a1", "a2", "a3"}) {
    ArticleBuilder article(id);
    referents.push_back(article.Name(kOrganization, "한빛전자", {"한빛전자"}));
    events.push_back(article.Event(
        {.sentence = "새 공장 착공식을 열었다", .day = "2024-01-01", .participants = {referents.back()}}));
    article.Quantity(referents.back(), "직원", 1, "2024-01-01");
    article.Relation(referents.back(), "", "협약", "2024-01-01");
    Put(article);
  }
  const std::string entity = *std::min_element(referents.begin(), referents.end());
  const std::string event = "events/" + *std::min_element(events.begin(), events.end());
  for (const char* id : {"a1", "a2", "a3"}) {
    const v1::Article article = **reader()->ReadArticle(id);
    EXPECT_EQ(article.mentions(0).referent(), entity);
    EXPECT_EQ(article.events(0).name(), event);
    EXPECT_EQ(article.events(0).participants(0).entity(), entity);
    EXPECT_EQ(article.events(0).participants(0).display_name(), "한빛전자");
    EXPECT_EQ(article.quantities(0).subject(), entity);
    EXPECT_EQ(article.relations(0).subject(), entity);
    EXPECT_EQ(article.relations(0).subject_text(), "한빛전자");
    EXPECT_EQ(article.relations(0).object_text(), "협약") << "words stay where nobody is named";
  }
}

TEST_F(ReaderTest, UnknownIdsStandForNothing) {
  Put(ArticleBuilder("a1"));
  EXPECT_FALSE((*reader()->ResolveEntity("000000000000000000000000")).has_value());
  EXPECT_FALSE((*reader()->ResolveEvent("")).has_value());
  EXPECT_FALSE((*reader()->ReadArticle("a2")).has_value());
  EXPECT_FALSE((*reader()->ReadEntity({kPerson, "없는사람"})).has_value());
  EXPECT_FALSE((*reader()->ReadLabel({kPerson, "없는사람"})).has_value());
  EXPECT_THAT(Timeline({kPerson, "없는사람"}, TimelineOrder::kDescending), IsEmpty());
}

}  // namespace
}  // namespace sillok::query
