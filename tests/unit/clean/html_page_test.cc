#include "ingest/clean/html_page.h"

#include <algorithm>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Texts(const HtmlPage& page) {
  std::vector<std::string> texts;
  for (const PageLine& line : page.lines) texts.push_back(line.text);
  return texts;
}

TEST(HtmlPageTest, BlocksAndBreaksAreLines) {
  const HtmlPage page =
      ReadHtmlPage("<p>하나 <b>둘</b>&nbsp;셋<br>넷<div>다섯<span> 여섯</span></div><td>일곱<td>여덟");
  EXPECT_THAT(Texts(page), ElementsAre("하나 둘 셋", "넷", "다섯 여섯", "일곱", "여덟"));
}

TEST(HtmlPageTest, ThingsSideBySideAreKeptApartAndWordsAreNot) {
  const HtmlPage page = ReadHtmlPage(
      "<div><span class=writer>한도윤 기자</span><span>2024.03.18</span></div>"
      "<p>솔내<span class=mark>천</span>은 <span>넘</span><span>쳤</span>다.</p><p><a href=/1>하나</a><a "
      "href=/2>둘</a></p>");
  EXPECT_THAT(Texts(page), ElementsAre("한도윤 기자 2024.03.18", "솔내천은 넘쳤다.", "하나 둘"));
}

TEST(HtmlPageTest, ScriptsFormsAndHiddenPartsAreLeftOut) {
  const HtmlPage page = ReadHtmlPage(
      "<script>var a='<p>하나</p>';</script><style>p{}</style><!-- <p>둘</p> "
      "--><nav>메뉴</nav><button>공유</button>"
      "<p>둑을 고친다고 했다.</p><aside>추천</aside><div style='display: "
      "none'>숨김</div><footer>꼬리</footer>");
  EXPECT_THAT(Texts(page), ElementsAre("둑을 고친다고 했다."));
}

TEST(HtmlPageTest, AClassThatHoldsTheTextIsNotSkippedForItsName) {
  const HtmlPage page = ReadHtmlPage("<div class='share-wrap'><p>둑을 고친다고 시가 밝혔다.</p></div>");
  EXPECT_THAT(Texts(page), ElementsAre("둑을 고친다고 시가 밝혔다."));
}

TEST(HtmlPageTest, TheContainerIsWhatTheMarkupNames) {
  const HtmlPage page = ReadHtmlPage(
      "<div>어제 다른 시도 둑을 고쳤다.</div><div itemprop=articleBody><p>시는 18일 솔내천 둑을 고친다고 "
      "밝혔다.</p>"
      "<p>공사는 다음 달 시작한다.</p></div>");
  ASSERT_EQ(page.lines.size(), 3);
  EXPECT_TRUE(page.lines[0].outside);
  EXPECT_FALSE(page.lines[1].outside);
  EXPECT_FALSE(page.lines[2].outside);
}

TEST(HtmlPageTest, MarkupNamesCaptionsLinksAndHeadings) {
  const HtmlPage page = ReadHtmlPage(
      "<h2>제목</h2><figure><figcaption>솔내천 모습</figcaption></figure><em class=img_desc>둑 모습</em>"
      "<span class='photo-caption'>배수로</span><p><a href=/1>다른 기사</a></p>");
  ASSERT_EQ(page.lines.size(), 4);
  EXPECT_EQ(page.lines[0].heading, 2);
  EXPECT_TRUE(page.lines[1].caption);
  EXPECT_TRUE(page.lines[2].caption);
  EXPECT_EQ(page.lines[3].link_bytes, page.lines[3].text.size());
}

TEST(HtmlPageTest, TextBesideWhatIsLeftOutStandsWhereItIsWritten) {
  const std::string html =
      "<p><button>추천</button> 14 <button>반대</button> 1</p><p><button>듣기</button></p>"
      "<p>둑을 고친다.<iframe></iframe></p><p> <svg></svg><a>둑</a> 공사<select></select></p>";
  const HtmlPage page = ReadHtmlPage(html);
  EXPECT_THAT(Texts(page), ElementsAre("14 1", "둑을 고친다.", "둑 공사"));
  const auto written = [&](size_t line) {
    const PageSpan& source = page.lines[line].source;
    return html.substr(source.begin, source.end - source.begin);
  };
  EXPECT_EQ(written(0), "14 <button>반대</button> 1");
  EXPECT_EQ(written(1), "둑을 고친다.");
  EXPECT_EQ(written(2), "둑</a> 공사");
}

TEST(HtmlPageTest, TheHeadSpeaks) {
  const HtmlPage page = ReadHtmlPage(
      "<title>둑 고친다 - 가람일보</title><link rel=canonical href='https://garam.example/1'>"
      "<meta property='og:title' content='둑 &amp; 물'><script type='application/ld+json'>{\"a\":1}</script>"
      "<time itemprop=datePublished datetime='2024-03-18'>어제</time>");
  EXPECT_EQ(page.markup.title, "둑 고친다 - 가람일보");
  EXPECT_EQ(page.markup.canonical_url, "https://garam.example/1");
  ASSERT_EQ(page.markup.metas.size(), 1);
  EXPECT_EQ(page.markup.metas[0].second, "둑 & 물");
  EXPECT_THAT(page.markup.json_ld, ElementsAre("{\"a\":1}"));
  ASSERT_EQ(page.markup.times.size(), 1);
  EXPECT_EQ(page.markup.times[0].first, "datepublished");
}

}  // namespace
}  // namespace sillok::ingest
