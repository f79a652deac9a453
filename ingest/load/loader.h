// Sends many pages through IngestArticles, and again what a broken stream left unanswered.
//
//   Loader loader(channel, {});
//   const LoadReport report = loader.Load(found.pages, [&](const LoadReport& soFar) { bar.Show(soFar); });
//
// Sending again is safe: the same page changes nothing. For one thread at a time.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "grpcpp/grpcpp.h"
#include "ingest/load/page_source.h"
#include "sillok/v1/ingest_service.grpc.pb.h"

namespace sillok::ingest {

struct LoaderOptions {
  // How long to go on trying while nothing gets through.
  absl::Duration patience = absl::Seconds(30);
};

struct LoadReport {
  // Pages answered, by what became of them.
  std::map<v1::Disposition, int64_t> dispositions = {};
  // Pages that were not stored, in the order in which that was known.
  std::vector<LoadFailure> failures = {};
  // Pages settled, one way or the other.
  [[nodiscard]] int64_t settled() const;
};

class Loader {
 public:
  Loader(const std::shared_ptr<grpc::Channel>& channel, const LoaderOptions& options);

  // `on_progress` is called after every settled page, by one thread at a time.
  [[nodiscard]] LoadReport Load(const std::vector<PageSource>& pages,
                                const std::function<void(const LoadReport&)>& on_progress);

 private:
  const std::unique_ptr<v1::IngestService::Stub> stub_;
  const LoaderOptions options_;
};

}  // namespace sillok::ingest
