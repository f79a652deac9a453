#include "tests/bench/query_bench.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

#include "common/status/status_macros.h"
#include "echo.pb.h"
#include "query/view/view.h"
#include "sillok/v1/query_service.pb.h"
#include "tests/bench/closed_loop.h"
#include "tests/bench/generated_articles.h"
#include "tests/support/child_process.h"

namespace sillok::bench {
namespace {

constexpr int kQueryRounds = 5;
constexpr absl::Duration kRound = absl::Seconds(2);
constexpr size_t kKeys = 2000;

// A complete view of generated articles, and the entities in it in the order of their ids.
absl::StatusOr<std::vector<std::string>> BuildView(const std::string& folder, int articles) {
  SILLOK_ASSIGN_OR_RETURN(const auto view, query::View::Open({.path = folder}));
  std::vector<std::string> entities;
  for (int i = 0; i < articles; ++i) {
    const v1::Commit commit = GenerateCommit(static_cast<uint32_t>(i));
    for (const v1::Mention& mention : commit.article().mentions()) entities.push_back(mention.referent());
    SILLOK_RETURN_IF_ERROR(view->Apply("bench", commit, 0));
  }
  SILLOK_RETURN_IF_ERROR(view->Advance("bench", articles));
  SILLOK_RETURN_IF_ERROR(view->Publish());
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  return entities;
}

// Ids are hashes, so that every n-th is a random draw.
std::vector<std::string> Sample(const std::vector<std::string>& entities) {
  std::vector<std::string> sample;
  const size_t step = std::max<size_t>(1, entities.size() / kKeys);
  for (size_t i = 0; i < entities.size() && sample.size() < kKeys; i += step) sample.push_back(entities[i]);
  return sample;
}

std::string Median(std::vector<std::string> values) {
  std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return std::to_string(values[values.size() / 2].size());
}

// Sillok's calls beside echoes of requests and replies of the same sizes.
absl::StatusOr<Comparison> CompareWithEcho(const std::string& what, double aim, int in_flight,
                                           const std::string& query, const std::string& method,
                                           std::vector<std::string> requests, const std::string& echo) {
  ClosedLoop ours(query, method, requests);
  SILLOK_RETURN_IF_ERROR(ours.Prepare());
  std::vector<std::string> echoes;
  for (size_t i = 0; i < requests.size(); ++i) {
    echo::v1::EchoRequest request;
    request.set_size(static_cast<int>(ours.replies()[i].size()));
    request.set_padding(requests[i]);
    echoes.push_back(request.SerializeAsString());
  }
  ClosedLoop floor(echo, "/sillok.echo.v1.EchoService/Echo", std::move(echoes));
  SILLOK_RETURN_IF_ERROR(floor.Prepare());
  int64_t wrong = 0;
  const auto run = [&](ClosedLoop& loop) {
    const LoopResult result = loop.Run(in_flight, kRound);
    wrong += result.wrong;
    return result.calls_per_second;
  };
  Comparison comparison = Compare(
      what, "gRPC echo, same bytes", "calls/s", kQueryRounds, [&] { return run(ours); },
      [&] { return run(floor); });
  comparison.aim = aim;
  comparison.note = "every reply compared, " + std::to_string(wrong) + " wrong; reply median " +
                    Median(ours.replies()) + " bytes; " + std::to_string(in_flight) + " in flight";
  return comparison;
}

}  // namespace

absl::StatusOr<std::vector<Comparison>> BenchQueries(const QueryBenchOptions& options) {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string> entities,
                          BuildView(options.folder + "/view", options.articles));
  const std::string query = FreeAddress();
  const ChildProcess query_process({options.programs + "/sillok-query", "--listen=" + query,
                                    "--data_dir=" + options.folder + "/view", "--follow=127.0.0.1:1"});
  const std::string echo = FreeAddress();
  const ChildProcess echo_process({options.programs + "/sillok-bench-echo", echo});
  if (!WaitForHealth(query, absl::Seconds(30))) return absl::UnavailableError("sillok-query does not serve");

  std::vector<std::string> get_entity;
  std::vector<std::string> get_timeline;
  for (const std::string& entity : Sample(entities)) {
    v1::GetEntityRequest by_name;
    by_name.set_name(entity);
    get_entity.push_back(by_name.SerializeAsString());
    v1::GetTimelineRequest timeline;
    timeline.add_entities(entity);
    get_timeline.push_back(timeline.SerializeAsString());
  }
  std::vector<Comparison> comparisons;
  SILLOK_ASSIGN_OR_RETURN(Comparison entity,
                          CompareWithEcho("GetEntity", 0.6, options.in_flight, query,
                                          "/sillok.v1.QueryService/GetEntity", get_entity, echo));
  comparisons.push_back(std::move(entity));
  SILLOK_ASSIGN_OR_RETURN(Comparison timeline,
                          CompareWithEcho("GetTimeline, first page", 0.3, options.in_flight, query,
                                          "/sillok.v1.QueryService/GetTimeline", get_timeline, echo));
  comparisons.push_back(std::move(timeline));
  return comparisons;
}

}  // namespace sillok::bench
