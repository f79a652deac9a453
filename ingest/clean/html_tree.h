// HTML as a tree that costs time linear in its size, whatever it is.
//
//   HtmlTree tree = ReadHtmlTree(html);   // tree.nodes, tree.markup
//
// HTML5's rules for unclosed formatting, tables and nesting cost time quadratic in the page where somebody means ill, and most
// of the rest too. Cleaning needs less: blocks, links and named spans, each closed where its parent ends. What nests deeper than
// kMaxHtmlDepth is read as if it did not. Pure; safe from any thread.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "ingest/clean/html_nodes.h"
#include "ingest/clean/page_metadata.h"

namespace sillok::ingest {

inline constexpr size_t kMaxHtmlDepth = 256;

struct HtmlTree {
  HtmlNodes nodes;
  PageMarkup markup;              // what the head and the <time> elements say
  bool capped = false;            // deeper elements were taken apart
  std::deque<std::string> texts;  // those that do not stand in the page as they are; nodes point here
};

// The texts of the nodes point into `html` and into the tree, and live as long as both do.
[[nodiscard]] HtmlTree ReadHtmlTree(std::string_view html);

}  // namespace sillok::ingest
