// A stretch of a page as it came, so that what was cleaned can be found in it again.
#pragma once

#include <cstddef>

namespace sillok::ingest {

// Half-open bytes: of `text` or `html` as given, of `raw` in UTF-8 without its byte order mark. Empty: the page does not show it.
struct PageSpan {
  size_t begin = 0;
  size_t end = 0;

  friend bool operator==(const PageSpan&, const PageSpan&) = default;
};

}  // namespace sillok::ingest
