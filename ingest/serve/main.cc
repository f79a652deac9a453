// sillok-ingest: takes Korean news pages, reads them, and keeps articles, facts, people's decisions and the commit log.
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "common/server/server.h"
#include "common/status/status_macros.h"
#include "ingest/pipeline/pipeline.h"
#include "ingest/record/article_store.h"
#include "ingest/serve/commit_log_service.h"
#include "ingest/serve/curation_service.h"
#include "ingest/serve/ingest_service.h"
#include "ingest/serve/ingestor.h"
#include "spdlog/cfg/env.h"
#include "spdlog/sinks/stdout_color_sinks.h"
#include "spdlog/spdlog.h"

ABSL_FLAG(std::string, listen, "127.0.0.1:50051", "HOST:PORT to serve on; port 0 takes any free one.");
ABSL_FLAG(std::string, data_dir, "", "The folder of the store; made when absent. Required.");
ABSL_FLAG(std::string, mecab_dictionary, "/usr/local/share/sillok/mecab-ko-dic",
          "The folder of the compiled mecab-ko-dic.");
ABSL_FLAG(int, reading_threads, 0,
          "Threads that read pages and wait for the disk; 0 takes two a core, so that one reads while "
          "another waits.");
ABSL_FLAG(
    bool, renew_origin, false,
    "Give once after restoring the store from a backup: views then drop what the lost store told them.");

namespace sillok::ingest {
namespace {

// The configuration of the process.
struct Options {
  // HOST:PORT to serve on.
  std::string listen;
  // The folder of the store.
  std::string data_dir;
  // The folder of the morphological dictionary.
  std::string mecab_dictionary;
  // Threads that read pages.
  int reading_threads = 0;
  // True after a restore from a backup.
  bool renew_origin = false;
};

Options OptionsFromFlags() {
  Options options = {.listen = absl::GetFlag(FLAGS_listen),
                     .data_dir = absl::GetFlag(FLAGS_data_dir),
                     .mecab_dictionary = absl::GetFlag(FLAGS_mecab_dictionary),
                     .reading_threads = absl::GetFlag(FLAGS_reading_threads),
                     .renew_origin = absl::GetFlag(FLAGS_renew_origin)};
  if (options.reading_threads <= 0) {
    options.reading_threads = 2 * static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  }
  return options;
}

// The tables made of the rows are built by the first page that needs them, which should be nobody's.
absl::Status WarmUp(const Pipeline& pipeline) {
  v1::RawArticle raw;
  raw.set_article_id("warm-up");
  raw.set_html(
      "<h1>해든시, 새 다리 개통</h1><p>입력 2024.05.02 10:00</p>"
      "<p>김도윤 해든시장은 2일 “다리 3개를 놓았다”고 밝혔다.</p>");
  return pipeline.Read(raw).status();
}

absl::Status Run(const Options& options) {
  if (options.data_dir.empty()) return absl::InvalidArgumentError("--data_dir is needed");
  SILLOK_ASSIGN_OR_RETURN(const std::unique_ptr<Pipeline> pipeline, Pipeline::Open(options.mecab_dictionary));
  SILLOK_RETURN_IF_ERROR(WarmUp(*pipeline));
  SILLOK_ASSIGN_OR_RETURN(
      const std::unique_ptr<ArticleStore> store,
      ArticleStore::Open({.data_dir = options.data_dir, .renew_origin = options.renew_origin}));
  const Ingestor ingestor(*pipeline, *store);
  IngestService ingest(ingestor, {.reading_threads = options.reading_threads});
  CurationService curations(*store);
  CommitLogService commits(*store);
  SILLOK_ASSIGN_OR_RETURN(const std::unique_ptr<Server> server,
                          Server::Start({.listen = options.listen,
                                         .health_names = {v1::IngestService::service_full_name(),
                                                          v1::CurationService::service_full_name(),
                                                          v1::CommitLogService::service_full_name()},
                                         .on_drain =
                                             [&commits, &ingest] {
                                               commits.StopTails();
                                               ingest.StopReextraction();
                                             }},
                                        {&ingest, &curations, &commits}));
  server->SetServing(true);
  spdlog::info("serving listen={} port={} origin={} head={} extractor={}", options.listen, server->port(),
               store->origin(), store->head(), pipeline->fingerprint());
  server->WaitForSignal();
  return absl::OkStatus();
}

}  // namespace
}  // namespace sillok::ingest

int main(int argc, char** argv) {
  sillok::Server::BlockSignals();
  absl::SetProgramUsageMessage(
      "takes Korean news pages, reads them, and keeps articles, facts, people's decisions and the commit "
      "log.\n\n"
      "  sillok-ingest --data_dir=DIR [--listen=HOST:PORT] [--mecab_dictionary=DIR]\n\n"
      "Logs to standard error; SPDLOG_LEVEL=debug shows every call. SIGTERM or SIGINT drains and stops.");
  absl::ParseCommandLine(argc, argv);
  spdlog::set_default_logger(spdlog::stderr_color_mt("sillok-ingest"));
  spdlog::cfg::load_env_levels();
  const absl::Status status = sillok::ingest::Run(sillok::ingest::OptionsFromFlags());
  if (!status.ok()) {
    std::cerr << "sillok-ingest: " << status.message() << "\n";
    return 1;
  }
  return 0;
}
