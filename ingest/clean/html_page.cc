#include "ingest/clean/html_page.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/clean/html_nodes.h"
#include "ingest/clean/html_tree.h"
#include "ingest/clean/time_claims.h"
#include "ingest/clean/written_time.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMaxTimeBytes = 80;

// Collects text into lines.
class LineWriter {
 public:
  LineWriter(std::string_view html, const HtmlNodes& nodes, PageLines& lines)
      : html_(html), nodes_(nodes), lines_(lines) {}

  void Add(const HtmlNode& node) {
    // A time stands on a line of its own, whatever stands beside it.
    const bool is_time = ShowsTime(node);
    if (first_ != nullptr && is_time != time_) Flush();
    time_ = is_time;
    if (first_ == nullptr) first_ = &node;
    // Inline elements side by side are a row of things, whatever their style puts between them, when one has a name
    // or is a link; without any they are splinters of a word.
    const bool apart = last_ != nullptr && last_->parent != node.parent && IsInline(*last_) && IsInline(node);
    if (apart && (IsThing(*last_) || IsThing(node))) text_ += ' ';
    last_ = &node;
    AddSource(node);
    text_.append(node.text);
    if (node.link) link_bytes_ += node.text.size();
    caption_ = caption_ || node.caption;
    byline_ = byline_ || node.byline;
  }

  void Flush() {
    if (first_ == nullptr) return;
    PageLine line = MakeLine(text_);
    if (!line.text.empty()) {
      line.link_bytes = std::min(link_bytes_, line.text.size());
      line.source = TrimmedSpan(html_.substr(source_.begin, source_.end - source_.begin), source_.begin);
      line.heading = first_->heading;
      line.after_gap = true;
      line.caption = caption_;
      line.signed_by = byline_;
      line.outside = !first_->in_container;
      lines_.push_back(std::move(line));
    }
    text_.clear();
    source_ = {};
    link_bytes_ = 0;
    caption_ = false;
    byline_ = false;
    first_ = nullptr;
    last_ = nullptr;
  }

 private:
  // From the first text that is not blank.
  void AddSource(const HtmlNode& node) {
    if (node.source == PageSpan()) return;
    if (source_ == PageSpan() && node.text.find_first_not_of(" \t\n\r") == node.text.npos) return;
    if (source_ == PageSpan()) source_.begin = node.source.begin;
    source_.end = node.source.end;
  }

  [[nodiscard]] static bool ShowsTime(const HtmlNode& node) {
    return node.time && node.text.size() <= kMaxTimeBytes && !FindTimes(node.text).empty();
  }
  [[nodiscard]] bool IsInline(const HtmlNode& text) const { return nodes_[text.parent].inline_element; }
  [[nodiscard]] bool IsThing(const HtmlNode& text) const {
    return nodes_[text.parent].named || nodes_[text.parent].link || text.byline;
  }

  const std::string_view html_;
  const HtmlNodes& nodes_;
  PageLines& lines_;
  std::string text_;
  PageSpan source_;
  size_t link_bytes_ = 0;
  bool caption_ = false;
  bool byline_ = false;
  bool time_ = false;
  const HtmlNode* first_ = nullptr;
  const HtmlNode* last_ = nullptr;
};

}  // namespace

HtmlPage ReadHtmlPage(std::string_view html) {
  HtmlPage page;
  HtmlTree tree = ReadHtmlTree(html);
  if (tree.capped) {
    page.notices.push_back({"html_nesting_capped", "elements nested more than " +
                                                       std::to_string(kMaxHtmlDepth) +
                                                       " deep were read as if they were not nested"});
  }
  page.markup = std::move(tree.markup);
  MarkContainer(tree.nodes);
  LineWriter writer(html, tree.nodes, page.lines);
  for (const HtmlNode& node : tree.nodes) {
    if (node.kind == HtmlNode::kBreak) {
      writer.Flush();
    } else if (node.kind == HtmlNode::kText && !node.skipped) {
      writer.Add(node);
    } else if (node.kind == HtmlNode::kText && IsLabelledTime(node.text)) {
      // The page's time may stand among its buttons.
      writer.Flush();
      writer.Add(node);
      writer.Flush();
    }
  }
  writer.Flush();
  return page;
}

}  // namespace sillok::ingest
