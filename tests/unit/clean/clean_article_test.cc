#include "ingest/clean/clean_article.h"

#include <ctime>
#include <functional>

#include "common/time/civil_interval.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "unicode/unistr.h"

namespace sillok::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

CleanArticle CleanText(const std::string& text) {
  v1::RawArticle raw;
  raw.set_text(text);
  absl::StatusOr<CleanArticle> article = Clean(raw);
  EXPECT_TRUE(article.ok()) << article.status();
  return article.ok() ? *std::move(article) : CleanArticle();
}

CleanArticle CleanHtml(const std::string& html) {
  v1::RawArticle raw;
  raw.set_html(html);
  absl::StatusOr<CleanArticle> article = Clean(raw);
  EXPECT_TRUE(article.ok()) << article.status();
  return article.ok() ? *std::move(article) : CleanArticle();
}

std::vector<std::string> Names(const CleanArticle& article) {
  std::vector<std::string> names;
  for (const Reporter& reporter : article.byline) names.push_back(reporter.name);
  return names;
}

std::string PublishedDay(const CleanArticle& article) {
  return article.published.has_value() ? FormatDay(article.published->day) : "";
}

constexpr char kDressedText[] = R"(가람일보
정치
경제
본문 바로가기

솔내천 둑 고친다…“내년 장마 전 마무리”

구하람 기자
입력 2025.07.18 11:30
수정 2025.07.18 13:02
기사듣기
글자크기

95억원 들여 5km 구간 보강
침수 주택에는 지원금 먼저 지급

1
차도윤 해든시장이 18일 시청에서 복구 계획을 설명하고 있다.
해든시가 범람한 솔내천 복구에 95억원을 투입한다고 18일 밝혔다.

차도윤 시장은 이날 “내년 6월까지 제방을 높이겠다”고 말했다. 시는 전날 주민 320명을 대피시켰다.

공사 내년 3월 시작

공무원과 주민들이 솔내천 둑 위에 모래주머니를 쌓고 있다. 해든시 제공
공무원과 주민들이 솔내천 둑 위에 모래주머니를 쌓고 있다. 해든시 제공

시는 설계를 올해 안에 마친다. 비용은 어디서 나올까? 국비가 절반이다.

끝까지 살피겠다.

구하람 기자 haram@garam.example
ⓒ 가람일보, 무단전재 및 재배포 금지
좋아요
3
댓글 0
많이 본 뉴스
새 아파트 청약 경쟁률 최고치
고수온 주의보 내려진 앞바다, 어민들 한숨
)";

TEST(CleanTest, ATextPageLosesItsDressAndNoSentence) {
  const CleanArticle article = CleanText(kDressedText);
  EXPECT_EQ(article.title, "솔내천 둑 고친다…“내년 장마 전 마무리”");
  EXPECT_EQ(article.outlet, "가람일보");
  EXPECT_THAT(Names(article), ElementsAre("구하람"));
  EXPECT_EQ(article.byline[0].email, "haram@garam.example");
  EXPECT_EQ(PublishedDay(article), "2025-07-18");
  ASSERT_TRUE(article.updated.has_value());
  EXPECT_TRUE(article.updated->update);
  EXPECT_THAT(article.subtitles, ElementsAre("95억원 들여 5km 구간 보강", "침수 주택에는 지원금 먼저 지급",
                                             "공사 내년 3월 시작"));
  EXPECT_THAT(article.captions,
              ElementsAre("차도윤 해든시장이 18일 시청에서 복구 계획을 설명하고 있다.",
                          "공무원과 주민들이 솔내천 둑 위에 모래주머니를 쌓고 있다. 해든시 제공"));
  EXPECT_THAT(
      article.body,
      ElementsAre(
          "해든시가 범람한 솔내천 복구에 95억원을 투입한다고 18일 밝혔다.",
          "차도윤 시장은 이날 “내년 6월까지 제방을 높이겠다”고 말했다. 시는 전날 주민 320명을 대피시켰다.",
          "시는 설계를 올해 안에 마친다. 비용은 어디서 나올까? 국비가 절반이다.", "끝까지 살피겠다."));
  EXPECT_THAT(article.notices, IsEmpty());
}

