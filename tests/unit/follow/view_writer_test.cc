#include "query/follow/view_writer.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "gtest/gtest.h"
#include "tests/unit/follow/tail_message.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

constexpr char kA[] = "aa";
constexpr char kB[] = "bb";

class ViewWriterTest : public ::testing::Test {
 protected:
  int64_t Articles() const {
    const std::shared_ptr<const ViewReader> reader = view_->Latest();
    return reader == nullptr ? -1 : reader->ReadCounts()->articles;
  }

  TestFolder folder_;
  std::unique_ptr<View> view_ = OpenView(folder_.path());
};

TEST_F(ViewWriterTest, PublishesAtTheEndOfAStretchOnly) {
  Progress progress({.addresses = {"a"}});
  int first_published = 0;
  ViewWriter writer(*view_, progress, 1, [&] { ++first_published; });
  EXPECT_EQ(writer.From(0).from(), 0);
  ASSERT_TRUE(writer.Handle(0, Heartbeat(kA, 0, 9)).ok());
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 3, "1", 0, 9)).ok());
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 7, "2", 0, 9)).ok());
  EXPECT_EQ(Articles(), -1);
  EXPECT_EQ(first_published, 0);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 9, "3", 9, 9)).ok());
  EXPECT_EQ(Articles(), 3);
  EXPECT_EQ(first_published, 1);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 10, "4", 10, 10)).ok());
  EXPECT_EQ(Articles(), 4);
  EXPECT_EQ(first_published, 1);
  EXPECT_EQ(progress.Sources()[0].applied, 10);
  EXPECT_EQ(writer.From(0).from(), 10);
  EXPECT_EQ(writer.From(0).origin(), kA);
}

TEST_F(ViewWriterTest, CommitsOfAStretchWaitForEachOther) {
  Progress progress({.addresses = {"a"}});
  ViewWriter writer(*view_, progress, 1, nullptr);
  for (int commit = 1; commit <= 1023; ++commit) {
    ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, commit, std::to_string(commit), 0, 9000)).ok());
  }
  EXPECT_TRUE(view_->Positions()->empty());
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 1024, "1024", 0, 9000)).ok());
  EXPECT_EQ(view_->Positions()->at(kA).applied, 1024) << "so many do not wait any longer";
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 1025, "1025", 0, 9000)).ok());
  EXPECT_EQ(view_->Positions()->at(kA).applied, 1024);
  ASSERT_TRUE(writer.Handle(0, Heartbeat(kA, 0, 9000)).ok());
  EXPECT_EQ(view_->Positions()->at(kA).applied, 1025) << "nor do they when nothing comes for a while";
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 1300, "1300", 0, 9000)).ok());
  writer.Disconnected(0);
  EXPECT_EQ(writer.From(0).from(), 1300) << "what was heard is not asked for again";
  EXPECT_EQ(Articles(), -1);
}

TEST_F(ViewWriterTest, AStoreWhoseCommitIsRefusedIsNotComplete) {
  Progress progress({.addresses = {"a", "b"}});
  ViewWriter writer(*view_, progress, 2, nullptr);
  v1::TailCommitsResponse refused = CommitMessage(kA, 2, "2", 2, 2);
  refused.mutable_commit()->clear_article();
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 1, "1", 0, 2)).ok());
  EXPECT_FALSE(writer.Handle(0, refused).ok());
  writer.Disconnected(0);
  ASSERT_TRUE(writer.Handle(1, CommitMessage(kB, 5, "5", 5, 5)).ok());
  EXPECT_EQ(Articles(), -1) << "the other store's state is not to be had";
}

TEST_F(ViewWriterTest, AnEmptyStoreIsACompleteState) {
  Progress progress({.addresses = {"a"}});
  ViewWriter writer(*view_, progress, 1, nullptr);
  ASSERT_TRUE(writer.Handle(0, Heartbeat(kA, 0, 0)).ok());
  EXPECT_EQ(Articles(), 0);
}

TEST_F(ViewWriterTest, AHeartbeatMayEndTheStretch) {
  Progress progress({.addresses = {"a"}});
  ViewWriter writer(*view_, progress, 1, nullptr);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 3, "1", 0, 9)).ok());
  EXPECT_EQ(Articles(), -1);
  ASSERT_TRUE(writer.Handle(0, Heartbeat(kA, 9, 9)).ok());
  EXPECT_EQ(Articles(), 1);
  EXPECT_EQ(progress.Sources()[0].applied, 9);
}

TEST_F(ViewWriterTest, AStreamResumedWithinAStretchIsNotTakenAtItsWord) {
  Progress progress({.addresses = {"a"}});
  ViewWriter writer(*view_, progress, 1, nullptr);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 3, "1", 0, 9)).ok());
  writer.Disconnected(0);
  EXPECT_EQ(writer.From(0).from(), 3);
  ASSERT_TRUE(writer.Handle(0, Heartbeat(kA, 3, 9)).ok());
  EXPECT_EQ(Articles(), -1);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 9, "2", 9, 9)).ok());
  EXPECT_EQ(Articles(), 2);
}

