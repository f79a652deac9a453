// What a page says about its article in places that no reader sees: JSON-LD, OpenGraph, meta, <time>.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/clean/clean_article.h"

namespace sillok::ingest {

// The machine-readable parts of a page's markup as they stand there.
struct PageMarkup {
  std::string title;          // <title>
  std::string canonical_url;  // <link rel=canonical>
  std::vector<std::pair<std::string, std::string>>
      metas;                         // property, name or itemprop in lower case → content
  std::vector<std::string> json_ld;  // the scripts' texts
  std::vector<std::pair<std::string, std::string>> times;  // itemprop of <time> (may be empty) → datetime
};

// The same, understood. What is not there is empty.
struct PageMetadata {
  std::string title;
  std::string other_title;  // what OpenGraph says where that is not the same
  std::string outlet;
  std::string site;  // what <title> has behind the title and what sounds like an outlet
  std::string url;
  std::vector<Reporter> byline;
  std::vector<TimeClaim> claims;  // best source first: json_ld, open_graph, time_element
};

[[nodiscard]] PageMetadata ReadMetadata(const PageMarkup& markup);

}  // namespace sillok::ingest
