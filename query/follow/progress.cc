#include "query/follow/progress.h"

#include <algorithm>
#include <utility>

#include "absl/time/clock.h"
#include "common/status/errors.h"

namespace sillok::query {
namespace {

constexpr size_t kMaxOriginBytes = 64;
constexpr absl::Duration kRetryAfter = absl::Milliseconds(200);

bool IsOrigin(std::string_view text) {
  return !text.empty() && text.size() <= kMaxOriginBytes && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  });
}

// Shortly before the deadline; of a short one, a quarter is kept for the way back.
absl::Time GiveUpAt(absl::Time deadline, const ProgressOptions& options) {
  const absl::Time now = absl::Now();
  if (deadline == absl::InfiniteFuture()) return now + options.default_wait;
  return deadline - std::min(options.margin, std::max(absl::ZeroDuration(), (deadline - now) / 4));
}

std::chrono::system_clock::time_point ToChrono(absl::Time time) { return absl::ToChronoTime(time); }

}  // namespace

int64_t LagMillis(const SourceProgress& source, absl::Time now) {
  if (source.caught_up == absl::InfinitePast()) return -1;
  if (source.connected && source.applied == source.head) return 0;
  return std::max<int64_t>(0, absl::ToInt64Milliseconds(now - source.caught_up));
}

Progress::Progress(const ProgressOptions& options) : options_(options) {
  for (const std::string& address : options.addresses) sources_.push_back({.address = address});
  timer_ = std::thread([this] { WatchDeadlines(); });
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  deadlines_changed_.notify_all();
  timer_.join();
  for (const Waiter& waiter : TakeWaiters([](const Waiter&) { return true; })) {
    waiter.done(UnavailableFor(kRetryAfter, "the process stops"));
  }
}

void Progress::Presume(size_t source, std::string_view origin) {
  const std::lock_guard lock(mutex_);
  sources_[source].origin = origin;
  sources_[source].applied = ReachedIn(origin);
  sources_[source].head = sources_[source].applied;
}

void Progress::Heard(size_t source, std::string_view origin, int64_t head) {
  const std::lock_guard lock(mutex_);
  SourceProgress& progress = sources_[source];
  progress.origin = origin;
  progress.applied = ReachedIn(origin);
  progress.head = head;
  progress.connected = true;
  progress.last_contact = absl::Now();
  NoteCaughtUp(progress);
}

void Progress::Disconnected(size_t source) {
  const std::lock_guard lock(mutex_);
  sources_[source].connected = false;
}

void Progress::Published(std::map<std::string, int64_t, std::less<>> complete_through) {
  {
    const std::lock_guard lock(mutex_);
    reached_ = std::move(complete_through);
    for (SourceProgress& source : sources_) {
      source.applied = ReachedIn(source.origin);
      source.head = std::max(source.head, source.applied);
      NoteCaughtUp(source);
    }
  }
  const std::vector<Waiter> ready = TakeWaiters([this](const Waiter& waiter) { return Holds(waiter); });
  for (const Waiter& waiter : ready) waiter.done(absl::OkStatus());
}

void Progress::NoteCaughtUp(SourceProgress& source) {
  if (source.connected && source.applied == source.head) source.caught_up = absl::Now();
}

absl::Status Progress::Check(const Tokens& tokens) {
  for (int i = 0; i < tokens.size(); ++i) {
    const std::string field = "min_commit[" + std::to_string(i) + "]";
    if (!IsOrigin(tokens[i].origin())) {
      return InvalidField(field + ".origin", "is no origin; give a commit token as ingest answered it");
    }
    if (tokens[i].id() < 1) {
      return InvalidField(field + ".id", "is no commit; give a commit token as ingest answered it");
    }
  }
  return absl::OkStatus();
}

Progress::WaiterId Progress::WhenReached(const Tokens& tokens, absl::Time deadline, Done done) {
  Waiter waiter;
  for (const v1::CommitToken& token : tokens) {
    int64_t& wanted = waiter.wanted[token.origin()];
    wanted = std::max(wanted, token.id());
  }
  waiter.give_up = GiveUpAt(deadline, options_);
  absl::Status at_once;
  {
    const std::lock_guard lock(mutex_);
    if (!Holds(waiter)) {
      if (waiters_.size() < options_.max_waiting && !stopping_) {
        waiter.done = std::move(done);
        const WaiterId id = next_waiter_++;
        waiters_.emplace(id, std::move(waiter));
        deadlines_changed_.notify_one();
        return id;
      }
      at_once = ExhaustedFor(kRetryAfter, "too many calls wait for commits");
    }
  }
  done(at_once);
  return 0;
}

bool Progress::Forget(WaiterId waiter) {
  const std::lock_guard lock(mutex_);
  return waiters_.erase(waiter) > 0;
}

std::vector<SourceProgress> Progress::Sources() const {
  const std::lock_guard lock(mutex_);
  return sources_;
}

int64_t Progress::ReachedIn(std::string_view origin) const {
  const auto it = reached_.find(origin);
  return it == reached_.end() ? 0 : it->second;
}

bool Progress::Holds(const Waiter& waiter) const {
  return std::all_of(waiter.wanted.begin(), waiter.wanted.end(),
                     [this](const auto& wanted) { return ReachedIn(wanted.first) >= wanted.second; });
}

std::vector<Progress::Waiter> Progress::TakeWaiters(const std::function<bool(const Waiter&)>& ready) {
  std::vector<Waiter> taken;
  const std::lock_guard lock(mutex_);
  for (auto it = waiters_.begin(); it != waiters_.end();) {
    if (ready(it->second)) {
      taken.push_back(std::move(it->second));
      it = waiters_.erase(it);
    } else {
      ++it;
    }
  }
  return taken;
}

void Progress::WatchDeadlines() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    absl::Time next = absl::InfiniteFuture();
    for (const auto& [id, waiter] : waiters_) next = std::min(next, waiter.give_up);
    if (next == absl::InfiniteFuture()) {
      deadlines_changed_.wait(lock);
      continue;
    }
    const absl::Time now = absl::Now();
    if (now < next) {
      deadlines_changed_.wait_until(lock, ToChrono(next));
      continue;
    }
    lock.unlock();
    for (const Waiter& waiter : TakeWaiters([now](const Waiter& w) { return w.give_up <= now; })) {
      waiter.done(UnavailableFor(kRetryAfter, "the commits asked for by min_commit are not in the view yet"));
    }
    lock.lock();
  }
}

}  // namespace sillok::query