constexpr char kHtml[] = R"(<!doctype html><html><head><meta charset="utf-8">
<title>둑 고친다 - 가람일보</title><meta property="og:site_name" content="가람일보">
<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"솔내천 둑 고친다",
"datePublished":"2025-07-18T11:30:00+09:00","dateModified":"2025-07-18T13:02:00+09:00",
"author":[{"@type":"Person","name":"구하람"}],"publisher":{"name":"가람일보",},
"description":"줄을
바꾼 글"},]}</script></head>
<body class="has-comments"><nav><a href="/">홈</a></nav>
<div id="ticker"><a href="/9">속보 제목이 흐르는 자리입니다.</a></div>
<h1>솔내천 둑 고친다</h1><h2 class="sub">95억원 들여 보강</h2>
<p class="date">입력 2025-07-20 10:00</p>
<div class="article_view"><figure><figcaption>솔내천 둑의 모습. 해든시 제공</figcaption></figure>
<p>[해든=가람일보] 구하람 기자 = 해든시가 솔내천 복구에 95억원을 투입한다고 18일 밝혔다.</p>
<div class="ad_box">광고를 보면 포인트를 드립니다.</div>
<p>시장은 &ldquo;제방을 높이겠다&rdquo;고 말했다.<br><br>공사는 내년 3월 시작한다.</p>
<div class="related"><h4>관련기사</h4><ul><li><a href="/2">고수온 주의보</a></li></ul></div>
<p>시는 설계를 올해 안에 마친다.</p></div>
<div class="reply"><p>정말 다행이라고 생각합니다.</p></div>
<footer>가람일보 등록번호 서울 가00000 저작권자 ⓒ 가람일보 무단전재 금지</footer></body></html>)";

TEST(CleanTest, AnHtmlPageLosesItsDressAndNoSentence) {
  const CleanArticle article = CleanHtml(kHtml);
  EXPECT_EQ(article.title, "솔내천 둑 고친다");
  EXPECT_EQ(article.outlet, "가람일보");
  EXPECT_THAT(Names(article), ElementsAre("구하람"));
  ASSERT_TRUE(article.published.has_value());
  EXPECT_EQ(article.published->source, "json_ld");
  EXPECT_EQ(PublishedDay(article), "2025-07-18");
  EXPECT_THAT(article.subtitles, ElementsAre("95억원 들여 보강"));
  EXPECT_THAT(article.captions, ElementsAre("솔내천 둑의 모습. 해든시 제공"));
  EXPECT_THAT(article.body, ElementsAre("해든시가 솔내천 복구에 95억원을 투입한다고 18일 밝혔다.",
                                        "시장은 “제방을 높이겠다”고 말했다.", "공사는 내년 3월 시작한다.",
                                        "시는 설계를 올해 안에 마친다."));
}

// What the first paragraph's span cuts from the page as it was given.
std::string FirstSource(const CleanArticle& article, const std::string& page) {
  const PageSpan& span = article.sources.body.at(0);
  return page.substr(span.begin, span.end - span.begin);
}

TEST(CleanTest, SourcesCountTheByteOrderMarkThatWasGiven) {
  const std::string sentence = "해든시는 둑을 고친다고 18일 밝혔다.";
  const std::string html = "\uFEFF<h1>둑 고친다</h1><p>" + sentence + "</p>";
  EXPECT_EQ(FirstSource(CleanHtml(html), html), sentence);
  const std::string text = "\uFEFF둑 고친다\n\n" + sentence;
  EXPECT_EQ(FirstSource(CleanText(text), text), sentence);
}

