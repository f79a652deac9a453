#include "ingest/clean/html_tree.h"

#include <array>
#include <utility>
#include <vector>

#include "ingest/clean/character_references.h"
#include "ingest/clean/html_scanner.h"
#include "ingest/clean/prose.h"

namespace sillok::ingest {
namespace {

// Text without a sentence counts as running text from this length on.
constexpr size_t kRunningBytes = 120;
constexpr size_t kMaxMetas = 512;
constexpr size_t kMaxTimes = 64;

std::string LowerAll(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
  return lower;
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \n\t\r\f") == text.npos; }

// True when the end of `tag` does not reach out of `above`: what is inline ends within its block, what is in a cell within its
// cell.
bool Holds(const HtmlTag& above, const HtmlTag& tag) {
  if (tag.kind == TagKind::kInline && above.kind == TagKind::kBlock) return true;
  return (above.group == TagGroup::kCell || above.group == TagGroup::kTable) &&
         tag.group != TagGroup::kCell && tag.group != TagGroup::kRow && tag.group != TagGroup::kTable;
}

class TreeReader {
 public:
  explicit TreeReader(std::string_view html) : html_(html), scanner_(html) {
    tree_.nodes.emplace_back();
    tree_.nodes.reserve(html.size() / 64 + 16);
  }

  HtmlTree Run() {
    HtmlToken token;
    while (scanner_.Next(token)) {
      if (token.kind == HtmlToken::kText) {
        AddText(token.text);
      } else if (token.kind == HtmlToken::kGap) {
        Join(" ");
      } else if (token.kind == HtmlToken::kStart) {
        Start(token);
      } else {
        End(*token.tag);
      }
    }
    EndText();
    return std::move(tree_);
  }

 private:
  struct Open {
    const HtmlTag* tag;
    size_t node;
  };

  size_t Parent() const { return open_.empty() ? 0 : open_.back().node; }

  void AddText(std::string_view text) {
    const auto begin = static_cast<size_t>(text.data() - html_.data());
    if (source_ == PageSpan()) source_.begin = begin;
    source_.end = begin + text.size();
    Join(text);
  }

  // Texts that only left-out tags part are one.
  void Join(std::string_view text) {
    if (text_.empty()) {
      text_ = text;
      return;
    }
    if (text_.data() != joined_.data()) joined_ = text_;
    joined_.append(text);
    text_ = joined_;
  }

  void EndText() {
    std::string_view text = std::exchange(text_, {});
    const PageSpan source = std::exchange(source_, {});
    if (text.empty() || (tree_.nodes.back().kind == HtmlNode::kBreak && IsBlank(text))) return;
    if (text.find('&') != text.npos) {
      text = tree_.texts.emplace_back(DecodeReferences(text));
    } else if (text.data() == joined_.data()) {
      text = tree_.texts.emplace_back(text);
    }
    HtmlNode& node = Append(HtmlNode::kText);
    node.text = text;
    node.source = source;
    if (!node.link && (text.size() >= kRunningBytes || HoldsStatement(text))) node.prose = text.size();
  }

  HtmlNode& Append(HtmlNode::Kind kind) {
    const size_t parent = Parent();
    HtmlNode& node = tree_.nodes.emplace_back();
    const HtmlNode& above = tree_.nodes[parent];
    node.kind = kind;
    node.parent = parent;
    node.heading = above.heading;
    node.link = above.link;
    node.caption = above.caption;
    node.byline = above.byline;
    node.time = above.time;
    return node;
  }

  void Break() {
    EndText();
    if (tree_.nodes.back().kind != HtmlNode::kBreak) Append(HtmlNode::kBreak);
  }

  void Start(const HtmlToken& token) {
    const HtmlTag& tag = *token.tag;
    switch (tag.kind) {
      case TagKind::kBreak:
        return Break();
      case TagKind::kVoid:
        return tag.name == "meta" ? Meta(token.attributes) : Link(token.attributes);
      case TagKind::kScript:
        tree_.markup.json_ld.emplace_back(token.text);
        return;
      case TagKind::kTitle:
        tree_.markup.title = DecodeReferences(token.text);
        return;
      case TagKind::kBlock:
        Break();
        CloseImplied(tag);
        break;
      default:
        EndText();
    }
    if (open_.size() >= kMaxHtmlDepth) {
      tree_.capped = true;
      ++dropped_[tag.id];
      return;
    }
    HtmlNode& node = Append(HtmlNode::kElement);
    names_.Describe(tag, token.attributes, node);
    if (tag.name == "time") Time(token.attributes);
    open_.push_back({&tag, tree_.nodes.size() - 1});
    ++counts_[tag.id];
  }

  void End(const HtmlTag& tag) {
    if (tag.kind == TagKind::kBreak) Break();
    if (tag.kind != TagKind::kBlock && tag.kind != TagKind::kInline) return;
    if (dropped_[tag.id] > 0) {
      --dropped_[tag.id];
      if (tag.kind == TagKind::kBlock) Break();
      return;
    }
    if (counts_[tag.id] == 0) return;
    size_t depth = open_.size();
    while (depth > 0 && open_[depth - 1].tag != &tag) {
      if (Holds(*open_[depth - 1].tag, tag)) return;
      --depth;
    }
    if (depth > 0) PopTo(depth - 1);
  }

  // Closes the paragraph, item or cell that the start of a block ends.
  void CloseImplied(const HtmlTag& tag) {
    while (true) {
      size_t depth = open_.size();
      while (depth > 0 && open_[depth - 1].tag->kind == TagKind::kInline) --depth;
      if (depth == 0) return;
      const TagGroup open = open_[depth - 1].tag->group;
      const bool same = open != TagGroup::kNone && open != TagGroup::kTable && open == tag.group;
      const bool ended =
          same || open == TagGroup::kParagraph || (open == TagGroup::kCell && tag.group == TagGroup::kRow);
      if (!ended) return;
      PopTo(depth - 1);
    }
  }

  void PopTo(size_t depth) {
    EndText();
    bool block = false;
    while (open_.size() > depth) {
      const HtmlTag& tag = *open_.back().tag;
      block = block || tag.kind == TagKind::kBlock;
      --counts_[tag.id];
      open_.pop_back();
    }
    if (block) Break();
  }

  void Meta(const HtmlAttributes& attributes) {
    if (tree_.markup.metas.size() >= kMaxMetas) return;
    for (const HtmlAttribute key :
         {HtmlAttribute::kProperty, HtmlAttribute::kName, HtmlAttribute::kItemprop}) {
      if (attributes[key].empty()) continue;
      tree_.markup.metas.emplace_back(LowerAll(attributes[key]),
                                      DecodeReferences(attributes[HtmlAttribute::kContent]));
      return;
    }
  }

  void Link(const HtmlAttributes& attributes) {
    if (attributes[HtmlAttribute::kRel] != "canonical") return;
    tree_.markup.canonical_url = DecodeReferences(attributes[HtmlAttribute::kHref]);
  }

  void Time(const HtmlAttributes& attributes) {
    const std::string_view written = attributes[HtmlAttribute::kDatetime];
    if (tree_.markup.times.size() >= kMaxTimes || written.empty()) return;
    tree_.markup.times.emplace_back(LowerAll(attributes[HtmlAttribute::kItemprop]), written);
  }

  std::string_view html_;
  HtmlScanner scanner_;
  HtmlTree tree_;
  HtmlNames names_;
  std::string_view text_;  // what has been read since the last tag that matters
  std::string joined_;
  PageSpan source_;  // where that stands; empty while it is only gaps
  std::vector<Open> open_;
  std::array<size_t, kMaxHtmlTags> counts_{};
  std::array<size_t, kMaxHtmlTags> dropped_{};
};

}  // namespace

HtmlTree ReadHtmlTree(std::string_view html) { return TreeReader(html).Run(); }

}  // namespace sillok::ingest
