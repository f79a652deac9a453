// Cleaning pages against gumbo's bare parse of the same HTML, and against ICU's normalisation of the same text.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/bench/bench_table.h"

namespace sillok::bench {

// MB (10^6 bytes) of page a second, by CPU time of the thread: the pages given, sorted into HTML and text, and generated ones of
// the size that sites serve. `pages` are raw.
[[nodiscard]] absl::StatusOr<std::vector<Comparison>> BenchCleaning(const std::vector<std::string>& pages);

}  // namespace sillok::bench
