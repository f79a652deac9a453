// HTML as it is written: tags and the texts between them, one after another.
//
//   HtmlScanner scanner(html);
//   HtmlToken token;
//   while (scanner.Next(token)) …
//
// Comments, scripts, styles and other elements that no reader sees are left out, but for JSON-LD and the first <title>. Any text
// is some HTML. Time linear in the page. Tokens point into the page. One scanner, one thread.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/clean/html_tags.h"

namespace sillok::ingest {

// The attributes that reading looks at.
enum class HtmlAttribute {
  kClass,
  kId,
  kItemprop,
  kProperty,
  kName,
  kContent,
  kDatetime,
  kType,
  kRel,
  kHref,
  kHidden,  // also a style that says display:none
  kCount,
};

// Values as they are written, character references and all; the first of a name counts.
class HtmlAttributes {
 public:
  [[nodiscard]] std::string_view operator[](HtmlAttribute name) const {
    return values_[static_cast<size_t>(name)];
  }
  [[nodiscard]] bool Has(HtmlAttribute name) const { return has_[static_cast<size_t>(name)]; }
  void Add(HtmlAttribute name, std::string_view value);
  void Clear() { *this = HtmlAttributes(); }

 private:
  std::array<std::string_view, static_cast<size_t>(HtmlAttribute::kCount)> values_;
  std::array<bool, static_cast<size_t>(HtmlAttribute::kCount)> has_{};
};

struct HtmlToken {
  enum Kind { kText, kStart, kEnd, kGap };
  Kind kind = kText;
  // kText: as written. kGap: an element that was left out. kStart of <title> and <script>: what is in it; no end follows.
  std::string_view text;
  const HtmlTag* tag = nullptr;
  HtmlAttributes attributes;
};

class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : in_(html) {}

  // False at the end of the page.
  bool Next(HtmlToken& token);

 private:
  bool Markup(HtmlToken& token);
  bool Start(HtmlToken& token);
  void SkipBehind(std::string_view mark, size_t from);
  const HtmlTag& TakeTag();
  void TakeAttributes(HtmlAttributes& attributes);
  std::string_view TakeValue();
  std::string_view TakeInside(const HtmlTag& tag);
  size_t FindEnd(const HtmlTag& tag);

  std::string_view in_;
  size_t at_ = 0;
  bool self_closing_ = false;
  bool titled_ = false;
  std::array<bool, kMaxHtmlTags> endless_{};  // no end tag from here on: nobody looks twice
};

}  // namespace sillok::ingest
