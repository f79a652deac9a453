// sillok-query: follows one or several sillok-ingest, and answers.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "common/server/server.h"
#include "common/server/worker_pool.h"
#include "query/follow/follower.h"
#include "query/follow/grpc_commit_source.h"
#include "query/follow/progress.h"
#include "query/follow/view_writer.h"
#include "query/serve/options.h"
#include "query/serve/query_service.h"
#include "query/view/view.h"
#include "spdlog/cfg/env.h"
#include "spdlog/sinks/stdout_color_sinks.h"
#include "spdlog/spdlog.h"

namespace sillok::query {
namespace {

constexpr int kLeastWorkers = 2;

int Workers(const Options& options) {
  if (options.workers > 0) return options.workers;
  return std::max(kLeastWorkers, static_cast<int>(std::thread::hardware_concurrency()));
}

int Fail(const absl::Status& status) {
  const std::string message(status.message());
  std::fprintf(stderr, "sillok-query: %s\n", message.c_str());
  return 1;
}

int Serve(const Options& options) {
  absl::StatusOr<std::unique_ptr<View>> view = View::Open(
      {.path = options.data_dir, .block_cache_bytes = static_cast<size_t>(options.cache_mib) << 20});
  if (!view.ok()) return Fail(view.status());
  Progress progress({.addresses = options.follow});
  WorkerPool pool({.threads = Workers(options), .queue = static_cast<size_t>(options.queue)});
  QueryService service(**view, progress, pool);
  absl::StatusOr<std::unique_ptr<Server>> server = Server::Start(
      {.listen = options.listen, .health_names = {v1::QueryService::service_full_name()}}, {&service});
  if (!server.ok()) return Fail(server.status());
  ViewWriter writer(**view, progress, options.follow.size(), [&server] { (*server)->SetServing(true); });
  std::vector<std::unique_ptr<GrpcCommitSource>> sources;
  std::vector<std::unique_ptr<Follower>> followers;
  for (const std::string& address : options.follow) {
    sources.push_back(std::make_unique<GrpcCommitSource>(address));
    followers.push_back(std::make_unique<Follower>(followers.size(), *sources.back(), writer));
  }
  spdlog::info("answering listen={} data_dir={} follow={}", options.listen, options.data_dir,
               options.follow.size());
  (*server)->WaitForSignal();
  return 0;
}

}  // namespace
}  // namespace sillok::query

int main(int argc, char** argv) {
  sillok::Server::BlockSignals();
  const absl::StatusOr<sillok::query::Options> options =
      sillok::query::ParseOptions(std::vector<std::string>(argv + 1, argv + argc));
  if (!options.ok()) return sillok::query::Fail(options.status());
  if (options->help) {
    std::fputs(std::string(sillok::query::Usage()).c_str(), stdout);
    return 0;
  }
  spdlog::set_default_logger(spdlog::stderr_color_mt("sillok-query"));
  spdlog::cfg::load_env_levels();
  return sillok::query::Serve(*options);
}
