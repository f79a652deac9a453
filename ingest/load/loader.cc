#include "ingest/load/loader.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/clock.h"

namespace sillok::ingest {
namespace {

// What the service takes; more would end the whole stream at the transport.
constexpr size_t kMostContentBytes = 4 << 20;
constexpr absl::Duration kFirstWait = absl::Milliseconds(100);
constexpr absl::Duration kLongestWait = absl::Seconds(5);

bool IsWorthRetrying(int code) {
  return code == grpc::StatusCode::UNAVAILABLE || code == grpc::StatusCode::RESOURCE_EXHAUSTED;
}

size_t ContentBytes(const v1::RawArticle& page) {
  return std::max({page.text().size(), page.html().size(), page.raw().size()});
}

// One Load: which pages are settled, and how.
class Run {
 public:
  Run(v1::IngestService::Stub& stub, const std::vector<PageSource>& pages,
      const std::function<void(const LoadReport&)>& on_progress)
      : stub_(stub), pages_(pages), on_progress_(on_progress) {
    for (size_t i = 0; i < pages.size(); ++i) open_.insert(open_.end(), i);
  }

  [[nodiscard]] bool done() const { return open_.empty(); }
  [[nodiscard]] int64_t settled() const { return report_.settled(); }
  LoadReport TakeReport() { return std::move(report_); }

  // One stream with everything that is open. The status says how the stream ended.
  grpc::Status TryOnce() {
    grpc::ClientContext context;
    const auto stream = stub_.IngestArticles(&context);
    // Reading files and being slowed down by the service happen beside reading the answers.
    std::thread writer([this, &stream, todo = std::vector(open_.begin(), open_.end())] {
      for (const size_t index : todo) {
        if (!Send(*stream, index)) break;
      }
      stream->WritesDone();
    });
    v1::IngestArticlesResponse answer;
    while (stream->Read(&answer)) Take(answer);
    writer.join();
    return stream->Finish();
  }

  void GiveUp(const std::string& reason) {
    const std::vector<size_t> rest(open_.begin(), open_.end());
    for (const size_t index : rest) Fail(index, reason);
  }

 private:
  using Stream = grpc::ClientReaderWriter<v1::IngestArticlesRequest, v1::IngestArticlesResponse>;

  // False when the stream takes no more.
  bool Send(Stream& stream, size_t index) {
    absl::StatusOr<v1::RawArticle> page = ReadPage(pages_[index]);
    if (!page.ok()) {
      Fail(index, std::string{page.status().message()});
      return true;
    }
    if (ContentBytes(*page) > kMostContentBytes) {
      Fail(index, "is larger than 4 MiB");
      return true;
    }
    v1::IngestArticlesRequest request;
    request.set_sequence(static_cast<int64_t>(index));
    request.mutable_article()->Swap(&*page);
    return stream.Write(request);
  }

  void Take(const v1::IngestArticlesResponse& answer) {
    const auto index = static_cast<size_t>(answer.sequence());
    if (IsWorthRetrying(answer.status().code())) return;
    if (answer.status().code() != 0) return Fail(index, answer.status().message());
    const std::lock_guard lock(mutex_);
    if (open_.erase(index) == 0) return;
    ++report_.dispositions[answer.result().disposition()];
    on_progress_(report_);
  }

  void Fail(size_t index, const std::string& reason) {
    const std::lock_guard lock(mutex_);
    if (open_.erase(index) == 0) return;
    report_.failures.push_back({pages_[index].label, reason});
    on_progress_(report_);
  }

  v1::IngestService::Stub& stub_;
  const std::vector<PageSource>& pages_;
  const std::function<void(const LoadReport&)>& on_progress_;
  std::mutex mutex_;  // of what follows, while a stream runs
  std::set<size_t> open_;
  LoadReport report_;
};

}  // namespace

int64_t LoadReport::settled() const {
  auto count = static_cast<int64_t>(failures.size());
  for (const auto& [disposition, pages] : dispositions) count += pages;
  return count;
}

Loader::Loader(const std::shared_ptr<grpc::Channel>& channel, const LoaderOptions& options)
    : stub_(v1::IngestService::NewStub(channel)), options_(options) {}

LoadReport Loader::Load(const std::vector<PageSource>& pages,
                        const std::function<void(const LoadReport&)>& on_progress) {
  Run run(*stub_, pages, on_progress);
  absl::Duration wait = kFirstWait;
  absl::Time give_up = absl::Now() + options_.patience;
  while (!run.done()) {
    const int64_t settled_before = run.settled();
    const grpc::Status status = run.TryOnce();
    if (run.done()) break;
    if (run.settled() > settled_before) {
      wait = kFirstWait;
      give_up = absl::Now() + options_.patience;
    } else if ((!status.ok() && !IsWorthRetrying(status.error_code())) || absl::Now() + wait > give_up) {
      run.GiveUp(status.ok() ? "the service has no room"
                             : "the service does not answer: " + status.error_message());
      break;
    }
    absl::SleepFor(wait);
    wait = std::min(2 * wait, kLongestWait);
  }
  return run.TakeReport();
}

}  // namespace sillok::ingest
