#include "query/view/revisions.h"

#include <algorithm>

#include "gtest/gtest.h"
#include "tests/unit/view/article_builder.h"

namespace sillok::query {
namespace {

v1::Commit Revision(int64_t seconds, const std::string& hash, const std::string& title,
                    const std::string& extractor = "extractor-1") {
  v1::Article article = ArticleBuilder("a1").Title(title).Build();
  article.set_extractor(extractor);
  v1::Commit commit = CommitOf(1, article, seconds);
  commit.set_content_hash(hash);
  return commit;
}

// What stands when every origin has given its state, in words.
std::string Winner(const std::vector<v1::Commit>& by_origin) {
  Revisions revisions;
  for (size_t origin = 0; origin < by_origin.size(); ++origin) {
    revisions.Set("origin-" + std::to_string(origin), RevisionOf(by_origin[origin]));
  }
  return revisions.Current() == nullptr ? "(none)" : revisions.Current()->title();
}

// The same, whichever origin gives which: anything else is a failure.
std::string WinnerAnyhow(std::vector<v1::Commit> commits) {
  std::string winner = Winner(commits);
  for (size_t turn = 1; turn < commits.size(); ++turn) {
    std::rotate(commits.begin(), commits.begin() + 1, commits.end());
    EXPECT_EQ(Winner(commits), winner);
  }
  return winner;
}

TEST(Revisions, TheLatestIsCurrent) {
  EXPECT_EQ(WinnerAnyhow({Revision(2, "a", "later"), Revision(1, "b", "earlier")}), "later");
}

TEST(Revisions, OfEqualTimesTheGreaterHash) {
  EXPECT_EQ(WinnerAnyhow({Revision(1, "a", "small"), Revision(1, "b", "great")}), "great");
}

TEST(Revisions, ADeletionBeatsWhatIsNotLater) {
  EXPECT_EQ(WinnerAnyhow({Revision(2, "z", "same time"), DeletionOf(1, "a1", 2)}), "(none)");
  EXPECT_EQ(WinnerAnyhow({Revision(3, "a", "later"), DeletionOf(1, "a1", 2)}), "later");
}

TEST(Revisions, OfOnePageReadTwiceTheExtractorDecides) {
  EXPECT_EQ(WinnerAnyhow({Revision(1, "a", "old reading", "extractor-1"),
                          Revision(1, "a", "new reading", "extractor-2")}),
            "new reading");
}

TEST(Revisions, AnOriginThatGoesGivesWayToTheNext) {
  Revisions revisions;
  revisions.Set("one", RevisionOf(Revision(1, "a", "earlier")));
  revisions.Set("two", RevisionOf(Revision(2, "b", "later")));
  revisions.Drop("two");
  ASSERT_NE(revisions.Current(), nullptr);
  EXPECT_EQ(revisions.Current()->title(), "earlier");
  revisions.Drop("one");
  EXPECT_EQ(revisions.Current(), nullptr);
}

TEST(Revisions, AreStoredWithTheCurrentArticleOnce) {
  MapRows rows;
  Revisions revisions;
  ASSERT_TRUE(revisions.Load(rows, "a1").ok());
  revisions.Set("one", RevisionOf(Revision(1, "a", "earlier")));
  revisions.Set("two", RevisionOf(Revision(2, "b", "later")));
  ASSERT_TRUE(revisions.Store(rows).ok());
  for (const auto& [row, value] : rows.rows()) {
    if (row.first != Family::kArticles) continue;
    storage::v1::StoredRevision revision;
    ASSERT_TRUE(ParseRow(value, revision).ok());
    EXPECT_EQ(revision.has_article(), revision.content_hash() == "a");
  }
  Revisions again;
  ASSERT_TRUE(again.Load(rows, "a1").ok());
  EXPECT_EQ(again.Current()->title(), "later");
  again.Drop("two");
  ASSERT_TRUE(again.Store(rows).ok());
  Revisions last;
  ASSERT_TRUE(last.Load(rows, "a1").ok());
  EXPECT_EQ(last.Current()->title(), "earlier");
  last.Drop("one");
  ASSERT_TRUE(last.Store(rows).ok());
  EXPECT_TRUE(rows.rows().empty());
}

}  // namespace
}  // namespace sillok::query
