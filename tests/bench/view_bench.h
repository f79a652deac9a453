// How a view grows: what a commit costs in a small and in a large one, how fast one is built from nothing, and whether those of
// whom everybody writes are answered as quickly as those of whom hardly anybody does.
//
//   SILLOK_ASSIGN_OR_RETURN(const std::vector<Comparison> rows, BenchView(folder, /*articles=*/100000));
//
// Both views are filled on one thread by View::Apply, as the follower does it.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/bench/bench_table.h"

namespace sillok::bench {

// The small view holds a hundredth of `articles`, but at least 1,000. `articles` of 1,000,000 take some 20 minutes and 15 GB
// in `folder`.
[[nodiscard]] absl::StatusOr<std::vector<Comparison>> BenchView(const std::string& folder, int articles);

}  // namespace sillok::bench
