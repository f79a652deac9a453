#include "ingest/clean/html_nodes.h"

#include <set>
#include <string>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "ingest/clean/prose.h"

namespace sillok::ingest {
namespace {

// Text without a sentence counts as running text from this length on.
constexpr size_t kRunningBytes = 120;
constexpr size_t kMaxNameBytes = 512;
constexpr size_t kMaxMetas = 512;
constexpr size_t kMaxTimes = 64;

struct Hints {
  std::set<std::string, std::less<>> body;
  std::set<std::string, std::less<>> caption;
  std::set<std::string, std::less<>> skip;
};

const Hints& AllHints() {
  static const auto* const all = [] {
    auto* const hints = new Hints;
    const LexiconTable table = FindLexicon("html_hints");
    for (const LexiconRow& row : table.rows()) {
      auto& words = row[0] == "body" ? hints->body : row[0] == "caption" ? hints->caption : hints->skip;
      words.emplace(row[1]);
    }
    return hints;
  }();
  return *all;
}

char Lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte; }

std::string_view Attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* const attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr ? std::string_view() : attribute->value;
}

// What one name of a class or an id says.
void ReadName(std::string_view name, HtmlNode& node) {
  std::string joined;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    if (AllHints().skip.contains(word)) node.dress = true;
    if (AllHints().caption.contains(word)) node.caption = true;
    word.clear();
  };
  char before = '\0';
  for (const char byte : name) {
    const bool mark = byte == '-' || byte == '_' || byte == ':' || byte == '.';
    const bool hump = byte >= 'A' && byte <= 'Z' && before >= 'a' && before <= 'z';
    if (mark || hump) end_word();
    if (!mark) {
      word.push_back(Lower(byte));
      joined.push_back(Lower(byte));
    }
    before = byte;
  }
  end_word();
  if (AllHints().caption.contains(joined)) node.caption = true;
  if (AllHints().skip.contains(joined)) node.dress = true;
  const int rank = joined == "article" ? 1 : 2;
  if (AllHints().body.contains(joined)) node.body_rank = std::max(node.body_rank, rank);
}

void ReadNames(std::string_view names, HtmlNode& node) {
  names = names.substr(0, kMaxNameBytes);
  while (!names.empty()) {
    const size_t space = names.find_first_of(" \t\n\r\f");
    if (space != 0) ReadName(names.substr(0, space), node);
    names.remove_prefix(space == names.npos ? names.size() : space + 1);
  }
}

bool IsBlock(GumboTag tag) { return tag != GUMBO_TAG_INS && tag != GUMBO_TAG_SPAN && tag != GUMBO_TAG_TIME; }

class Flattener {
 public:
  explicit Flattener(PageMarkup& markup) : markup_(markup) {}

  HtmlNodes Run(const GumboNode& root) {
    nodes_.emplace_back();
    Children(root.v.element, 0);
    return std::move(nodes_);
  }

 private:
  // The depth is bounded by kMaxHtmlDepth.
  void Children(const GumboElement& element, size_t parent) {
    for (unsigned int i = 0; i < element.children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
      if (child.type == GUMBO_NODE_TEXT || child.type == GUMBO_NODE_WHITESPACE ||
          child.type == GUMBO_NODE_CDATA) {
        Text(child.v.text.text, parent);
      } else if (child.type == GUMBO_NODE_ELEMENT) {
        Element(child.v.element, parent);
      }
    }
  }

  void Text(std::string_view text, size_t parent) {
    HtmlNode node = Inherit(parent, HtmlNode::kText);
    node.text = text;
    if (!node.link && (text.size() >= kRunningBytes || HoldsStatement(text))) node.prose = text.size();
    nodes_.push_back(node);
  }

  void Element(const GumboElement& element, size_t parent) {
    switch (element.tag) {
      case GUMBO_TAG_TITLE:
        markup_.title = TextOf(element);
        return;
      case GUMBO_TAG_META:
        Meta(element);
        return;
      case GUMBO_TAG_LINK:
        if (Attribute(element, "rel") == "canonical") markup_.canonical_url = Attribute(element, "href");
        return;
      case GUMBO_TAG_SCRIPT:
        markup_.json_ld.push_back(TextOf(element));
        return;
      case GUMBO_TAG_BR:
        Break(parent);
        return;
      default:
        break;
    }
    const bool block = IsBlock(element.tag);
    if (block) Break(parent);
    const size_t index = nodes_.size();
    nodes_.push_back(Describe(element, parent));
    if (element.tag == GUMBO_TAG_TIME) Time(element);
    Children(element, index);
    if (block) Break(parent);
  }