TEST_F(ViewWriterTest, AStoredCompleteStateAnswersBeforeTheFirstContact) {
  {
    Progress progress({.addresses = {"a"}});
    ViewWriter writer(*view_, progress, 1, nullptr);
    ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 3, "1", 3, 3)).ok());
  }
  view_.reset();
  view_ = OpenView(folder_.path());
  Progress progress({.addresses = {"a"}});
  bool published = false;
  ViewWriter writer(*view_, progress, 1, [&] { published = true; });
  EXPECT_TRUE(published);
  EXPECT_EQ(Articles(), 1);
  EXPECT_EQ(progress.Sources()[0].origin, kA);
  EXPECT_EQ(progress.Sources()[0].applied, 3);
  EXPECT_EQ(writer.From(0).from(), 3);
}

TEST_F(ViewWriterTest, AStoreOfAnotherIncarnationTakesThePlaceOfTheOld) {
  Progress progress({.addresses = {"a"}});
  ViewWriter writer(*view_, progress, 1, nullptr);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 3, "1", 3, 3)).ok());
  writer.Disconnected(0);
  ASSERT_TRUE(writer.Drop(0).ok());
  EXPECT_EQ(writer.From(0).from(), 0);
  EXPECT_EQ(Articles(), 1) << "what was published stays until the new store is whole";
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kB, 1, "2", 0, 2)).ok());
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kB, 2, "3", 2, 2)).ok());
  EXPECT_EQ(Articles(), 2);
  EXPECT_EQ(view_->Positions()->size(), 1U);
}

TEST_F(ViewWriterTest, NothingIsPublishedBeforeEveryStoreIsComplete) {
  Progress progress({.addresses = {"a", "b"}});
  ViewWriter writer(*view_, progress, 2, nullptr);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 1, "1", 1, 1)).ok());
  EXPECT_EQ(Articles(), -1);
  ASSERT_TRUE(writer.Handle(1, CommitMessage(kB, 5, "2", 5, 5)).ok());
  EXPECT_EQ(Articles(), 2);
  writer.Disconnected(1);
  ASSERT_TRUE(writer.Handle(1, CommitMessage(kB, 6, "3", 5, 8)).ok());
  writer.Disconnected(1);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 2, "4", 2, 2)).ok());
  EXPECT_EQ(Articles(), 2) << "the other store is within a stretch";
  ASSERT_TRUE(writer.Handle(1, CommitMessage(kB, 8, "5", 8, 8)).ok());
  EXPECT_EQ(Articles(), 5);
}

TEST_F(ViewWriterTest, AStretchKeepsOtherFollowersWaiting) {
  Progress progress({.addresses = {"a", "b"}});
  ViewWriter writer(*view_, progress, 2, nullptr);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 1, "1", 0, 2)).ok());
  std::atomic<bool> handled = false;
  std::thread other([&] {
    EXPECT_TRUE(writer.Handle(1, CommitMessage(kB, 1, "2", 1, 1)).ok());
    handled = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  EXPECT_FALSE(handled);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 2, "3", 2, 2)).ok());
  other.join();
  EXPECT_EQ(Articles(), 3);
}

TEST_F(ViewWriterTest, AStoreThatWasFollowedBeforeIsRecognisedWherever) {
  {
    Progress progress({.addresses = {"a", "b"}});
    ViewWriter writer(*view_, progress, 2, nullptr);
    ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 4, "1", 4, 4)).ok());
    ASSERT_TRUE(writer.Handle(1, CommitMessage(kB, 6, "2", 6, 6)).ok());
  }
  Progress progress({.addresses = {"b"}});
  ViewWriter writer(*view_, progress, 1, nullptr);
  EXPECT_EQ(writer.From(0).from(), 0);
  EXPECT_EQ(writer.Handle(0, CommitMessage(kB, 1, "0", 0, 6)).code(), absl::StatusCode::kAborted);
  writer.Disconnected(0);
  EXPECT_EQ(writer.From(0).from(), 6);
  ASSERT_TRUE(writer.Handle(0, Heartbeat(kB, 6, 6)).ok());
  EXPECT_EQ(Articles(), 1) << "the store that is followed no more is withdrawn";
}

TEST_F(ViewWriterTest, ACurationIsNoEndOfTheFollowing) {
  Progress progress({.addresses = {"a"}});
  ViewWriter writer(*view_, progress, 1, nullptr);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 1, "1", 1, 1)).ok());
  ASSERT_TRUE(writer.Handle(0, CurationMessage(kA, 2, 2, 2)).ok());
  EXPECT_EQ(Articles(), 1);
  EXPECT_EQ(progress.Sources()[0].applied, 2);
  EXPECT_EQ(writer.From(0).from(), 2);
  ASSERT_TRUE(writer.Handle(0, CommitMessage(kA, 3, "2", 3, 3)).ok());
  EXPECT_EQ(Articles(), 2);
}

TEST_F(ViewWriterTest, OneStoreIsNotFollowedTwice) {
  Progress progress({.addresses = {"a", "b"}});
  ViewWriter writer(*view_, progress, 2, nullptr);
  ASSERT_TRUE(writer.Handle(0, Heartbeat(kA, 0, 0)).ok());
  EXPECT_EQ(writer.Handle(1, Heartbeat(kA, 0, 0)).code(), absl::StatusCode::kAlreadyExists);
}

}  // namespace
}  // namespace sillok::query
