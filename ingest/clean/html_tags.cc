#include "ingest/clean/html_tags.h"

#include <initializer_list>
#include <unordered_map>

namespace sillok::ingest {
namespace {

using TagTable = std::unordered_map<std::string_view, HtmlTag>;

TagTable MakeTags() {
  TagTable tags;
  const auto add = [&](std::initializer_list<std::string_view> names, TagKind kind,
                       std::string_view written = {}, TagGroup group = TagGroup::kNone) {
    for (const std::string_view name : names) {
      tags.emplace(name, HtmlTag{kind, written.empty() ? name : written, group, tags.size()});
    }
  };
  add({"article", "section", "main", "header", "footer", "nav", "aside", "figure", "figcaption", "h1", "h2",
       "h3", "h4", "h5", "h6", "div"},
      TagKind::kBlock);
  add({"ul",    "ol",    "dl",    "blockquote", "form", "fieldset", "address", "details", "summary", "pre",
       "tbody", "thead", "tfoot", "center",     "menu", "dir",      "hgroup",  "picture", "video",   "audio"},
      TagKind::kBlock, "div");
  add({"p"}, TagKind::kBlock, "div", TagGroup::kParagraph);
  add({"li"}, TagKind::kBlock, "div", TagGroup::kItem);
  add({"dt", "dd"}, TagKind::kBlock, "div", TagGroup::kTerm);
  add({"tr"}, TagKind::kBlock, "div", TagGroup::kRow);
  add({"td", "th", "caption"}, TagKind::kBlock, "div", TagGroup::kCell);
  add({"table"}, TagKind::kBlock, "div", TagGroup::kTable);
  add({"a"}, TagKind::kInline, "ins");
  add({"span", "time"}, TagKind::kInline);
  add({"br", "hr"}, TagKind::kBreak, "br");
  add({"meta", "link"}, TagKind::kVoid);
  add({"style", "svg", "math", "iframe", "noscript", "template", "select", "button", "object", "textarea",
       "noframes", "canvas", "applet", "xmp", "noembed"},
      TagKind::kSkip);
  add({"script"}, TagKind::kScript);
  add({"title"}, TagKind::kTitle);
  add({"html", "head", "body"}, TagKind::kPage);
  return tags;
}

}  // namespace

const HtmlTag& FindHtmlTag(std::string_view name) {
  static const auto* const tags = new TagTable(MakeTags());
  static const HtmlTag kUnknown;
  const auto found = tags->find(name);
  return found == tags->end() ? kUnknown : found->second;
}

}  // namespace sillok::ingest
