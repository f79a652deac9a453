// Who is named together, asked of a view of many small articles.
#include "query/answer/related.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/view/view.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RelatedTest : public ::testing::Test {
 protected:
  // An article that names these; returns the first one's entity.
  std::string Add(const std::string& id, const std::string& day, const std::vector<std::string>& names) {
    ArticleBuilder article(id);
    article.Published(day);
    std::string first;
    for (const std::string& name : names) {
      const std::string entity = article.Name(kOrganization, name, {name});
      if (first.empty()) first = entity;
    }
    ++commits;
    EXPECT_TRUE(view->Apply("aa", CommitOf(commits, article.Build(), commits), commits).ok());
    return first;
  }

  void AddStory() {
    company = Add("a1", "2024-01-31", {"새봄전자", "한결대학교"});
    Add("a2", "2024-02-01", {"새봄전자", "한결대학교", "가람시청"});
    Add("a3", "2024-02-10", {"새봄전자", "가람시청"});
    for (int i = 0; i < 6; ++i) Add("b" + std::to_string(i), "2024-02-1" + std::to_string(i), {"가람시청"});
    Add("c", "", {"새봄전자", "누리은행"});
  }

  v1::ListRelatedEntitiesResponse Ask(const v1::ListRelatedEntitiesRequest& request) {
    EXPECT_TRUE(view->Publish().ok());
    v1::ListRelatedEntitiesResponse response;
    const absl::Status status = ListRelatedEntities(request, *view->Latest(), response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  }

  static std::vector<std::string> Names(const v1::ListRelatedEntitiesResponse& response) {
    std::vector<std::string> names;
    names.reserve(response.related().size());
    for (const auto& related : response.related()) names.push_back(related.display_name());
    return names;
  }

  TestFolder folder;
  std::unique_ptr<View> view = OpenView(folder.path());
  int64_t commits = 0;
  std::string company;
};

TEST_F(RelatedTest, MoreThanByChanceComesFirst) {
  AddStory();
  v1::ListRelatedEntitiesRequest request;
  request.set_entity(company);
  const v1::ListRelatedEntitiesResponse all = Ask(request);
  EXPECT_THAT(Names(all), ElementsAre("한결대학교", "누리은행", "가람시청"));
  EXPECT_EQ(all.entity_articles(), 4);
  EXPECT_EQ(all.all_articles(), 10);
  EXPECT_EQ(all.counted_from(), "");
  const auto& university = all.related(0);
  EXPECT_EQ(university.together(), 2);
  EXPECT_EQ(university.articles(), 2);
  EXPECT_EQ(university.expected(), 0.8);
  EXPECT_GT(university.log_likelihood(), 0);
  EXPECT_EQ(university.newest_article(), "articles/a2");
  const auto& city = all.related(2);
  EXPECT_EQ(city.together(), 2);
  EXPECT_EQ(city.articles(), 8);
  EXPECT_EQ(city.expected(), 3.2);
  EXPECT_LT(city.log_likelihood(), 0) << "together less often than by chance";
}

TEST_F(RelatedTest, OnlyWhatWasPublishedInTheInterval) {
  AddStory();
  v1::ListRelatedEntitiesRequest request;
  request.set_entity(company);
  request.mutable_published()->set_first("2024-02");
  v1::ListRelatedEntitiesResponse since = Ask(request);
  EXPECT_EQ(since.entity_articles(), 2);
  EXPECT_EQ(since.all_articles(), 8);
  EXPECT_THAT(Names(since), ElementsAre("한결대학교", "가람시청"));
  request.mutable_published()->set_first("2024-01-31");
  request.mutable_published()->set_last("2024-02-10");
  since = Ask(request);
  EXPECT_EQ(since.entity_articles(), 3);
  EXPECT_EQ(since.all_articles(), 4);
  EXPECT_EQ(since.related(1).display_name(), "가람시청");
  EXPECT_EQ(since.related(1).articles(), 3) << "of the months that are cut, the days within";
  request.mutable_published()->set_last("2024-01-31");
  EXPECT_THAT(Names(Ask(request)), ElementsAre("한결대학교"));
  request.mutable_published()->set_first("2025");
  request.mutable_published()->clear_last();
  EXPECT_THAT(Names(Ask(request)), IsEmpty());
}

TEST_F(RelatedTest, TypesPagesAndDeletions) {
  AddStory();
  v1::ListRelatedEntitiesRequest request;
  request.set_entity(company);
  request.add_types(v1::ENTITY_TYPE_PERSON);
  EXPECT_THAT(Names(Ask(request)), IsEmpty());
  request.clear_types();
  request.set_page_size(2);
  const v1::ListRelatedEntitiesResponse first = Ask(request);
  ASSERT_THAT(first.related(), SizeIs(2));
  request.set_page_token(first.next_page_token());
  const v1::ListRelatedEntitiesResponse second = Ask(request);
  EXPECT_THAT(Names(second), ElementsAre("가람시청"));
  EXPECT_TRUE(second.next_page_token().empty());
  request.clear_page_token();
  ApplyAndPublish(*view, "aa", DeletionOf(100, "c", 100));
  EXPECT_THAT(Names(Ask(request)), ElementsAre("한결대학교", "가람시청"));
  EXPECT_EQ(Ask(request).all_articles(), 9);
}

TEST_F(RelatedTest, TheNewestArticlesOfOneWithTooMany) {
  constexpr int kArticles = static_cast<int>(kMaxArticlesTogether) + 20;
  for (int i = 0; i < kArticles; ++i) {
    const std::string day = i < 15 ? "2023-05-01" : "2024-03-0" + std::to_string(1 + i % 9);
    company = Add("n" + std::to_string(i), day, {"새봄전자", i < 15 ? "가람시청" : "한결대학교"});
  }
  Add("undated", "", {"새봄전자", "누리은행"});
  v1::ListRelatedEntitiesRequest request;
  request.set_entity(company);
  const v1::ListRelatedEntitiesResponse cut = Ask(request);
  EXPECT_EQ(cut.counted_from(), "2024-03-01");
  EXPECT_EQ(cut.entity_articles(), kArticles - 15);
  EXPECT_EQ(cut.all_articles(), kArticles - 15);
  EXPECT_THAT(Names(cut), ElementsAre("한결대학교"));
  request.mutable_published()->set_last("2023");
  EXPECT_EQ(Ask(request).counted_from(), "");
  EXPECT_THAT(Names(Ask(request)), ElementsAre("가람시청"));
}

}  // namespace
}  // namespace sillok::query
