#include <algorithm>
#include <memory>

#include "absl/time/clock.h"
#include "common/server/unary.h"
#include "grpcpp/grpcpp.h"
#include "sillok/v1/ingest_service.grpc.pb.h"
#include "sillok/v1/query_service.grpc.pb.h"
#include "tests/bench/query_bench.h"
#include "tests/support/child_process.h"

namespace sillok::bench {
namespace {

constexpr int kArticles = 400;
constexpr absl::Duration kInterval = absl::Milliseconds(50);

double Percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<size_t>(share * static_cast<double>(values.size())))];
}

// The page under an id of its own, and then the article as soon as the view has it.
absl::Status RoundTrip(v1::IngestService::Stub& ingest, v1::QueryService::Stub& query,
                       const std::string& page, int index, std::vector<double>& acknowledged,
                       std::vector<double>& visible) {
  v1::IngestArticleRequest request;
  request.mutable_article()->set_article_id("visibility-" + std::to_string(index));
  request.mutable_article()->set_raw(page);
  v1::IngestArticleResponse stored;
  grpc::ClientContext ingest_context;
  const absl::Time sent = absl::Now();
  if (auto status = ingest.IngestArticle(&ingest_context, request, &stored); !status.ok()) {
    return FromGrpc(status);
  }
  const absl::Time acknowledgement = absl::Now();
  v1::GetArticleRequest get;
  get.set_name(stored.name());
  *get.add_min_commit() = stored.commit();
  v1::GetArticleResponse article;
  grpc::ClientContext query_context;
  if (auto status = query.GetArticle(&query_context, get, &article); !status.ok()) return FromGrpc(status);
  acknowledged.push_back(absl::ToDoubleMilliseconds(acknowledgement - sent));
  visible.push_back(absl::ToDoubleMilliseconds(absl::Now() - acknowledgement));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Visibility> BenchVisibility(const QueryBenchOptions& options,
                                           const std::vector<std::string>& pages) {
  const std::string ingest_address = FreeAddress();
  const std::string query_address = FreeAddress();
  const ChildProcess ingest_process({options.programs + "/sillok-ingest", "--listen=" + ingest_address,
                                     "--data_dir=" + options.folder + "/ingest",
                                     "--mecab_dictionary=" + options.mecab_dictionary});
  const ChildProcess query_process({options.programs + "/sillok-query", "--listen=" + query_address,
                                    "--data_dir=" + options.folder + "/followed",
                                    "--follow=" + ingest_address});
  if (!WaitForHealth(ingest_address, absl::Seconds(30)) || !WaitForHealth(query_address, absl::Seconds(30))) {
    return absl::UnavailableError("the pair does not serve");
  }
  const auto credentials = grpc::InsecureChannelCredentials();
  const auto ingest = v1::IngestService::NewStub(grpc::CreateChannel(ingest_address, credentials));
  const auto query = v1::QueryService::NewStub(grpc::CreateChannel(query_address, credentials));
  std::vector<double> acknowledged;
  std::vector<double> visible;
  absl::Time next = absl::Now();
  for (int i = 0; i < kArticles; ++i, next += kInterval) {
    absl::SleepFor(next - absl::Now());
    const absl::Status status = RoundTrip(*ingest, *query, pages[i % pages.size()], i, acknowledged, visible);
    if (!status.ok()) return status;
  }
  return Visibility{kArticles, Percentile(acknowledged, 0.5), Percentile(visible, 0.5),
                    Percentile(visible, 0.99)};
}

}  // namespace sillok::bench
