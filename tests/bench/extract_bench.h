// Reading a page against MeCab's tagging of the same cleaned text, one thread each; and all hardware threads against one.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/pipeline/pipeline.h"
#include "tests/bench/bench_table.h"

namespace sillok::bench {

// Requests for raw pages, text or HTML.
[[nodiscard]] std::vector<v1::RawArticle> RawArticles(const std::vector<std::string>& pages);

// Bytes of cleaned text a second, by CPU time of the thread. `what` names the pages, which are raw.
[[nodiscard]] absl::StatusOr<Comparison> BenchExtraction(const std::string& what,
                                                         const std::vector<std::string>& pages,
                                                         const ingest::Pipeline& pipeline,
                                                         const std::string& mecab_dictionary);

// Pages a second by the clock: a thread for each of the hardware's, which share the pipeline, against as many times one thread.
// The note says what a page then takes of CPU time and how often a thread waits for another, which do not depend on what else
// the machine does.
[[nodiscard]] Comparison BenchThreads(const std::vector<std::string>& pages,
                                      const ingest::Pipeline& pipeline);

}  // namespace sillok::bench
