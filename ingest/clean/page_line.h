// A line of a page, from plain text or from HTML, and what the steps of cleaning found it to be.
//
// A page is a vector of non-empty lines in reading order. Every step takes lines nobody has claimed (kOpen) and gives
// some of them a role; what is still open outside of the body at the end is dropped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/clean/page_span.h"

namespace sillok::ingest {

enum class LineRole {
  kOpen,         // nobody knows yet
  kChrome,       // buttons, menus, counters
  kEnd,          // what stands behind an article: copyright, imprint
  kComments,     // readers' comments begin
  kListHeading,  // other articles' headlines follow
  kListed,       // one of those headlines
  kCredit,       // whose photo the line above describes
  kSummary,      // a machine's summary of the article follows
  kTags,         // the article's keywords, which stand behind most articles
  kTitle,
  kOutlet,
  kUrl,
  kByline,
  kTime,
  kCaption,
  kSubtitle,
  kBody,
};

struct PageLine {
  std::string text;        // NormalizeText'ed, without space around it
  PageSpan source;         // where it stands in the page
  size_t runes = 0;        // code points of `text`
  size_t link_bytes = 0;   // bytes of `text` inside of links; 0 in plain text
  int heading = 0;         // 1…6 for h1…h6
  bool statement = false;  // HoldsStatement
  bool after_gap = false;  // an empty line stands before it; in HTML always true
  bool caption = false;    // the markup says that it is a caption
  bool outside = false;    // the markup says that it is not in the article's container
  bool signed_by = false;  // the markup says that it names who signs
  bool timed = false;      // a time of the page stood in it, and has been taken out
  LineRole role = LineRole::kOpen;
};

using PageLines = std::vector<PageLine>;

// Where `written` stands without the space around it, when it begins at byte `begin` of the page.
[[nodiscard]] PageSpan TrimmedSpan(std::string_view written, size_t begin);

// The line of this text: normalised, trimmed, counted. Empty text gives an empty line, which is not to be kept.
[[nodiscard]] PageLine MakeLine(std::string_view text);

}  // namespace sillok::ingest
