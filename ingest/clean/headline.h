// The title of a page, and titles without what sites add to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/clean/page_line.h"

namespace sillok::ingest {

// A <title> without the outlet, section and portal that sites put behind it, and the words that name them.
//
//   "아무개 장관 사임 - 아무일보"  → title "아무개 장관 사임", site "아무일보"
struct SiteTitle {
  std::string title;
  std::string site;  // empty when nothing was cut off
};
[[nodiscard]] SiteTitle StripSite(std::string_view title);

// What a mail or a board calls its title (제목: …), without the newsletter's name in brackets; the line then is the title alone. Empty
// when nothing above `body_begin` says so.
[[nodiscard]] std::string LabelledTitle(PageLines& lines, size_t body_begin);

// True when a line above `body_begin` shows the title, alone or with the site's name behind it.
[[nodiscard]] bool ShowsTitle(const PageLines& lines, size_t body_begin, std::string_view title);

// The title without what follows it in `known` where a line above `body_begin` shows it alone; else `known`. Of sites whose names
// are too long to be told from a title's words.
[[nodiscard]] std::string ShownTitle(const PageLines& lines, size_t body_begin, const std::string& known);

// Finds the title in the lines before `body_begin` and gives it, and every copy of it, the role kTitle. `known` is what
// the caller or the page's metadata says; empty when they say nothing. Returns the index of the title's last copy
// before the body, and nothing when the page shows none.
[[nodiscard]] std::optional<size_t> MarkTitle(PageLines& lines, size_t body_begin, std::string_view known);

}  // namespace sillok::ingest
