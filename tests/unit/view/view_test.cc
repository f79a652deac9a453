#include "query/view/view.h"

#include <sstream>

#include "common/store/store.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "query/view/dump.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

v1::Article Story(const std::string& id, const std::string& title) {
  ArticleBuilder article(id);
  article.Title(title).Published("2024-03-18");
  const std::string name = article.Name(kOrganization, "한빛전자", {"한빛전자"});
  article.Event({.sentence = "한빛전자가 공장을 열었다.", .day = "2024-03-14", .participants = {name}});
  article.Quantity(name, "직원", 400, "2024-03-14");
  return article.Build();
}

class ViewTest : public testing::Test {
 protected:
  std::string TitleOf(const std::string& id) {
    const auto article = view_->Latest()->ReadArticle(id);
    EXPECT_TRUE(article.ok()) << article.status();
    return article->has_value() ? (*article)->title() : "(none)";
  }
  ViewCounts Counts() { return *view_->Latest()->ReadCounts(); }

  TestFolder folder_;
  std::unique_ptr<View> view_ = OpenView(folder_.path());
};

TEST_F(ViewTest, NothingIsAnsweredBeforeTheFirstPublish) {
  EXPECT_EQ(view_->Latest(), nullptr);
  ASSERT_TRUE(view_->Apply("one", CommitOf(1, Story("a1", "제목"), 1), 1).ok());
  EXPECT_EQ(view_->Latest(), nullptr);
  ASSERT_TRUE(view_->Publish().ok());
  ASSERT_NE(view_->Latest(), nullptr);
  EXPECT_EQ(TitleOf("a1"), "제목");
}

TEST_F(ViewTest, AReaderKeepsItsState) {
  ApplyAndPublish(*view_, "one", CommitOf(1, Story("a1", "하나"), 1));
  const std::shared_ptr<const ViewReader> old_reader = view_->Latest();
  ASSERT_TRUE(view_->Apply("one", CommitOf(2, Story("a1", "둘"), 2), 2).ok());
  EXPECT_EQ(TitleOf("a1"), "하나");
  ASSERT_TRUE(view_->Publish().ok());
  EXPECT_EQ(TitleOf("a1"), "둘");
  EXPECT_EQ((*old_reader->ReadArticle("a1"))->title(), "하나");
  EXPECT_LT(old_reader->version(), view_->Latest()->version());
}

TEST_F(ViewTest, ReadersOutliveTheView) {
  ApplyAndPublish(*view_, "one", CommitOf(1, Story("a1", "하나"), 1));
  const std::shared_ptr<const ViewReader> reader = view_->Latest();
  ArticleCursor cursor = reader->Articles();
  view_.reset();
  cursor.SeekToFirst();
  ASSERT_TRUE(cursor.Valid());
  EXPECT_EQ((*reader->ReadArticle("a1"))->title(), "하나");
}

TEST_F(ViewTest, CountsFollowTheArticles) {
  ApplyAndPublish(*view_, "one", CommitOf(1, Story("a1", "하나"), 1));
  ApplyAndPublish(*view_, "one", CommitOf(2, Story("a2", "둘"), 1));
  ViewCounts counts = Counts();
  EXPECT_EQ(counts.articles, 2);
  EXPECT_EQ(counts.entities, 1);
  EXPECT_EQ(counts.events, 1);
  EXPECT_EQ(counts.quantities, 2);
  EXPECT_EQ(counts.quotes, 0);
  EXPECT_THAT(counts.extractors, ElementsAre(Pair("extractor-1", 2)));
  ApplyAndPublish(*view_, "one", DeletionOf(3, "a1", 2));
  ApplyAndPublish(*view_, "one", DeletionOf(4, "a2", 2));
  counts = Counts();
  EXPECT_EQ(counts.articles + counts.entities + counts.events + counts.quantities, 0);
  EXPECT_THAT(counts.extractors, IsEmpty());
}

TEST_F(ViewTest, TheLatestStateOfAnyOriginCounts) {
  ApplyAndPublish(*view_, "one", CommitOf(1, Story("a1", "늦은"), 5));
  ApplyAndPublish(*view_, "two", CommitOf(1, Story("a1", "이른"), 3));
  EXPECT_EQ(TitleOf("a1"), "늦은");
  ApplyAndPublish(*view_, "two", DeletionOf(2, "a1", 4));
  EXPECT_EQ(TitleOf("a1"), "늦은");
  ApplyAndPublish(*view_, "two", DeletionOf(3, "a1", 5));
  EXPECT_EQ(TitleOf("a1"), "(none)");
  EXPECT_EQ(Counts().articles, 0);
  ASSERT_TRUE(view_->DropOrigin("two").ok());
  EXPECT_EQ(TitleOf("a1"), "(none)") << "published states stay until the next Publish";
  ASSERT_TRUE(view_->Publish().ok());
  EXPECT_EQ(TitleOf("a1"), "늦은");
  EXPECT_THAT(*view_->Positions(), ElementsAre(Pair("one", OriginPosition{1, 1})));
}

