// What outlives the end of the process: batches that a view catches up with wait in memory.
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "tests/unit/view/article_builder.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

constexpr int kBatch = 512;  // the fewest that wait
constexpr int kLogged = 64;
constexpr size_t kOneByte = 1;  // of rows that may wait: every batch is written

v1::Commit CommitNumber(int number) {
  ArticleBuilder article("a" + std::to_string(number));
  article.Title("제목").Published("2024-03-18");
  const std::string name = article.Name(kOrganization, "한빛전자", {"한빛전자"});
  article.Event({.sentence = "한빛전자가 공장을 열었다.", .day = "2024-03-14", .participants = {name}});
  return CommitOf(number, article.Build(), 1);
}

void Apply(View& view, int first, int last) {
  std::vector<v1::Commit> commits;
  for (int number = first; number <= last; ++number) commits.push_back(CommitNumber(number));
  if (!view.Apply("one", std::move(commits), 0).ok()) std::abort();
}

void Publish(View& view, int through) {
  if (!view.Advance("one", through).ok() || !view.Publish().ok()) std::abort();
}

// The last process left the state of this commit, and going on from there gives what nothing has interrupted.
void ExpectLeft(View& view, int through, int all) {
  ASSERT_EQ(view.Positions()->at("one").applied, through);
  if (through < all) Apply(view, through + 1, all);
  Publish(view, all);
  const TestFolder folder;
  const std::unique_ptr<View> whole = OpenView(folder.path());
  for (int first = 1; first <= all; first += kLogged) {
    Apply(*whole, first, std::min(all, first + kLogged - 1));
  }
  Publish(*whole, all);
  EXPECT_EQ(DumpRows(CanonicalRows(*view.Latest())), DumpRows(CanonicalRows(*whole->Latest())));
}

// And that state was published.
void ExpectLeftPublished(const std::string& path, int through, int all) {
  const std::unique_ptr<View> view = OpenView(path);
  ASSERT_NE(view->Latest(), nullptr);
  EXPECT_EQ(view->Latest()->ReadCounts()->articles, through);
  ExpectLeft(*view, through, all);
}

// A view that has caught up with one batch, and answers from it.
std::unique_ptr<View> CaughtUp(const std::string& path) {
  std::unique_ptr<View> view = OpenView(path);
  Apply(*view, 1, kBatch);
  Publish(*view, kBatch);
  return view;
}

class ViewCrashTest : public testing::Test {
 protected:
  // The view is opened by a process of its own, which runs the test anew up to there: it finds the folder by its name.
  ViewCrashTest() {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    std::filesystem::remove_all(path_);
  }
  ~ViewCrashTest() override { std::filesystem::remove_all(path_); }

  const std::string path_ = testing::TempDir() + "/view_crash_test_" +
                            testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(ViewCrashTest, CatchingUpBeginsAnewFromTheLastPublishedState) {
  EXPECT_EXIT(
      {
        const std::unique_ptr<View> view = CaughtUp(path_);
        Apply(*view, kBatch + 1, 2 * kBatch);
        Apply(*view, 2 * kBatch + 1, 2 * kBatch + 1);  // must not stand without those before it
        (void)view->Advance("one", 1).ok();
        std::raise(SIGKILL);
      },
      testing::KilledBySignal(SIGKILL), "");
  ExpectLeftPublished(path_, kBatch, 2 * kBatch + 1);
}

TEST_F(ViewCrashTest, WhatWasPublishedAndWhatFollowsStays) {
  EXPECT_EXIT(
      {
        const std::unique_ptr<View> view = CaughtUp(path_);
        for (int number = kBatch + 1; number <= kBatch + 3; ++number) {
          if (!view->Apply("one", CommitNumber(number), number).ok()) std::abort();
        }
        std::raise(SIGKILL);
      },
      testing::KilledBySignal(SIGKILL), "");
  ExpectLeftPublished(path_, kBatch + 3, kBatch + 3);
}

TEST_F(ViewCrashTest, WhatWasWrittenOnTheWayStaysAndIsNoState) {
  EXPECT_EXIT(
      {
        const std::unique_ptr<View> view = OpenView(path_, kBatch, kOneByte);
        Apply(*view, 1, kBatch);
        Apply(*view, kBatch + 1, 2 * kBatch);
        std::raise(SIGKILL);
      },
      testing::KilledBySignal(SIGKILL), "");
  const std::unique_ptr<View> view = OpenView(path_);
  EXPECT_EQ(view->Latest(), nullptr);
  ExpectLeft(*view, 2 * kBatch, 2 * kBatch + 1);
}

TEST_F(ViewCrashTest, WhatWaitsIsWrittenWhenTheViewEnds) {
  {
    const std::unique_ptr<View> view = OpenView(path_);
    Apply(*view, 1, kBatch);
  }
  const std::unique_ptr<View> view = OpenView(path_);
  EXPECT_EQ(view->Latest(), nullptr);
  ExpectLeft(*view, kBatch, kBatch + 1);
}

}  // namespace
}  // namespace sillok::query
