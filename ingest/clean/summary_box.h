// A machine's summary above an article, which says the article's own words again.
#pragma once

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// Lines behind a kSummary line become kChrome: up to the line that ends the box and says so, else those whose words the article
// repeats. The boilerplate must have been marked.
void MarkSummaries(PageLines& lines);

}  // namespace sillok::ingest
