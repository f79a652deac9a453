#include "common/server/worker_pool.h"

#include <atomic>
#include <future>

#include "gtest/gtest.h"

namespace sillok {
namespace {

TEST(WorkerPool, RunsWhatItAccepted) {
  std::atomic<int> ran = 0;
  {
    WorkerPool pool({.threads = 3, .queue = 1000});
    for (int i = 0; i < 500; ++i) ASSERT_TRUE(pool.Submit([&] { ++ran; }));
  }
  EXPECT_EQ(ran, 500);
}

TEST(WorkerPool, RefusesWhenItsQueueIsFull) {
  std::promise<void> release;
  std::promise<void> started;
  std::atomic<int> ran = 0;
  {
    WorkerPool pool({.threads = 1, .queue = 2});
    ASSERT_TRUE(pool.Submit([&, future = release.get_future().share()] {
      started.set_value();
      future.wait();
    }));
    started.get_future().wait();
    EXPECT_TRUE(pool.Submit([&] { ++ran; }));
    EXPECT_TRUE(pool.Submit([&] { ++ran; }));
    EXPECT_FALSE(pool.Submit([&] { ran += 100; }));
    release.set_value();
  }
  EXPECT_EQ(ran, 2);
}

}  // namespace
}  // namespace sillok