TEST_F(ViewTest, PositionsAreThoseOfTheMessages) {
  ASSERT_TRUE(view_->Apply("one", CommitOf(4, Story("a1", "하나"), 1), 2).ok());
  EXPECT_THAT(*view_->Positions(), ElementsAre(Pair("one", OriginPosition{4, 2})));
  ASSERT_TRUE(view_->Advance("one", 9).ok());
  ASSERT_TRUE(view_->Advance("two", 0).ok());
  EXPECT_THAT(*view_->Positions(),
              ElementsAre(Pair("one", OriginPosition{4, 9}), Pair("two", OriginPosition{0, 0})));
  ASSERT_TRUE(view_->Publish().ok());
  EXPECT_EQ(*view_->Latest()->ReadPositions(), *view_->Positions());
}

TEST_F(ViewTest, ACompleteStateIsAnsweredFromAfterARestart) {
  ApplyAndPublish(*view_, "one", CommitOf(1, Story("a1", "하나"), 1));
  ASSERT_TRUE(view_->Apply("one", CommitOf(2, Story("a2", "둘"), 1), 2).ok());
  view_.reset();
  view_ = OpenView(folder_.path());
  ASSERT_NE(view_->Latest(), nullptr);
  EXPECT_EQ(TitleOf("a2"), "둘") << "live commits keep a complete state complete";
  ASSERT_TRUE(view_->Apply("one", CommitOf(9, Story("a3", "셋"), 1), 2).ok());
  view_.reset();
  view_ = OpenView(folder_.path());
  EXPECT_EQ(view_->Latest(), nullptr) << "in the middle of catching up";
}

TEST_F(ViewTest, ABrokenCommitIsRefused) {
  EXPECT_EQ(view_->Apply("one", v1::Commit(), 1).code(), absl::StatusCode::kInvalidArgument);
  v1::Commit no_change;
  no_change.set_article_id("a1");
  EXPECT_EQ(view_->Apply("one", no_change, 1).code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(*view_->Positions(), IsEmpty());
}

TEST_F(ViewTest, AnotherLinkersViewIsEmptied) {
  ApplyAndPublish(*view_, "one", CommitOf(1, Story("a1", "하나"), 1));
  view_.reset();
  {
    const auto store =
        Store::Open({.path = folder_.path(), .schema = kViewSchema, .families = FamilyNames()});
    ASSERT_TRUE(store.ok()) << store.status();
    ASSERT_TRUE(
        (*store)->db().Put({}, (*store)->family("meta"), TextPrefix("linker"), "exact-name-0/x").ok());
  }
  view_ = OpenView(folder_.path());
  EXPECT_EQ(view_->Latest(), nullptr);
  EXPECT_THAT(*view_->Positions(), IsEmpty());
  ASSERT_TRUE(view_->Publish().ok());
  EXPECT_THAT(CanonicalRows(*view_->Latest()), IsEmpty());
}

TEST_F(ViewTest, AnotherSchemaIsRefused) {
  TestFolder other;
  ASSERT_TRUE(Store::Open({.path = other.path(), .schema = "sillok-view-0", .families = {"articles"}}).ok());
  EXPECT_EQ(View::Open({.path = other.path()}).status().code(), absl::StatusCode::kFailedPrecondition);
  std::ostringstream out;
  EXPECT_EQ(DumpView(other.path(), out).code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(ViewTest, TheDumpSaysEveryRow) {
  ApplyAndPublish(*view_, "one", CommitOf(1, Story("a1", "하나"), 1));
  view_.reset();
  std::ostringstream out;
  ASSERT_TRUE(DumpView(folder_.path(), out).ok());
  EXPECT_THAT(out.str(), HasSubstr("timeline 2 '한빛전자' '' 2024-03-14 2024-03-14 '"));
  EXPECT_THAT(out.str(), HasSubstr("origins 'one'\n  {\"applied\":\"1\",\"completeThrough\":\"1\"}\n"));
  EXPECT_THAT(out.str(), HasSubstr("quantities 2 '한빛전자' '' '직원' 2024-03-14 2024-03-14 'a1' 0\n"));
  EXPECT_THAT(out.str(), testing::Not(HasSubstr("(not a")));
}

}  // namespace
}  // namespace sillok::query
