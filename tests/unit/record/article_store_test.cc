#include "ingest/record/article_store.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <random>
#include <sstream>
#include <thread>
#include <vector>

#include "common/time/timestamp.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/record/dump.h"
#include "ingest/record/keyspace.h"

namespace sillok::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

absl::Time At(int second) { return absl::FromUnixSeconds(1'700'000'000 + second); }

v1::RawArticle Page(const std::string& id, int second, const std::string& text) {
  v1::RawArticle page;
  page.set_article_id(id);
  page.set_text(text);
  *page.mutable_fetch_time() = ToTimestamp(At(second));
  return page;
}

v1::Article Facts(const v1::RawArticle& page) {
  v1::Article facts;
  facts.set_name("articles/" + page.article_id());
  facts.set_title(page.text());
  return facts;
}

class ArticleStoreTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(path_);
    Reopen();
  }
  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(path_);
  }
  void Reopen(bool renew_origin = false) {
    store_.reset();
    auto store = ArticleStore::Open({.data_dir = path_, .renew_origin = renew_origin});
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
  }
  PutOutcome Put(const std::string& id, int second, const std::string& text) {
    const v1::RawArticle page = Page(id, second, text);
    const auto outcome = store_->Put(page, /*stamped=*/false, Facts(page));
    EXPECT_TRUE(outcome.ok()) << outcome.status();
    return outcome.value_or(PutOutcome());
  }
  // The commits after `from` as "id article title" or "id article deleted".
  std::vector<std::string> Log(int64_t from = 0) const {
    std::vector<std::string> log;
    CommitStretch stretch = store_->ReadAfter(from);
    v1::Commit commit;
    while (stretch.Next(commit)) {
      log.push_back(std::to_string(commit.id()) + " " + commit.article_id() + " " +
                    (commit.has_deletion() ? "deleted" : commit.article().title()));
    }
    EXPECT_TRUE(stretch.status().ok()) << stretch.status();
    return log;
  }

  const std::string path_ = testing::TempDir() + "/article_store_test/" +
                            testing::UnitTest::GetInstance()->current_test_info()->name();
  std::unique_ptr<ArticleStore> store_;
};

TEST_F(ArticleStoreTest, NumbersCommitsAndKeepsOneAnArticle) {
  EXPECT_EQ(store_->head(), 0);
  EXPECT_EQ(Put("a", 1, "처음").commit_id, 1);
  EXPECT_EQ(Put("b", 1, "둘째").commit_id, 2);
  const PutOutcome updated = Put("a", 2, "고침");
  EXPECT_EQ(updated.disposition, Disposition::kUpdated);
  EXPECT_EQ(updated.commit_id, 3);
  EXPECT_EQ(store_->head(), 3);
  EXPECT_THAT(Log(), ElementsAre("2 b 둘째", "3 a 고침"));
  EXPECT_THAT(Log(2), ElementsAre("3 a 고침"));
  EXPECT_THAT(Log(3), ElementsAre());
}

TEST_F(ArticleStoreTest, ChangesNothingForTheSamePageAgain) {
  EXPECT_EQ(Put("a", 5, "글").disposition, Disposition::kCreated);
  for (const int second : {5, 4}) {
    const PutOutcome again = Put("a", second, "글");
    EXPECT_EQ(again.disposition, Disposition::kUnchanged);
    EXPECT_EQ(again.commit_id, 1) << "the token of the commit that is there";
  }
  const PutOutcome later = Put("a", 6, "글");
  EXPECT_EQ(later.disposition, Disposition::kUnchanged);
  EXPECT_EQ(later.commit_id, 2) << "the time has advanced";
  EXPECT_EQ(Put("a", 5, "옛 글").disposition, Disposition::kSuperseded);
  EXPECT_THAT(Log(), ElementsAre("2 a 글"));
}

TEST_F(ArticleStoreTest, FindsWhatNeedsNoReading) {
  EXPECT_FALSE(store_->FindSettled(Page("a", 5, "글"))->has_value());
  (void)Put("a", 5, "글");
  EXPECT_EQ((*store_->FindSettled(Page("a", 5, "글")))->disposition, Disposition::kUnchanged);
  EXPECT_EQ((*store_->FindSettled(Page("a", 4, "옛 글")))->disposition, Disposition::kSuperseded);
  EXPECT_FALSE(store_->FindSettled(Page("a", 6, "글"))->has_value());
  EXPECT_FALSE(store_->FindSettled(Page("a", 6, "새 글"))->has_value());
}

