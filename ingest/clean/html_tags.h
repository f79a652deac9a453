// What reading does with each of HTML's elements.
#pragma once

#include <cstddef>
#include <string_view>

namespace sillok::ingest {

enum class TagKind {
  kBlock,    // nests, begins a line
  kInline,   // nests
  kBreak,    // <br>, <hr>
  kVoid,     // <meta>, <link>
  kSkip,     // left out with all that is in it
  kScript,   // left out, unless it is JSON-LD
  kTitle,    // text without elements
  kIgnored,  // the tag is left out, what is in it stays
};

// Elements whose start ends an open one of their own group.
enum class TagGroup { kNone, kParagraph, kItem, kTerm, kRow, kCell, kTable };

struct HtmlTag {
  TagKind kind = TagKind::kIgnored;
  std::string_view name = {};
  TagGroup group = TagGroup::kNone;
  size_t id = 0;
  int heading = 0;  // 1…6 for <h1>…<h6>
};

// Ids are less than this.
inline constexpr size_t kMaxHtmlTags = 96;

// By name in lower case; an unknown element is ignored.
[[nodiscard]] const HtmlTag& FindHtmlTag(std::string_view name);

}  // namespace sillok::ingest
