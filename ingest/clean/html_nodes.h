// A page as one flat list of nodes in document order, so that every question about it is a loop.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/clean/html_scanner.h"
#include "ingest/clean/page_span.h"

namespace sillok::ingest {

// An element, a text or the edge of a block.
struct HtmlNode {
  enum Kind { kElement, kText, kBreak };
  Kind kind = kElement;
  size_t parent = 0;  // its own index for the root
  std::string_view text;
  PageSpan source;     // of a text, as it is written
  size_t prose = 0;    // bytes of running text in it, links not counted
  int body_rank = 0;   // how surely the markup calls it the article's text: 0…3
  int heading = 0;     // inside of h1…h6
  bool dress = false;  // the markup calls it something else than the article
  bool aside = false;  // and by the element itself, which lies less often than a name
  bool named = false;  // has a class or an id
  bool inline_element = false;
  bool link = false;     // inside of a link
  bool caption = false;  // inside of a caption
  bool byline = false;   // inside of what names who signs
  bool time = false;     // inside of what shows when it was published
  bool skipped = false;  // inside of what is not the article
  bool in_container = false;
};

using HtmlNodes = std::vector<HtmlNode>;

// What the names of elements say of them (html_hints.tsv). Remembers what it has read: a page's names repeat.
class HtmlNames {
 public:
  // Puts what tag and attributes say into `node`, which has inherited from its parent.
  void Describe(const HtmlTag& tag, const HtmlAttributes& attributes, HtmlNode& node);

 private:
  struct Meaning {
    int body_rank = 0;
    bool dress = false;
    bool caption = false;
    bool byline = false;
    bool time = false;
  };
  static Meaning ReadName(std::string_view name);
  static Meaning ReadNames(std::string_view names);
  void DescribeNames(std::string_view names, HtmlNode& node);

  std::unordered_map<std::string_view, Meaning> read_;
};

// Decides what is skipped and which element holds the article: what the markup says, where the text bears it out. A page
// whose markup says nothing is its own container; its lines decide.
void MarkContainer(HtmlNodes& nodes);

}  // namespace sillok::ingest