TEST(CleanTest, AShortCaptionStandsOnceToo) {
  const std::string photo = "<figure><figcaption>솔내천 둑</figcaption></figure>";
  const CleanArticle article =
      CleanHtml("<h1>둑 고친다</h1>" + photo + "<p>해든시는 둑을 고친다고 했다.</p>" + photo +
                "<p>주민들은 웃었다.</p>");
  EXPECT_THAT(article.captions, ElementsAre("솔내천 둑"));
  EXPECT_THAT(article.body, ElementsAre("해든시는 둑을 고친다고 했다.", "주민들은 웃었다."));
}

TEST(CleanTest, AnHtmlPageInCp949IsTheSame) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(kHtml);
  std::string bytes(sizeof(kHtml) * 2, '\0');
  bytes.resize(
      text.extract(0, text.length(), bytes.data(), static_cast<uint32_t>(bytes.size()), "windows-949"));
  v1::RawArticle raw;
  raw.set_raw(bytes);
  const absl::StatusOr<CleanArticle> article = Clean(raw);
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->body, CleanHtml(kHtml).body);
  EXPECT_EQ(article->title, "솔내천 둑 고친다");
}

TEST(CleanTest, HintsWin) {
  v1::RawArticle raw;
  raw.set_html(kHtml);
  raw.set_title("둑을 고친다");
  raw.set_outlet("다온경제");
  raw.set_url("https://daon.example/1");
  raw.set_article_id("a-1");
  raw.mutable_publish_time()->set_seconds(absl::ToUnixSeconds(
      absl::FromCivil(absl::CivilSecond(2025, 9, 10, 0, 30, 0), absl::FixedTimeZone(9 * 60 * 60))));
  (*raw.mutable_labels())["desk"] = "사회";
  const absl::StatusOr<CleanArticle> article = Clean(raw);
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->title, "둑을 고친다");
  EXPECT_EQ(article->outlet, "다온경제");
  EXPECT_EQ(article->url, "https://daon.example/1");
  EXPECT_EQ(article->article_id, "a-1");
  EXPECT_EQ(article->published->source, "hint");
  EXPECT_EQ(PublishedDay(*article), "2025-09-10");
  EXPECT_EQ(article->labels.at("desk"), "사회");
}

TEST(CleanTest, TheMachineReadableTimeWinsOverTheVisibleOne) {
  const std::string body =
      "<p>입력 2024.03.20 10:00</p><p>해든시가 솔내천 복구에 95억원을 투입한다고 밝혔다.</p>";
  const std::string meta = "<meta property='article:published_time' content='2024-03-18T11:29:00+09:00'>";
  EXPECT_EQ(CleanHtml(meta + "<h1>솔내천 둑 고친다</h1>" + body).published->source, "open_graph");
  EXPECT_EQ(
      CleanHtml("<h1>솔내천 둑 고친다</h1><time datetime='2024-03-19'>어제</time>" + body).published->source,
      "time_element");
  const CleanArticle visible = CleanHtml("<h1>솔내천 둑 고친다</h1>" + body);
  EXPECT_EQ(visible.published->source, "visible_text");
  EXPECT_EQ(PublishedDay(visible), "2024-03-20");
}

TEST(CleanTest, ADayOfTheCopyrightOrOfTheTextIsNoClaim) {
  const CleanArticle article = CleanText(
      "솔내천 둑을 다시 고친다\n\n해든시는 2024년 3월 18일 둑을 고친다고 밝혔다. 공사는 1년이 걸린다.\n\n"
      "Copyright ⓒ 2021.01.01 가람일보. All rights reserved.\n");
  EXPECT_FALSE(article.published.has_value());
}

