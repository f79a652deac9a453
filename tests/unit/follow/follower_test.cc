#include "query/follow/follower.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "gtest/gtest.h"
#include "tests/unit/follow/fake_commit_source.h"
#include "tests/unit/follow/tail_message.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

using Stream = FakeCommitSource::Stream;

constexpr char kOrigin[] = "aa";
constexpr Backoff kFast = {.least = absl::Milliseconds(1), .most = absl::Milliseconds(8)};

class FollowerTest : public ::testing::Test {
 protected:
  // Whether the published state comes to hold so many articles.
  bool Shows(int64_t articles) {
    const absl::Time give_up = absl::Now() + absl::Seconds(10);
    while (absl::Now() < give_up) {
      const std::shared_ptr<const ViewReader> reader = view_->Latest();
      if (reader != nullptr && reader->ReadCounts()->articles == articles) return true;
      absl::SleepFor(absl::Milliseconds(2));
    }
    return false;
  }

  TestFolder folder_;
  std::unique_ptr<View> view_ = OpenView(folder_.path());
  Progress progress_{{.addresses = {"a"}}};
};

TEST_F(FollowerTest, GoesOnWhereTheStreamBroke) {
  FakeCommitSource source([](const v1::TailCommitsRequest& from) -> Stream {
    if (from.from() == 0) {
      return {{CommitMessage(kOrigin, 1, "1", 1, 1)}, absl::UnavailableError("the store restarts")};
    }
    return {{CommitMessage(kOrigin, 2, "2", 2, 2)}, absl::OkStatus()};
  });
  ViewWriter writer(*view_, progress_, 1, nullptr);
  const Follower follower(0, source, writer, kFast);
  ASSERT_TRUE(Shows(2));
  ASSERT_EQ(source.asked().size(), 2U);
  EXPECT_EQ(source.asked()[1].from(), 1);
  EXPECT_EQ(source.asked()[1].origin(), kOrigin);
  EXPECT_TRUE(progress_.Sources()[0].connected);
}

TEST_F(FollowerTest, StartsAnewWhenTheStoreIsAnother) {
  {
    ViewWriter writer(*view_, progress_, 1, nullptr);
    ASSERT_TRUE(writer.Handle(0, CommitMessage(kOrigin, 40, "1", 40, 40)).ok());
    ASSERT_TRUE(writer.Handle(0, CommitMessage(kOrigin, 41, "2", 41, 41)).ok());
  }
  FakeCommitSource source([](const v1::TailCommitsRequest& from) -> Stream {
    if (from.from() > 0) return {{}, absl::FailedPreconditionError("no such place")};
    return {{CommitMessage("cc", 1, "9", 1, 1)}, absl::OkStatus()};
  });
  ViewWriter writer(*view_, progress_, 1, nullptr);
  const Follower follower(0, source, writer, kFast);
  ASSERT_TRUE(Shows(1));
  EXPECT_EQ(view_->Positions()->count(kOrigin), 0U);
  EXPECT_EQ(progress_.Sources()[0].origin, "cc");
}

TEST_F(FollowerTest, KeepsTryingAStoreThatIsAway) {
  int attempts = 0;
  FakeCommitSource source([&attempts](const v1::TailCommitsRequest&) -> Stream {
    if (++attempts < 6) return {{}, absl::UnavailableError("nobody listens")};
    return {{CommitMessage(kOrigin, 1, "1", 1, 1)}, absl::OkStatus()};
  });
  ViewWriter writer(*view_, progress_, 1, nullptr);
  const Follower follower(0, source, writer, kFast);
  EXPECT_TRUE(Shows(1));
}

TEST_F(FollowerTest, StopsWhileItWaits) {
  FakeCommitSource source([](const v1::TailCommitsRequest&) -> Stream {
    return {{}, absl::UnavailableError("nobody listens")};
  });
  ViewWriter writer(*view_, progress_, 1, nullptr);
  const absl::Time begin = absl::Now();
  { const Follower follower(0, source, writer, {.least = absl::Seconds(60), .most = absl::Seconds(60)}); }
  EXPECT_LT(absl::Now() - begin, absl::Seconds(5));
}

}  // namespace
}  // namespace sillok::query
