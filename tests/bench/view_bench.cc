#include "tests/bench/view_bench.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <memory>
#include <thread>
#include <utility>

#include "absl/strings/str_format.h"
#include "common/status/status_macros.h"
#include "query/answer/lookup.h"
#include "query/answer/timeline.h"
#include "query/view/view.h"
#include "tests/bench/generated_articles.h"

namespace sillok::bench {
namespace {

constexpr int kRounds = 9;
constexpr int kCommitsARound = 400;
constexpr int kPagesARound = 200;
constexpr int kCaughtUpAtOnce = 1024;  // commits that a follower applies in one batch when it is behind
constexpr size_t kCacheBytes = size_t{1} << 30;  // what a view of a million articles wants
constexpr int kIdleSeconds = 2;
constexpr int kIdleStretches = 3;          // in a row: who waits for the disk is idle for a while
constexpr double kIdleShare = 0.02;        // of a core
constexpr double kArticlesASecond = 1000;  // that a core has to apply

using Clock = std::chrono::steady_clock;

double SecondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Of all threads of the process, RocksDB's among them.
double CpuSeconds() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Of this thread alone.
double OwnCpuSeconds() {
  timespec used;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

// A view that grows by generated articles.
class Growing {
 public:
  static absl::StatusOr<Growing> Open(const std::string& folder) {
    SILLOK_ASSIGN_OR_RETURN(auto view, query::View::Open({.path = folder, .block_cache_bytes = kCacheBytes}));
    return Growing(std::move(view));
  }

  // Applies the next `count`, so many at once; the seconds that this takes, without making them.
  absl::StatusOr<double> Grow(int count, int at_once) {
    std::vector<std::vector<v1::Commit>> batches;
    const double making = OwnCpuSeconds();
    for (int i = 0; i < count; ++i) {
      if (i % at_once == 0) batches.emplace_back();
      batches.back().push_back(GenerateCommit(next_++));
    }
    const double own = OwnCpuSeconds();
    making_cpu_seconds_ += own - making;
    const Clock::time_point start = Clock::now();
    for (std::vector<v1::Commit>& batch : batches) {
      SILLOK_RETURN_IF_ERROR(view_->Apply("bench", std::move(batch), 0));
    }
    own_cpu_seconds_ += OwnCpuSeconds() - own;
    return SecondsSince(start);
  }

  absl::StatusOr<std::shared_ptr<const query::ViewReader>> Publish() {
    SILLOK_RETURN_IF_ERROR(view_->Advance("bench", next_));
    SILLOK_RETURN_IF_ERROR(view_->Publish());
    return view_->Latest();
  }

  [[nodiscard]] uint32_t articles() const { return next_; }
  // Of the thread that applies articles, and makes them.
  [[nodiscard]] double own_cpu_seconds() const { return own_cpu_seconds_; }
  [[nodiscard]] double making_cpu_seconds() const { return making_cpu_seconds_; }

 private:
  explicit Growing(std::unique_ptr<query::View> view) : view_(std::move(view)) {}

  std::unique_ptr<query::View> view_;
  uint32_t next_ = 0;
  double own_cpu_seconds_ = 0;
  double making_cpu_seconds_ = 0;
};

// As a follower fills it that has been away.
absl::Status Fill(Growing& view, int articles) {
  while (view.articles() < static_cast<uint32_t>(articles)) {
    const int count = std::min(kCaughtUpAtOnce, articles - static_cast<int>(view.articles()));
    SILLOK_RETURN_IF_ERROR(view.Grow(count, kCaughtUpAtOnce).status());
  }
  return view.Publish().status();
}

// Until the files that catching up has left behind are merged: a commit is timed in a view that stands.
void Settle() {
  for (int idle = 0; idle < kIdleStretches;) {
    const double before = CpuSeconds();
    std::this_thread::sleep_for(std::chrono::seconds(kIdleSeconds));
    idle = CpuSeconds() - before > kIdleShare * kIdleSeconds ? 0 : idle + 1;
  }
}

// All that a view costs, in all threads: applying, publishing, and merging until nothing is left to merge.
absl::StatusOr<Comparison> Build(Growing& view, int articles) {
  const Clock::time_point start = Clock::now();
  const double cpu = CpuSeconds();
  SILLOK_RETURN_IF_ERROR(Fill(view, articles));
  const double by_the_clock = SecondsSince(start);
  const double filled = CpuSeconds();
  Settle();
  const double settled = CpuSeconds();
  const double rate = articles / (settled - cpu - view.making_cpu_seconds());
  return Comparison{
      .what = "building a view, articles for each second of CPU time",
      .floor_name = "the rate that is asked for",
      .unit = "articles/s",
      .sillok = rate,
      .floor = kArticlesASecond,
      .ratio = rate / kArticlesASecond,
      .bar = 1,
      .aim = 2,
      .note = absl::StrFormat(
          "%d articles in %.0f s by the clock, their making included; of the CPU time %.0f s merging "
          "files afterwards; making one, to judge the machine by, %.0f us",
          articles, by_the_clock, settled - filled, 1e6 * view.making_cpu_seconds() / articles)};
}

Comparison CompareCommits(Growing& large, Growing& small, absl::Status& status) {
  const auto rate = [&status](Growing& view) {
    const absl::StatusOr<double> seconds = view.Grow(kCommitsARound, 1);
    if (!seconds.ok()) status = seconds.status();
    return seconds.ok() ? kCommitsARound / *seconds : 0;
  };
  const std::string what = absl::StrFormat("applying a commit in a view of %d articles", large.articles());
  const std::string floor = absl::StrFormat("the same in a view of %d", small.articles());
  const double large_cpu = large.own_cpu_seconds();
  const double small_cpu = small.own_cpu_seconds();
  Comparison comparison = Compare(
      what, floor, "commits/s", kRounds, [&] { return rate(large); }, [&] { return rate(small); });
  comparison.bar = 1 / 1.5;
  comparison.aim = 1;
  comparison.note =
      absl::StrFormat("%.2f by the CPU time of the thread that applies them",
                      (small.own_cpu_seconds() - small_cpu) / (large.own_cpu_seconds() - large_cpu));
  return comparison;
}

absl::StatusOr<std::string> EntityCalled(const std::string& name, const query::ViewReader& reader) {
  v1::LookupEntitiesRequest request;
  request.set_query(name);
  v1::LookupEntitiesResponse found;
  SILLOK_RETURN_IF_ERROR(query::LookupEntities(request, reader, found));
  if (found.matches().empty()) return absl::NotFoundError("no article names " + name);
  return found.matches(0).entity().name();
}

absl::StatusOr<Comparison> CompareTimelines(const query::ViewReader& reader) {
  SILLOK_ASSIGN_OR_RETURN(const std::string hottest, EntityCalled(HottestName(), reader));
  SILLOK_ASSIGN_OR_RETURN(const std::string rare, EntityCalled(RareName(), reader));
  absl::Status status;
  int events = 0;
  const auto rate = [&](const std::string& entity) {
    v1::GetTimelineRequest request;
    request.add_entities(entity);
    const Clock::time_point start = Clock::now();
    for (int page = 0; page < kPagesARound; ++page) {
      storage::v1::TimelinePageBytes answer;
      if (absl::Status asked = query::GetTimeline(request, reader, answer); !asked.ok()) status = asked;
      events = answer.events_size();
    }
    return kPagesARound / SecondsSince(start);
  };
  Comparison comparison = Compare(
      "first page of the hottest entity's timeline", "the same of a rare one", "pages/s", kRounds,
      [&] { return rate(hottest); }, [&] { return rate(rare); });
  SILLOK_RETURN_IF_ERROR(status);
  (void)rate(rare);
  const int rare_events = events;
  (void)rate(hottest);
  comparison.bar = 1.0 / 3;
  comparison.aim = 1;
  comparison.note = absl::StrFormat("%d and %d events on the page", events, rare_events);
  return comparison;
}

}  // namespace

absl::StatusOr<std::vector<Comparison>> BenchView(const std::string& folder, int articles) {
  SILLOK_ASSIGN_OR_RETURN(Growing large, Growing::Open(folder + "/large"));
  SILLOK_ASSIGN_OR_RETURN(Growing small, Growing::Open(folder + "/small"));
  SILLOK_ASSIGN_OR_RETURN(Comparison built, Build(large, articles));
  SILLOK_RETURN_IF_ERROR(Fill(small, std::max(1000, articles / 100)));
  Settle();
  std::vector<Comparison> rows = {std::move(built)};
  absl::Status status;
  rows.push_back(CompareCommits(large, small, status));
  SILLOK_RETURN_IF_ERROR(status);
  SILLOK_ASSIGN_OR_RETURN(const auto reader, large.Publish());
  SILLOK_ASSIGN_OR_RETURN(rows.emplace_back(), CompareTimelines(*reader));
  return rows;
}

}  // namespace sillok::bench
