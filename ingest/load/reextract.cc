#include "ingest/load/reextract.h"

#include <algorithm>
#include <sstream>

#include "absl/time/clock.h"
#include "sillok/v1/ingest_service.grpc.pb.h"

namespace sillok::ingest {
namespace {

constexpr absl::Duration kFirstPause = absl::Milliseconds(100);
constexpr absl::Duration kLongestPause = absl::Seconds(5);
constexpr absl::Duration kLogEvery = absl::Seconds(10);

bool MayGoOn(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::UNAVAILABLE ||
         status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED;
}

// FACT_KIND_EVENT → event.
std::string NameOf(v1::FactKind kind) {
  std::string word = v1::FactKind_Name(kind).substr(std::string("FACT_KIND_").size());
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return word;
}

char SignOf(v1::FactChange change) {
  if (change == v1::FACT_CHANGE_ADDED) return '+';
  return change == v1::FACT_CHANGE_LOST ? '-' : '~';
}

// One call, and what has come of it.
class Attempt {
 public:
  Attempt(v1::IngestService::Stub& stub, const ReextractOptions& options, std::ostream& out,
          std::ostream& log)
      : stub_(stub), options_(options), out_(out), log_(log) {}

  grpc::Status Run() {
    v1::ReextractArticlesRequest request;
    request.set_validate_only(options_.validate_only);
    grpc::ClientContext context;
    const auto reader = stub_.ReextractArticles(&context, request);
    v1::ReextractArticlesResponse response;
    while (reader->Read(&response)) Take(response);
    if (came_) log_ << Describe(progress_) << std::endl;
    return reader->Finish();
  }

  // Whether any message came.
  [[nodiscard]] bool came() const { return came_; }
  [[nodiscard]] const v1::ReextractProgress& progress() const { return progress_; }

 private:
  void Take(const v1::ReextractArticlesResponse& response) {
    came_ = true;
    progress_ = response.progress();
    if (options_.validate_only && response.difference().counts_size() > 0) Print(response.difference(), out_);
    if (response.has_failure()) {
      out_ << "failed: " << response.failure().name() << ": " << response.failure().status().message()
           << "\n";
    }
    if (absl::Now() - logged_ < kLogEvery) return;
    logged_ = absl::Now();
    log_ << Describe(progress_) << std::endl;
  }

  v1::IngestService::Stub& stub_;
  const ReextractOptions& options_;
  std::ostream& out_;
  std::ostream& log_;
  bool came_ = false;
  absl::Time logged_ = absl::Now();
  v1::ReextractProgress progress_;
};

}  // namespace

std::string Describe(const v1::ReextractProgress& progress) {
  std::ostringstream text;
  text << progress.done() << "/" << progress.total();
  const auto add = [&text](const char* word, int64_t count) {
    if (count > 0) text << "  " << word << " " << count;
  };
  add("changed", progress.changed());
  add("unchanged", progress.unchanged());
  add("skipped", progress.skipped());
  add("failed", progress.failed());
  return text.str();
}

void Print(const v1::ArticleDifference& difference, std::ostream& out) {
  out << difference.name();
  for (const v1::FactDifferenceCount& count : difference.counts()) {
    out << "  " << NameOf(count.kind()) << " +" << count.added() << " -" << count.lost() << " ~"
        << count.changed();
  }
  out << "\n";
  for (const v1::FactDifference& fact : difference.facts()) {
    out << "  " << SignOf(fact.change()) << " " << NameOf(fact.kind()) << " " << fact.text() << "\n";
    std::istringstream detail(fact.detail());
    for (std::string line; std::getline(detail, line);) out << "      " << line << "\n";
  }
}

ReextractReport Reextract(const std::shared_ptr<grpc::Channel>& channel, const ReextractOptions& options,
                          std::ostream& out, std::ostream& log) {
  const std::unique_ptr<v1::IngestService::Stub> stub = v1::IngestService::NewStub(channel);
  ReextractReport report;
  int64_t changed = 0;
  int64_t unchanged = 0;
  absl::Duration wait = kFirstPause;
  absl::Time give_up = absl::Now() + options.patience;
  while (true) {
    Attempt attempt(*stub, options, out, log);
    const grpc::Status status = attempt.Run();
    changed += attempt.progress().changed();
    unchanged += attempt.progress().unchanged();
    report.progress = attempt.progress();
    report.progress.set_changed(changed);
    report.progress.set_unchanged(unchanged);
    if (status.ok()) return report;
    if (attempt.came()) {
      wait = kFirstPause;
      give_up = absl::Now() + options.patience;
    }
    if (!MayGoOn(status) || absl::Now() + wait > give_up || (options.validate_only && attempt.came())) {
      report.failure = status.error_message();
      return report;
    }
    absl::SleepFor(wait);
    wait = std::min(2 * wait, kLongestPause);
  }
}

}  // namespace sillok::ingest
