// HTML rewritten so that parsing it costs time linear in its size, whatever it is.
//
// HTML5's rules for unclosed formatting, tables, attributes and nesting cost gumbo time quadratic in the page where somebody
// means ill. What cleaning does not look at is left out: scripts, styles, formatting, tables' structure, most attributes.
// What remains is well nested and at most kMaxHtmlDepth deep. Links become <ins>, every kind of block becomes <div>.
#pragma once

#include <string>
#include <string_view>

namespace sillok::ingest {

inline constexpr size_t kMaxHtmlDepth = 256;

struct TamedHtml {
  std::string html;
  bool capped = false;  // deeper elements were taken apart
};

[[nodiscard]] TamedHtml TameHtml(std::string_view html);

}  // namespace sillok::ingest
