#include "query/view/article_counter.h"

#include <gtest/gtest.h>

#include "query/view/view.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

const NameKey kName = {v1::ENTITY_TYPE_ORGANIZATION, "한빛전자"};

class ArticleCounterTest : public ::testing::Test {
 protected:
  ArticleCounterTest() {
    int64_t commits = 0;
    for (const std::string day : {"2023-12-31", "2024-01-01", "2024-01-31", "2024-02-15", "2024-02-29", ""}) {
      ArticleBuilder article("a" + day);
      article.Published(day);
      article.Name(kOrganization, "한빛전자", {"한빛전자"});
      ++commits;
      ApplyAndPublish(*view_, "aa", CommitOf(commits, article.Build(), commits));
    }
  }

  int64_t Count(const std::string& first, const std::string& last) {
    ArticleCounter counter = view_->Latest()->CountArticles();
    const DaySpan days = {.first = DayNumberOf(first), .last = DayNumberOf(last)};
    const int64_t of_name = *counter.Count({kName}, days);
    EXPECT_EQ(of_name, *counter.Count({AllArticles()}, days)) << "every article names it";
    return of_name;
  }

  TestFolder folder_;
  std::unique_ptr<View> view_ = OpenView(folder_.path());
};

TEST_F(ArticleCounterTest, WholeMonthsAndPartsOfThem) {
  EXPECT_EQ(Count("2024-01-01", "2024-01-31"), 2);
  EXPECT_EQ(Count("2024-01-01", "2024-02-29"), 4);
  EXPECT_EQ(Count("2024-01-02", "2024-01-31"), 1);
  EXPECT_EQ(Count("2024-01-02", "2024-01-30"), 0);
  EXPECT_EQ(Count("2023-12-31", "2024-02-15"), 4);
  EXPECT_EQ(Count("2023-12-02", "2024-02-28"), 4);
  EXPECT_EQ(Count("2024-02-29", "2024-02-29"), 1);
  EXPECT_EQ(Count("0001-01-01", "9999-12-31"), 5);
  EXPECT_EQ(Count("2024-02-02", "2024-02-01"), 0);
}

TEST_F(ArticleCounterTest, AllOfThemWithTheUndated) {
  ArticleCounter counter = view_->Latest()->CountArticles();
  EXPECT_EQ(*counter.Count({kName}, std::nullopt), 6);
  EXPECT_EQ(*counter.Count({AllArticles()}, std::nullopt), 6);
  EXPECT_EQ(*counter.Count({kName, kName}, std::nullopt), 12) << "once for each name";
  EXPECT_EQ(*counter.Count({kName}, DaySpan{.first = 0, .last = kNoDay - 1}), 5);
  EXPECT_EQ(*counter.Count({{v1::ENTITY_TYPE_PERSON, "한빛전자"}}, std::nullopt), 0);
}

}  // namespace
}  // namespace sillok::query
