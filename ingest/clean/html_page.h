// HTML as lines of a page, and its machine-readable parts.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/clean/clean_article.h"
#include "ingest/clean/page_line.h"
#include "ingest/clean/page_metadata.h"

namespace sillok::ingest {

struct HtmlPage {
  PageLines lines;  // those outside of the article's container are marked so
  PageMarkup markup;
  std::vector<Notice> notices;  // html_nesting_capped
};

// `html` is UTF-8. Any text is some HTML.
[[nodiscard]] HtmlPage ReadHtmlPage(std::string_view html);

}  // namespace sillok::ingest
