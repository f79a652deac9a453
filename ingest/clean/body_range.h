// Where the article lies in its page: the stretch of lines with the greatest score, where sentences count for and dress
// counts against (maximum subsequence segmentation, Pasternack and Roth 2009). One pass.
#pragma once

#include <cstddef>

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// Lines [begin, end); empty when the page has no sentence.
struct BodyRange {
  size_t begin = 0;
  size_t end = 0;
};

// The bylines, times and boilerplate must have been marked.
[[nodiscard]] BodyRange FindBody(const PageLines& lines);

}  // namespace sillok::ingest