TEST(CleanTest, ParagraphsOnBothSidesOfDressAreKept) {
  const CleanArticle article = CleanText(
      "솔내천 둑을 다시 고친다\n입력 2024.03.18 10:00\n해든시는 둑을 고친다고 밝혔다. 공사는 모두 1년이 "
      "걸린다고 한다.\n"
      "광고\n관련기사\n앞바다 고수온 주의보 내려\n새 아파트 청약 최고\n주민들은 공사를 반겼다. 다만 소음을 "
      "걱정하는 이도 있었다.\n");
  EXPECT_THAT(article.body, ElementsAre("해든시는 둑을 고친다고 밝혔다. 공사는 모두 1년이 걸린다고 한다.",
                                        "주민들은 공사를 반겼다. 다만 소음을 걱정하는 이도 있었다."));
}

TEST(CleanTest, ATextOfAFewLinesWithoutASentenceIsSaid) {
  EXPECT_THAT(CleanText("다음 주 월요일").body, ElementsAre("다음 주 월요일"));
  EXPECT_THAT(CleanText("2015년 12월 31일 (목)").body, ElementsAre("2015년 12월 31일 (목)"));
  const CleanArticle two = CleanText("한빛시, 새 도서관 열어\n2일 개관\n");
  EXPECT_EQ(two.title, "한빛시, 새 도서관 열어");
  EXPECT_THAT(two.body, ElementsAre("2일 개관"));
}

// 2024-03-18 01:30 in Korea.
constexpr int64_t kFetched = 1710693000;

std::string PublishedWhenFetched(const std::string& text, bool fetched) {
  v1::RawArticle raw;
  raw.set_text(text);
  if (fetched) raw.mutable_fetch_time()->set_seconds(kFetched);
  const absl::StatusOr<CleanArticle> article = Clean(raw);
  if (!article.ok() || !article->published.has_value()) return "";
  return FormatDay(article->published->day) + " " + article->published->source;
}

TEST(CleanTest, AnAgeIsCountedBackFromTheFetchTimeThatWasGiven) {
  const std::string head = "솔내천 둑을 다시 고친다\n한도윤 기자\n";
  const std::string body = "해든시는 둑을 고친다고 밝혔다. 공사는 모두 1년이 걸린다고 한다.\n";
  EXPECT_EQ(PublishedWhenFetched(head + "3시간 전\n" + body, true), "2024-03-17 visible_age");
  EXPECT_EQ(PublishedWhenFetched(head + "입력 20분 전\n" + body, true), "2024-03-18 visible_age");
  EXPECT_EQ(PublishedWhenFetched(head + "2일 전\n" + body, true), "2024-03-16 visible_age");
  EXPECT_EQ(PublishedWhenFetched(head + "3시간 전\n" + body, false), "");
  EXPECT_EQ(PublishedWhenFetched(head + body + "많이 본 뉴스\n새 아파트 청약 최고 3시간 전\n", true), "");
  EXPECT_EQ(PublishedWhenFetched(head + "입력 2024.03.11 10:00\n3시간 전\n" + body, true),
            "2024-03-11 visible_text");
}

TEST(CleanTest, APageWithoutASentenceSaysSo) {
  for (const char* const text : {"홈\n정치\n경제\n", "1 2 3", "\n\n", "...", "가"}) {
    const CleanArticle article = CleanText(text);
    EXPECT_THAT(article.body, IsEmpty()) << text;
    EXPECT_THAT(article.notices, Contains(Field(&Notice::code, "no_body"))) << text;
  }
}

