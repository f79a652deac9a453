#include "ingest/clean/html_tags.h"

#include <initializer_list>
#include <unordered_map>

namespace sillok::ingest {
namespace {

using TagTable = std::unordered_map<std::string_view, HtmlTag>;

TagTable MakeTags() {
  TagTable tags;
  const auto add = [&](std::initializer_list<std::string_view> names, TagKind kind,
                       TagGroup group = TagGroup::kNone) {
    for (const std::string_view name : names) {
      const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
      tags.emplace(name, HtmlTag{kind, name, group, tags.size(), heading ? name[1] - '0' : 0});
    }
  };
  add({"article", "section", "main",  "header", "footer",     "nav",    "aside",    "figure",  "figcaption",
       "h1",      "h2",      "h3",    "h4",     "h5",         "h6",     "div",      "ul",      "ol",
       "dl",      "details", "pre",   "form",   "blockquote", "menu",   "fieldset", "address", "summary",
       "tbody",   "thead",   "tfoot", "center", "dir",        "hgroup", "picture",  "video",   "audio"},
      TagKind::kBlock);
  add({"p"}, TagKind::kBlock, TagGroup::kParagraph);
  add({"li"}, TagKind::kBlock, TagGroup::kItem);
  add({"dt", "dd"}, TagKind::kBlock, TagGroup::kTerm);
  add({"tr"}, TagKind::kBlock, TagGroup::kRow);
  add({"td", "th", "caption"}, TagKind::kBlock, TagGroup::kCell);
  add({"table"}, TagKind::kBlock, TagGroup::kTable);
  add({"a", "span", "time"}, TagKind::kInline);
  add({"br", "hr"}, TagKind::kBreak);
  add({"meta", "link"}, TagKind::kVoid);
  add({"style", "svg", "math", "iframe", "noscript", "template", "select", "button", "object", "textarea",
       "noframes", "canvas", "applet", "xmp", "noembed"},
      TagKind::kSkip);
  add({"script"}, TagKind::kScript);
  add({"title"}, TagKind::kTitle);
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
