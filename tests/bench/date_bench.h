// Finding the dates of parsed articles against MeCab's tagging of the same sentences, one thread each.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/bench/bench_table.h"

namespace sillok::bench {

// Bytes of cleaned text a second, by CPU time of the thread. `pages` are raw pages, text or HTML.
[[nodiscard]] absl::StatusOr<Comparison> BenchDates(const std::vector<std::string>& pages,
                                                    const std::string& mecab_dictionary);

}  // namespace sillok::bench