// The processor's seconds that cleaning takes, the best of three.
double Seconds(const std::string& content, bool is_html) {
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    v1::RawArticle raw;
    is_html ? raw.set_html(content) : raw.set_text(content);
    const std::clock_t start = std::clock();
    EXPECT_TRUE(Clean(raw).ok());
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

std::string Repeat(const std::string& part, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

// Four times the page may cost about four times the time; what is quadratic costs sixteen times.
TEST(CleanTest, TimeIsLinearOnHostilePages) {
  const std::pair<const char*, std::function<std::string(size_t)>> pages[] = {
      {"deep", [](size_t n) { return "<html>" + Repeat("<div>", n); }},
      {"deep inline", [](size_t n) { return "<html>" + Repeat("<span>", n); }},
      {"links", [](size_t n) { return "<html>" + Repeat("<a href=/1>둑 고친다</a>", n); }},
      {"unclosed formatting", [](size_t n) { return "<html>" + Repeat("<b><i><p>둑", n); }},
      {"tables", [](size_t n) { return "<html>" + Repeat("<table>둑<tr>", n); }},
      {"endless scripts", [](size_t n) { return "<html>" + Repeat("<svg><script>", n); }},
      {"comments", [](size_t n) { return "<html>" + Repeat("<!-", n); }},
      {"attributes", [](size_t n) { return "<html><p " + Repeat("a1 class=b ", n) + ">"; }},
      {"misnested", [](size_t n) { return "<html>" + Repeat("<span><div></span>", n); }},
      {"end tags", [](size_t n) { return "<html>" + Repeat("<a>", 1000) + Repeat("</span></a></div>", n); }},
      {"one sentence", [](size_t n) { return Repeat("둑을 고치고 ", n) + "했다."; }},
      {"one word", [](size_t n) { return Repeat("둑", n); }},
      {"lines", [](size_t n) { return Repeat("둑을 고친다고 시가 밝혔다.\n", n); }},
      {"times", [](size_t n) { return Repeat("2024.03.18 11:29 ", n); }},
      {"time lines", [](size_t n) { return Repeat("입력 2024.03.18 11:29\n", n); }},
      {"bylines", [](size_t n) { return Repeat("한도윤 기자 a@b.example\n", n); }},
      {"brackets", [](size_t n) { return Repeat("[(<", n) + "\n했다."; }},
      {"digits", [](size_t n) { return Repeat("0123456789", n); }},
      {"digit lines", [](size_t n) { return Repeat("20240318 2024 03 18 12:34:56\n", n); }},
      {"date words", [](size_t n) { return Repeat("년월일", n); }},
      {"date words in lines", [](size_t n) { return Repeat("2024년 월 3일 24.03. 년월일\n", n); }},
      {"brackets in lines", [](size_t n) { return Repeat("[서울=(<아무 기자\n", n); }},
      {"references", [](size_t n) { return "<html>" + Repeat("&amp&#x&#99999999999;&nbsp", n); }},
      {"json", [](size_t n) { return "<html><script type=ld+json>" + Repeat("[{\"a\":", n) + "</script>"; }},
      {"json strings",
       [](size_t n) { return "<html><script type=ld+json>" + Repeat("\"\\u", n) + "</script>"; }},
      {"headlines",
       [](size_t n) { return Repeat("많이 본 뉴스\n둑 고친다\n시는 둑을 고친다고 했다.\n", n); }},
      {"summaries", [](size_t n) { return Repeat("AI 요약\n둑을 고친다고 시가 했다.\n", n); }},
      {"wrapped",
       [](size_t n) {
         return Repeat("둑을 고치고 물을 막고 길을 내고 나무를 심고 꽃을 가꾸고\n했다.\n\n", n);
       }},
      {"buttons", [](size_t n) { return Repeat("좋아요3댓글공유", n); }},
      {"separators", [](size_t n) { return Repeat("둑 - 물 | 가람 : ", n) + "\n했다."; }},
      {"names", [](size_t n) { return "<html>" + Repeat("<p class='a-b_c article'>둑</p>", n); }},
  };
  for (const auto& [name, make] : pages) {
    const std::string small = make(100'000);
    const std::string large = make(400'000);
    const bool is_html = small.starts_with("<html>");
    const double base = std::max(Seconds(small, is_html), 0.005);
    EXPECT_LT(Seconds(large, is_html) / base, 10) << name;
  }
}

}  // namespace
}  // namespace sillok::ingest