TEST_F(ArticleStoreTest, DeletesExactly) {
  (void)Put("a", 5, "글");
  (void)Put("b", 5, "남는 글");
  EXPECT_EQ(store_->Delete("a", At(4), true).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(*store_->Delete("a", At(5), false), 3);
  EXPECT_THAT(Log(), ElementsAre("2 b 남는 글", "3 a deleted"));
  EXPECT_EQ(store_->Delete("a", At(9), false).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(Put("a", 5, "더 큰 글").disposition, Disposition::kSuperseded);
  EXPECT_EQ(*store_->Delete("a", At(5), true), 3) << "already recorded";
  EXPECT_EQ(*store_->Delete("a", At(7), true), 4) << "a later deletion takes its place";
  EXPECT_EQ(Put("a", 6, "글").disposition, Disposition::kSuperseded);
  EXPECT_EQ(Put("a", 8, "글").disposition, Disposition::kCreated);
  EXPECT_THAT(Log(), ElementsAre("2 b 남는 글", "5 a 글"));
}

TEST_F(ArticleStoreTest, RecordsTheDeletionOfAnArticleThatIsNotHere) {
  EXPECT_EQ(store_->Delete("a", At(5), false).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(*store_->Delete("a", At(5), true), 1);
  EXPECT_EQ(Put("a", 5, "글").disposition, Disposition::kSuperseded);
  EXPECT_THAT(Log(), ElementsAre("1 a deleted"));
}

TEST_F(ArticleStoreTest, GoesOnAfterReopening) {
  const std::string origin = store_->origin();
  EXPECT_EQ(origin.size(), 16u);
  (void)Put("a", 1, "가");
  (void)Put("b", 1, "나");
  (void)Put("b", 2, "다");
  Reopen();
  EXPECT_EQ(store_->origin(), origin);
  EXPECT_EQ(store_->head(), 3);
  EXPECT_EQ(Put("c", 1, "라").commit_id, 4);
  EXPECT_THAT(Log(), ElementsAre("1 a 가", "3 b 다", "4 c 라"));
  Reopen(/*renew_origin=*/true);
  EXPECT_NE(store_->origin(), origin);
  EXPECT_EQ(store_->head(), 4);
}

TEST_F(ArticleStoreTest, ReadsTheStateOfOneMoment) {
  (void)Put("a", 1, "가");
  (void)Put("b", 1, "나");
  CommitStretch stretch = store_->ReadAfter(0);
  (void)Put("a", 2, "나중");
  (void)store_->Delete("b", At(3), false);
  EXPECT_EQ(stretch.end(), 2);
  v1::Commit commit;
  ASSERT_TRUE(stretch.Next(commit));
  EXPECT_EQ(commit.article().title(), "가");
  ASSERT_TRUE(stretch.Next(commit));
  EXPECT_EQ(commit.article().title(), "나");
  EXPECT_EQ(commit.id(), stretch.end());
  EXPECT_FALSE(stretch.Next(commit));
}

TEST_F(ArticleStoreTest, WakesThoseWhoWait) {
  EXPECT_EQ(store_->WaitForHeadAfter(0, absl::Now() + absl::Milliseconds(5)), 0);
  std::thread writer([&] { (void)Put("a", 1, "가"); });
  EXPECT_EQ(store_->WaitForHeadAfter(0, absl::Now() + absl::Seconds(30)), 1);
  writer.join();
}

// Many writers, and a reader that follows: at the end of every stretch it must be exactly at the store's state, so no id may
// come later that is not greater.
TEST_F(ArticleStoreTest, FollowersStepOverNothing) {
  constexpr int kWriters = 8;
  constexpr int kWrites = 60;
  std::vector<std::thread> writers;
  writers.reserve(kWriters);
  std::atomic<int> running = kWriters;
  for (int w = 0; w < kWriters; ++w) {
    writers.emplace_back([&, w] {
      std::mt19937 random(static_cast<unsigned>(w));
      for (int i = 0; i < kWrites; ++i) {
        const std::string id = "a" + std::to_string(random() % 20);
        if (random() % 8 == 0) {
          (void)store_->Delete(id, At(i), true);
        } else {
          (void)Put(id, i, std::to_string(w) + "/" + std::to_string(i));
        }
      }
      --running;
    });
  }
  std::map<std::string, std::string> followed;
  int64_t position = 0;
  for (bool last = false; !last;) {
    last = running == 0;
    CommitStretch stretch = store_->ReadAfter(position);
    v1::Commit commit;
    int64_t previous = position;
    while (stretch.Next(commit)) {
      ASSERT_GT(commit.id(), previous);
      previous = commit.id();
      followed[commit.article_id()] = commit.has_deletion() ? "deleted" : commit.article().title();
    }
    ASSERT_TRUE(stretch.status().ok()) << stretch.status();
    ASSERT_EQ(previous, std::max(stretch.end(), position)) << "the last commit of a stretch is its end";
    position = stretch.end();
  }
  for (std::thread& writer : writers) writer.join();
  std::map<std::string, std::string> stored;
  CommitStretch stretch = store_->ReadAfter(0);
  v1::Commit commit;
  while (stretch.Next(commit)) {
    stored[commit.article_id()] = commit.has_deletion() ? "deleted" : commit.article().title();
  }
  EXPECT_EQ(followed, stored);
}

// Section 2 of the promise, on the store alone: the end state does not depend on the order.
TEST_F(ArticleStoreTest, EveryOrderEndsInTheSameState) {
  struct Step {
    std::string id;
    int second;
    std::string text;  // empty: a deletion
  };
  std::vector<Step> steps = {{"a", 1, "가"}, {"a", 3, "나"}, {"a", 3, "다"}, {"a", 2, ""},   {"b", 1, "라"},
                             {"b", 1, ""},   {"c", 1, "마"}, {"c", 4, "마"}, {"c", 3, "바"}, {"d", 5, ""}};
  std::mt19937 random(7);
  std::vector<std::string> expected;
  for (int round = 0; round < 20; ++round) {
    store_.reset();
    std::filesystem::remove_all(path_);
    Reopen();
    std::shuffle(steps.begin(), steps.end(), random);
    for (const Step& step : steps) {
      if (step.text.empty()) {
        (void)store_->Delete(step.id, At(step.second), true);
      } else {
        (void)Put(step.id, step.second, step.text);
      }
    }
    std::vector<std::string> state;
    CommitStretch stretch = store_->ReadAfter(0);
    v1::Commit commit;
    while (stretch.Next(commit)) {
      commit.clear_id();
      state.push_back(commit.ShortDebugString());
    }
    std::sort(state.begin(), state.end());
    if (round == 0) expected = state;
    EXPECT_EQ(state, expected) << "round " << round;
  }
}

TEST_F(ArticleStoreTest, AnotherReadingIsTheSameRevisionInANewCommit) {
  const v1::RawArticle page = Page("a", 1, "글");
  ASSERT_TRUE(store_->Put(page, /*stamped=*/true, Facts(page)).ok());
  (void)Put("b", 1, "나");
  const auto commit_after = [this](int64_t from) {
    v1::Commit commit;
    EXPECT_TRUE(store_->ReadAfter(from).Next(commit));
    return commit;
  };
  const v1::Commit before = commit_after(0);

  const auto stored = store_->Read("a");
  ASSERT_TRUE(stored.ok() && stored->has_value()) << stored.status();
  EXPECT_EQ((*stored)->commit_id, 1);
  EXPECT_EQ((*stored)->page.page().text(), "글");
  EXPECT_TRUE((*stored)->page.fetch_time_stamped());
  v1::Article facts = (*stored)->facts;
  facts.set_title("새 눈으로");
  facts.set_extractor("new");
  EXPECT_EQ(store_->Reread("a", 1, facts).value(), 3);

  EXPECT_THAT(Log(), ElementsAre("2 b 나", "3 a 새 눈으로")) << "the older commit has gone";
  const v1::Commit after = commit_after(2);
  EXPECT_EQ(after.revision_time().DebugString(), before.revision_time().DebugString());
  EXPECT_EQ(after.content_hash(), before.content_hash());
  EXPECT_EQ(after.article().extractor(), "new");
  const StoredArticle again = **store_->Read("a");
  EXPECT_EQ(again.commit_id, 3);
  EXPECT_EQ(again.page.DebugString(), (*stored)->page.DebugString()) << "the page stays";
  EXPECT_EQ((*store_->FindSettled(page))->commit_id, 3);
  Reopen();
  EXPECT_EQ(store_->head(), 3);
  EXPECT_EQ((**store_->Read("a")).facts.title(), "새 눈으로");
}

TEST_F(ArticleStoreTest, AnotherReadingOfAStateThatWasIsDropped) {
  (void)Put("a", 1, "글");
  (void)Put("a", 2, "고친 글");
  EXPECT_EQ(store_->Reread("a", 1, Facts(Page("a", 1, "글"))).value(), std::nullopt) << "updated";
  ASSERT_TRUE(store_->Delete("a", At(3), false).ok());
  EXPECT_EQ(store_->Reread("a", 2, Facts(Page("a", 2, "글"))).value(), std::nullopt) << "deleted";
  EXPECT_EQ(store_->Reread("a", 3, Facts(Page("a", 2, "글"))).value(), std::nullopt)
      << "a deletion has no page";
  EXPECT_EQ(store_->Reread("b", 1, Facts(Page("b", 1, "글"))).value(), std::nullopt) << "never here";
  EXPECT_THAT(Log(), ElementsAre("3 a deleted"));
  for (const char* id : {"a", "b"}) {
    EXPECT_FALSE(store_->Read(id).value().has_value());
    EXPECT_FALSE(store_->Has(id).value());
  }
}

TEST_F(ArticleStoreTest, WalksThePresentArticlesOfOneMoment) {
  for (const char* id : {"a", "b", "c", "d", "e"}) (void)Put(id, 1, "글");
  ASSERT_TRUE(store_->Delete("b", At(2), false).ok());
  ArticleWalk walk = store_->WalkArticles();
  EXPECT_EQ(walk.end(), 6);
  EXPECT_EQ(walk.Count().value(), 4);
  EXPECT_THAT(walk.Next(2).value(), ElementsAre("a", "c"));
  (void)Put("d", 2, "고친 글");
  (void)Put("f", 1, "새 글");
  EXPECT_TRUE(store_->Reread("a", 1, Facts(Page("a", 1, "글"))).value().has_value());
  EXPECT_EQ(walk.Count().value(), 1);
  EXPECT_THAT(walk.Next(2).value(), ElementsAre("e")) << "what was written since is not walked over";
  EXPECT_THAT(walk.Next(2).value(), ElementsAre());
}

TEST_F(ArticleStoreTest, DumpsEveryRecordReadably) {
  (void)Put("a", 1, "가");
  (void)store_->Delete("b", At(2), true);
  std::ostringstream out;
  const absl::Status status = DumpStore(path_, out);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_THAT(out.str(), HasSubstr(R"({"family":"articles","key":"a","value":"1"})"));
  EXPECT_THAT(out.str(), HasSubstr(R"({"family":"commits","key":"2","value":{"articleId":"b",)"));
  EXPECT_THAT(out.str(), HasSubstr(R"("deleted":true)"));
  EXPECT_THAT(out.str(),
              HasSubstr(R"({"family":"facts","key":"a","value":{"name":"articles/a","title":"가"}})"));
  EXPECT_THAT(out.str(), HasSubstr(R"({"family":"meta","key":"origin","value":")" + store_->origin()));
  EXPECT_THAT(out.str(), HasSubstr(R"({"family":"pages","key":"a","value":{"page":{"articleId":"a",)"));
  EXPECT_EQ(DumpStore(path_ + "/none", out).code(), absl::StatusCode::kNotFound);
}

TEST(CommitKey, IsOrderedAndReadable) {
  EXPECT_EQ(CommitKey(258), std::string("\0\0\0\0\0\0\1\2", 8));
  EXPECT_EQ(ParseCommitKey(CommitKey(258)), 258);
  EXPECT_FALSE(ParseCommitKey("1234567"));
  EXPECT_FALSE(ParseCommitKey("123456789"));
}

}  // namespace
}  // namespace sillok::ingest
