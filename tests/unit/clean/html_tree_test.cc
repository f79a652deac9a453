#include "ingest/clean/html_tree.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "gumbo.h"
#include "ingest/clean/decode.h"
#include "ingest/clean/html_page.h"

namespace sillok::ingest {
namespace {

// The tree as nested brackets: [ for an element, its texts and elements, ].
std::string Drawn(const HtmlNodes& nodes, size_t parent = 0) {
  std::string drawn;
  for (size_t i = parent + 1; i < nodes.size(); ++i) {
    if (nodes[i].parent != parent) continue;
    if (nodes[i].kind == HtmlNode::kText) drawn += nodes[i].text;
    if (nodes[i].kind == HtmlNode::kElement) drawn += "[" + Drawn(nodes, i) + "]";
  }
  return drawn;
}

TEST(HtmlTreeTest, NestingIsCappedAndTheTextStays) {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  html += "둑을 고친다고 했다.";
  const HtmlPage page = ReadHtmlPage(html);
  ASSERT_EQ(page.lines.size(), 1);
  EXPECT_EQ(page.lines[0].text, "둑을 고친다고 했다.");
  ASSERT_EQ(page.notices.size(), 1);
  EXPECT_EQ(page.notices[0].code, "html_nesting_capped");
}

TEST(HtmlTreeTest, EndTagsStayInTheirPlace) {
  EXPECT_EQ(Drawn(ReadHtmlTree("<div><a><p>x</a></p></div></span>").nodes), "[[[x]]]");
  EXPECT_EQ(Drawn(ReadHtmlTree("<p>a<p>b<li>c<li>d").nodes), "[a][b][c][d]");
  EXPECT_EQ(Drawn(ReadHtmlTree("<div><table><tr><td>x</div><td>y</table>z</div>").nodes), "[[[[x][y]]]z]");
  EXPECT_EQ(Drawn(ReadHtmlTree("1 < 2 <b class=x>3</b>").nodes), "1 < 2 3");
}

TEST(HtmlTreeTest, UnfinishedMarkupIsNoTrouble) {
  for (const char* const html :
       {"<", "<p", "<p class", "<p class=", "<p class='x", "<!--", "<!", "</", "</p", "<script>", "<title>",
        "<a b=c\"d'e", "<svg>", "&", "&#", "&#x", "&amp", "<p =>"}) {
    EXPECT_THAT(ReadHtmlPage(html).lines, testing::SizeIs(testing::Le(1))) << html;
  }
}

TEST(HtmlTreeTest, CharacterReferencesAreRead) {
  const HtmlTree tree = ReadHtmlTree(
      "<title>A &amp; B</title><p>&lt;둑&gt;&hellip;&#44032;&#xAC01; &#147;물&#148; a?b&copy=1&nbsp;R&ampD "
      "&누구; &#0;</p>");
  EXPECT_EQ(tree.markup.title, "A & B");
  EXPECT_EQ(Drawn(tree.nodes), "[<둑>…가각 “물” a?b&copy=1\u00A0R&ampD &누구; \uFFFD]");
}

// What a page shows by gumbo's reading of it.
void AppendShown(const GumboNode& node, std::string& shown) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) shown += node.v.text.text;
  if (node.type != GUMBO_NODE_ELEMENT) return;
  static constexpr GumboTag kUnseen[] = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_TITLE,
                                         GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_NOSCRIPT};
  if (std::find(std::begin(kUnseen), std::end(kUnseen), node.v.element.tag) != std::end(kUnseen)) return;
  for (unsigned int i = 0; i < node.v.element.children.length; ++i) {
    AppendShown(*static_cast<const GumboNode*>(node.v.element.children.data[i]), shown);
  }
}

std::string WithoutSpace(const std::string& text) {
  std::string out;
  for (const char byte : text) {
    if (byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t') out.push_back(byte);
  }
  return out;
}

TEST(HtmlTreeTest, ShowsWhatABrowsersParserShows) {
  int pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SILLOK_SOURCE_DIR "/deploy/samples")) {
    if (entry.path().extension() != ".html") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    v1::RawArticle raw;
    raw.set_raw(bytes.str());
    const absl::StatusOr<DecodedPage> page = DecodePage(raw);
    ASSERT_TRUE(page.ok());
    std::string expected;
    GumboOutput* const parsed = gumbo_parse(page->text.c_str());
    AppendShown(*parsed->root, expected);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
    std::string shown;
    const HtmlTree tree = ReadHtmlTree(page->text);
    for (const HtmlNode& node : tree.nodes) shown += node.text;
    EXPECT_EQ(WithoutSpace(shown), WithoutSpace(expected)) << entry.path();
    ++pages;
  }
  EXPECT_GT(pages, 0);
}

}  // namespace
}  // namespace sillok::ingest
