// Pages of the usual length of an article, made of short ones: the paragraphs of several pages under one title.
//
//   JoinPages(pages, *pipeline)   → texts whose bodies have 3.5 KB and more
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/pipeline/pipeline.h"

namespace sillok::bench {

// Each of the raw `pages` gives its paragraphs once, in their order; what is left at the end is too short and left out.
[[nodiscard]] absl::StatusOr<std::vector<std::string>> JoinPages(const std::vector<std::string>& pages,
                                                                 const ingest::Pipeline& pipeline);

}  // namespace sillok::bench
