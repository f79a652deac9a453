// Queries against a bare gRPC echo that answers the same number of bytes, each from a process of its own; and how soon an
// acknowledged article is visible.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/bench/bench_table.h"

namespace sillok::bench {

struct QueryBenchOptions {
  std::string programs;  // the folder of sillok-ingest, sillok-query and sillok-bench-echo
  std::string folder;    // for stores; empty
  std::string mecab_dictionary;
  int articles = 10000;  // generated ones in the view
  int in_flight = 32;
};

// Calls a second of GetEntity and of GetTimeline's first page.
[[nodiscard]] absl::StatusOr<std::vector<Comparison>> BenchQueries(const QueryBenchOptions& options);

struct Visibility {
  int articles = 0;
  double acknowledged_p50_ms = 0;  // from sending a page to its acknowledgement
  double visible_p50_ms = 0;       // from the acknowledgement to an answer that includes it
  double visible_p99_ms = 0;
};

// Sends `pages` in turn at a steady 20 articles a second and asks for each by its commit token as soon as it is acknowledged.
[[nodiscard]] absl::StatusOr<Visibility> BenchVisibility(const QueryBenchOptions& options,
                                                         const std::vector<std::string>& pages);

}  // namespace sillok::bench
