#include "query/follow/follower.h"

#include <algorithm>
#include <string>
#include <utility>

#include "spdlog/spdlog.h"

namespace sillok::query {

Follower::Follower(size_t place, CommitSource& source, ViewWriter& writer, const Backoff& backoff)
    : place_(place), source_(source), writer_(writer), backoff_(backoff), thread_([this] { Run(); }) {}

Follower::~Follower() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stopped_.notify_all();
  source_.Cancel();
  writer_.Stop();
  thread_.join();
}

void Follower::Run() {
  absl::Duration wait = backoff_.least;
  bool quiet = false;  // one line an outage, not one an attempt
  while (true) {
    bool heard = false;
    absl::Status why = Tail(heard);
    if (heard) {
      wait = backoff_.least;
      quiet = false;
    }
    const bool recognised = absl::IsAborted(why);  // no failure: the store has said which it is
    if (!quiet && !recognised && !absl::IsCancelled(why)) {
      spdlog::warn("tail ended place={} reason={}", place_, why.ToString());
    }
    quiet = quiet || !recognised;
    if (!heard && absl::IsFailedPrecondition(why)) {
      spdlog::warn("the store does not know the place reached: starting anew place={}", place_);
      const absl::Status dropped = writer_.Drop(place_);
      if (!dropped.ok()) spdlog::error("withdrawing failed place={} reason={}", place_, dropped.ToString());
    }
    if (!Sleep(wait)) return;
    wait = std::min(wait * 2, backoff_.most);
  }
}

absl::Status Follower::Tail(bool& heard) {
  absl::Status why = source_.Tail(writer_.From(place_), [&](v1::TailCommitsResponse message) {
    const std::string origin = message.origin();
    absl::Status handled = writer_.Handle(place_, std::move(message));
    if (handled.ok() && !heard) spdlog::info("following place={} origin={}", place_, origin);
    heard = heard || handled.ok();
    return handled;
  });
  writer_.Disconnected(place_);
  return why;
}

bool Follower::Sleep(absl::Duration duration) {
  std::unique_lock lock(mutex_);
  return !stopped_.wait_for(lock, absl::ToChronoMilliseconds(duration), [this] { return stopping_; });
}

}  // namespace sillok::query
