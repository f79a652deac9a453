// The commit path against RocksDB itself: synced batches of the same bytes from as many writers.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "tests/bench/bench_table.h"

namespace sillok::bench {

// Articles a second through ArticleStore::Put, and bare batches a second. `folder` is for the stores and must be empty.
[[nodiscard]] absl::StatusOr<Comparison> BenchCommits(const std::string& folder);

}  // namespace sillok::bench