  HtmlNode Inherit(size_t parent, HtmlNode::Kind kind) const {
    HtmlNode node;
    node.kind = kind;
    node.parent = parent;
    node.heading = nodes_[parent].heading;
    node.link = nodes_[parent].link;
    node.caption = nodes_[parent].caption;
    return node;
  }

  HtmlNode Describe(const GumboElement& element, size_t parent) const {
    HtmlNode node = Inherit(parent, HtmlNode::kElement);
    ReadNames(Attribute(element, "class"), node);
    ReadNames(Attribute(element, "id"), node);
    node.named = !Attribute(element, "class").empty() || !Attribute(element, "id").empty();
    const GumboTag tag = element.tag;
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) node.heading = 1 + static_cast<int>(tag) - GUMBO_TAG_H1;
    node.inline_element = !IsBlock(tag);
    if (tag == GUMBO_TAG_INS) node.link = true;
    if (tag == GUMBO_TAG_FIGCAPTION) node.caption = true;
    if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER) node.dress = true;
    if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) node.dress = true;
    if (tag == GUMBO_TAG_ARTICLE) node.body_rank = std::max(node.body_rank, 1);
    const std::string_view property = Attribute(element, "itemprop");
    if (property == "articleBody" || property == "articlebody") node.body_rank = 3;
    if (property == "caption") node.caption = true;
    return node;
  }

  void Break(size_t parent) {
    HtmlNode node;
    node.kind = HtmlNode::kBreak;
    node.parent = parent;
    nodes_.push_back(node);
  }

  void Meta(const GumboElement& element) {
    if (markup_.metas.size() >= kMaxMetas) return;
    for (const char* const key : {"property", "name", "itemprop"}) {
      std::string name(Attribute(element, key));
      if (name.empty()) continue;
      for (char& byte : name) byte = Lower(byte);
      markup_.metas.emplace_back(std::move(name), Attribute(element, "content"));
      return;
    }
  }

  void Time(const GumboElement& element) {
    if (markup_.times.size() >= kMaxTimes || Attribute(element, "datetime").empty()) return;
    std::string property(Attribute(element, "itemprop"));
    for (char& byte : property) byte = Lower(byte);
    markup_.times.emplace_back(std::move(property), Attribute(element, "datetime"));
  }

  static std::string TextOf(const GumboElement& element) {
    std::string text;
    for (unsigned int i = 0; i < element.children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
      if (child.type != GUMBO_NODE_ELEMENT && child.type != GUMBO_NODE_TEMPLATE) text += child.v.text.text;
    }
    return text;
  }

  PageMarkup& markup_;
  HtmlNodes nodes_;
};

// Every element's running text is its own and that of what is in it.
void SumProse(HtmlNodes& nodes) {
  for (size_t i = nodes.size(); i-- > 1;) nodes[nodes[i].parent].prose += nodes[i].prose;
}

// Skips what the markup calls dress, unless a third of the page's text is in it: names lie.
void MarkSkipped(HtmlNodes& nodes) {
  const size_t total = nodes[0].prose;
  for (size_t i = 1; i < nodes.size(); ++i) {
    HtmlNode& node = nodes[i];
    node.skipped = nodes[node.parent].skipped || (node.dress && node.prose * 3 <= total);
  }
}

// The element with the most text among those of a rank; the innermost of equal ones. 0 when there is none that holds
// half of the page's text.
size_t FindRanked(const HtmlNodes& nodes, int rank) {
  size_t best = 0;
  for (size_t i = 1; i < nodes.size(); ++i) {
    const HtmlNode& node = nodes[i];
    if (node.skipped || node.body_rank != rank || node.prose == 0) continue;
    if (best == 0 || node.prose >= nodes[best].prose) best = i;
  }
  return best != 0 && nodes[best].prose * 2 >= nodes[0].prose ? best : 0;
}

}  // namespace

HtmlNodes FlattenHtml(const GumboNode& root, PageMarkup& markup) { return Flattener(markup).Run(root); }

void MarkContainer(HtmlNodes& nodes) {
  SumProse(nodes);
  MarkSkipped(nodes);
  size_t container = 0;
  for (int rank = 3; rank > 0 && container == 0; --rank) container = FindRanked(nodes, rank);
  nodes[container].in_container = true;
  for (size_t i = container + 1; i < nodes.size(); ++i) {
    nodes[i].in_container = nodes[i].parent < i && nodes[nodes[i].parent].in_container;
  }
}

}  // namespace sillok::ingest
