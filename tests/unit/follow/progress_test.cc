#include "query/follow/progress.h"

#include <atomic>
#include <future>

#include "absl/time/clock.h"
#include "gtest/gtest.h"

namespace sillok::query {
namespace {

constexpr char kStore[] = "0a1b2c";

Progress::Tokens Token(const std::string& origin, int64_t id) {
  Progress::Tokens tokens;
  v1::CommitToken& token = *tokens.Add();
  token.set_origin(origin);
  token.set_id(id);
  return tokens;
}

// Waits until the reader is told.
absl::Status Wait(Progress& progress, const Progress::Tokens& tokens, absl::Time deadline) {
  std::promise<absl::Status> told;
  progress.WhenReached(tokens, deadline, [&told](const absl::Status& status) { told.set_value(status); });
  return told.get_future().get();
}

bool Reached(Progress& progress, const Progress::Tokens& tokens) {
  return Wait(progress, tokens, absl::Now()).ok();
}

TEST(Progress, AReaderIsToldWhenItsCommitIsPublished) {
  Progress progress({.addresses = {"a"}});
  std::promise<absl::Status> told;
  progress.WhenReached(Token(kStore, 5), absl::InfiniteFuture(),
                       [&told](const absl::Status& status) { told.set_value(status); });
  std::future<absl::Status> future = told.get_future();
  progress.Heard(0, kStore, 5);
  progress.Published({{kStore, 4}});
  EXPECT_EQ(future.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
  EXPECT_FALSE(Reached(progress, Token(kStore, 5)));
  progress.Published({{kStore, 5}});
  EXPECT_TRUE(future.get().ok());
  EXPECT_TRUE(Reached(progress, Token(kStore, 5)));
}

TEST(Progress, EveryTokenMustBeReached) {
  Progress progress({.addresses = {"a", "b"}});
  Progress::Tokens tokens = Token(kStore, 2);
  tokens.MergeFrom(Token("ff", 3));
  progress.Published({{kStore, 2}});
  EXPECT_FALSE(Reached(progress, tokens));
  progress.Published({{kStore, 2}, {"ff", 7}});
  EXPECT_TRUE(Reached(progress, tokens));
}

TEST(Progress, UnavailableShortlyBeforeTheDeadline) {
  Progress progress({.addresses = {"a"}});
  const absl::Time start = absl::Now();
  const absl::Status status = Wait(progress, Token("beef", 1), start + absl::Milliseconds(300));
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_GE(absl::Now() - start, absl::Milliseconds(150));
  EXPECT_LT(absl::Now() - start, absl::Milliseconds(300));
  bool has_retry_info = false;
  status.ForEachPayload([&](auto type, const auto&) {
    has_retry_info |= std::string(type).find("RetryInfo") != std::string::npos;
  });
  EXPECT_TRUE(has_retry_info);
}

TEST(Progress, WithoutADeadlineTheDefaultHolds) {
  Progress progress({.addresses = {"a"}, .default_wait = absl::Milliseconds(50)});
  EXPECT_EQ(Wait(progress, Token(kStore, 1), absl::InfiniteFuture()).code(), absl::StatusCode::kUnavailable);
}

TEST(Progress, TooManyWaitersAreRefused) {
  Progress progress({.addresses = {"a"}, .max_waiting = 1});
  std::atomic<int> told = 0;
  const Progress::WaiterId first =
      progress.WhenReached(Token(kStore, 1), absl::InfiniteFuture(), [&](const absl::Status&) { ++told; });
  EXPECT_EQ(Wait(progress, Token(kStore, 1), absl::InfiniteFuture()).code(),
            absl::StatusCode::kResourceExhausted);
  EXPECT_TRUE(progress.Forget(first));
  EXPECT_FALSE(progress.Forget(first));
  progress.Published({{kStore, 1}});
  EXPECT_EQ(told, 0);
}

TEST(Progress, StoppingTellsThoseWhoWait) {
  absl::Status told;
  {
    Progress progress({.addresses = {"a"}});
    progress.WhenReached(Token(kStore, 1), absl::InfiniteFuture(),
                         [&](const absl::Status& status) { told = status; });
  }
  EXPECT_EQ(told.code(), absl::StatusCode::kUnavailable);
}

TEST(Progress, TokensAreChecked) {
  EXPECT_TRUE(Progress::Check(Token(kStore, 1)).ok());
  EXPECT_FALSE(Progress::Check(Token("", 1)).ok());
  EXPECT_FALSE(Progress::Check(Token("XYZ", 1)).ok());
  EXPECT_FALSE(Progress::Check(Token(kStore, 0)).ok());
  EXPECT_FALSE(Progress::Check(Token(kStore, -3)).ok());
}

TEST(Progress, LagIsTheTimeSinceTheViewHeldEverything) {
  Progress progress({.addresses = {"a"}});
  EXPECT_EQ(LagMillis(progress.Sources()[0], absl::Now()), -1);
  progress.Heard(0, kStore, 3);
  EXPECT_EQ(LagMillis(progress.Sources()[0], absl::Now()), -1);
  progress.Published({{kStore, 3}});
  EXPECT_EQ(LagMillis(progress.Sources()[0], absl::Now()), 0);
  progress.Heard(0, kStore, 4);
  SourceProgress source = progress.Sources()[0];
  EXPECT_EQ(LagMillis(source, source.caught_up + absl::Seconds(2)), 2000);
  progress.Published({{kStore, 4}});
  progress.Disconnected(0);
  source = progress.Sources()[0];
  EXPECT_FALSE(source.connected);
  EXPECT_EQ(LagMillis(source, source.caught_up + absl::Seconds(1)), 1000);
}

TEST(Progress, ANewIncarnationStartsAnew) {
  Progress progress({.addresses = {"a"}});
  progress.Heard(0, kStore, 3);
  progress.Published({{kStore, 3}});
  progress.Heard(0, "ff", 9);
  EXPECT_EQ(progress.Sources()[0].applied, 0);
  progress.Published({{"ff", 9}});
  EXPECT_EQ(progress.Sources()[0].applied, 9);
  EXPECT_FALSE(Reached(progress, Token(kStore, 3)));
}

TEST(Progress, WhatWasStoredCountsBeforeTheFirstContact) {
  Progress progress({.addresses = {"a"}});
  progress.Published({{kStore, 3}});
  EXPECT_TRUE(Reached(progress, Token(kStore, 3)));
  progress.Presume(0, kStore);
  EXPECT_EQ(progress.Sources()[0].applied, 3);
  EXPECT_EQ(LagMillis(progress.Sources()[0], absl::Now()), -1);
}

}  // namespace
}  // namespace sillok::query
