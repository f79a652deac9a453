#include "ingest/clean/html_nodes.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <unordered_set>

#include "absl/strings/ascii.h"
#include "common/lexicon/lexicon.h"

namespace sillok::ingest {
namespace {

constexpr size_t kMaxNamesBytes = 512;

// Words of the rows, which live as long as the program.
struct Hints {
  std::unordered_set<std::string_view> body;
  std::unordered_set<std::string_view> caption;
  std::unordered_set<std::string_view> byline;
  std::unordered_set<std::string_view> time;
  std::unordered_set<std::string_view> skip;
};

const Hints& AllHints() {
  static const auto* const all = [] {
    auto* const hints = new Hints;
    const std::map<std::string_view, std::unordered_set<std::string_view>*> kinds = {
        {"body", &hints->body},
        {"caption", &hints->caption},
        {"byline", &hints->byline},
        {"time", &hints->time},
        {"skip", &hints->skip}};
    const LexiconTable table = FindLexicon("html_hints");
    for (const LexiconRow& row : table.rows()) {
      const auto kind = kinds.find(row[0]);
      if (kind == kinds.end()) std::abort();  // a mistake in the rows
      kind->second->emplace(row[1]);
    }
    return hints;
  }();
  return *all;
}

// Every element's running text is its own and that of what is in it.
void SumProse(HtmlNodes& nodes) {
  for (size_t i = nodes.size(); i-- > 1;) nodes[nodes[i].parent].prose += nodes[i].prose;
}

// Skips what the markup calls dress, unless a third of the page's text is in it: names lie. An element that is dress by its tag may
// hold most of the text: lists of other articles are longer than some articles.
void MarkSkipped(HtmlNodes& nodes) {
  const size_t total = nodes[0].prose;
  for (size_t i = 1; i < nodes.size(); ++i) {
    HtmlNode& node = nodes[i];
    node.skipped = nodes[node.parent].skipped || (node.dress && node.prose * 3 <= total) ||
                   (node.aside && node.prose * 8 <= total * 7);
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

// What one name of a class or an id says.
HtmlNames::Meaning HtmlNames::ReadName(std::string_view name) {
  Meaning meaning;
  std::string joined;
  size_t word = 0;  // where the current word begins in `joined`
  const auto end_word = [&] {
    std::string_view last = joined;
    last.remove_prefix(word);
    if (AllHints().skip.contains(last)) meaning.dress = true;
    if (AllHints().caption.contains(last)) meaning.caption = true;
    if (AllHints().byline.contains(last)) meaning.byline = true;
    if (AllHints().time.contains(last)) meaning.time = true;
    word = joined.size();
  };
  char before = '\0';
  for (const char byte : name) {
    const bool mark = byte == '-' || byte == '_' || byte == ':' || byte == '.';
    const bool hump = byte >= 'A' && byte <= 'Z' && before >= 'a' && before <= 'z';
    if (mark || hump) end_word();
    if (!mark) joined.push_back(absl::ascii_tolower(byte));
    before = byte;
  }
  end_word();
  if (AllHints().caption.contains(joined)) meaning.caption = true;
  if (AllHints().skip.contains(joined)) meaning.dress = true;
  if (AllHints().body.contains(joined)) meaning.body_rank = joined == "article" ? 1 : 2;
  return meaning;
}

HtmlNames::Meaning HtmlNames::ReadNames(std::string_view names) {
  Meaning all;
  while (!names.empty()) {
    const size_t space = names.find_first_of(" \t\n\r\f");
    if (space != 0) {
      const Meaning one = ReadName(names.substr(0, space));
      all.body_rank = std::max(all.body_rank, one.body_rank);
      all.dress = all.dress || one.dress;
      all.caption = all.caption || one.caption;
      all.byline = all.byline || one.byline;
      all.time = all.time || one.time;
    }
    names.remove_prefix(space == names.npos ? names.size() : space + 1);
  }
  return all;
}

void HtmlNames::DescribeNames(std::string_view names, HtmlNode& node) {
  if (names.empty()) return;
  node.named = true;
  names = names.substr(0, kMaxNamesBytes);
  const auto [known, fresh] = read_.try_emplace(names);
  if (fresh) known->second = ReadNames(names);
  const Meaning& meaning = known->second;
  node.body_rank = std::max(node.body_rank, meaning.body_rank);
  node.dress = node.dress || meaning.dress;
  node.caption = node.caption || meaning.caption;
  node.byline = node.byline || meaning.byline;
  node.time = node.time || meaning.time;
}

void HtmlNames::Describe(const HtmlTag& tag, const HtmlAttributes& attributes, HtmlNode& node) {
  DescribeNames(attributes[HtmlAttribute::kClass], node);
  DescribeNames(attributes[HtmlAttribute::kId], node);
  if (tag.heading > 0) node.heading = tag.heading;
  node.inline_element = tag.kind == TagKind::kInline;
  if (tag.name == "a") node.link = true;
  if (tag.name == "figcaption") node.caption = true;
  if (tag.name == "nav" || tag.name == "aside" || tag.name == "footer") node.aside = true;
  if (tag.name == "time") node.time = true;
  if (attributes.Has(HtmlAttribute::kHidden)) node.dress = true;
  if (tag.name == "article") node.body_rank = std::max(node.body_rank, 1);
  const std::string_view property = attributes[HtmlAttribute::kItemprop];
  if (property == "articleBody" || property == "articlebody") node.body_rank = 3;
  if (property == "caption") node.caption = true;
}

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
