#include "ingest/pipeline/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <functional>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/mecab_dictionary.h"

namespace sillok::ingest {
namespace {

using ::testing::HasSubstr;

const Pipeline& ThePipeline() {
  static const Pipeline& pipeline = *Pipeline::Open(MecabDictionary()).value().release();
  return pipeline;
}

v1::RawArticle TextPage(std::string text) {
  v1::RawArticle raw;
  raw.set_article_id("page");
  raw.set_text(std::move(text));
  return raw;
}

v1::RawArticle HtmlPage(std::string html) {
  v1::RawArticle raw;
  raw.set_article_id("page");
  raw.set_html(std::move(html));
  return raw;
}

// `unit` again and again, at least `bytes` long.
std::string Repeated(std::string_view unit, size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

v1::Article ReadPage(const v1::RawArticle& raw) {
  absl::StatusOr<v1::Article> article = ThePipeline().Read(raw);
  EXPECT_TRUE(article.ok()) << article.status();
  return article.ok() ? *std::move(article) : v1::Article();
}

std::vector<std::string> WarningCodes(const v1::Article& article) {
  std::vector<std::string> codes;
  for (const v1::Warning& warning : article.warnings()) codes.push_back(warning.code());
  return codes;
}

// CPU seconds of this process, which no other load of the machine changes much.
double CpuSeconds(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

constexpr std::string_view kNews =
    "한별연구소 김도윤 소장은 9일 서울 중구에서 간담회를 열고 “직원 400명과 함께 새 길을 열겠다”고 밝혔다. ";

TEST(PipelineTest, ReadsAPage) {
  const v1::Article article = ReadPage(
      TextPage("한별연구소, 새 연구동 열어\n\n이서윤 기자\n입력 2024.05.10 09:30\n\n" + std::string(kNews) +
               "\n\n연구소는 지난 2월 27일 새 연구동을 착공했다. 김 소장은 이어 시청을 방문했다.\n"));
  EXPECT_EQ(article.name(), "articles/page");
  EXPECT_EQ(article.title(), "한별연구소, 새 연구동 열어");
  EXPECT_EQ(article.publish_date(), "2024-05-10");
  EXPECT_EQ(article.extractor(), ThePipeline().fingerprint());
  EXPECT_GT(article.sentences_size(), 2);
  EXPECT_GT(article.mentions_size(), 0);
  EXPECT_GT(article.events_size(), 0);
  ASSERT_EQ(article.quotes_size(), 1);
  EXPECT_EQ(article.quotes(0).text(), "직원 400명과 함께 새 길을 열겠다");
  std::vector<std::string> days;
  for (const v1::DateMention& date : article.dates()) days.push_back(date.date().first_day());
  EXPECT_THAT(days, ::testing::IsSupersetOf({"2024-05-09", "2024-02-27"}));
}

TEST(PipelineTest, TheFingerprintNamesCodeLexiconAndDictionary) {
  EXPECT_THAT(ThePipeline().fingerprint(), HasSubstr("sillok-"));
  EXPECT_THAT(ThePipeline().fingerprint(), HasSubstr("+lexicon-"));
  EXPECT_THAT(ThePipeline().fingerprint(), HasSubstr("+mecab-"));
  EXPECT_EQ(Pipeline::Open(MecabDictionary()).value()->fingerprint(), ThePipeline().fingerprint());
}

TEST(PipelineTest, AMissingDictionaryIsNamed) {
  const auto opened = Pipeline::Open("/nonexistent/dictionary");
  EXPECT_EQ(opened.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(opened.status().message()), HasSubstr("/nonexistent/dictionary"));
}

TEST(PipelineTest, ThreadsReadTheSame) {
  const v1::RawArticle page = TextPage("새 연구동\n\n" + Repeated(std::string(kNews) + "\n\n", 5000));
  const std::string expected = ReadPage(page).DebugString();
  std::vector<std::string> read(4);
  std::vector<std::thread> threads;
  threads.reserve(read.size());
  for (std::string& result : read) {
    threads.emplace_back([&] { result = ThePipeline().Read(page)->DebugString(); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(read, ::testing::Each(expected));
}

// Pages nobody wrote in good faith, or that a crawler broke.
struct OddPage {
  std::string name;
  std::function<v1::RawArticle(size_t bytes)> make;
};

void PrintTo(const OddPage& page, std::ostream* out) { *out << page.name; }

std::string Nested(std::string_view tag, size_t bytes) {
  const std::string open = "<" + std::string(tag) + ">";
  return Repeated(open, bytes) + std::string(kNews);
}

std::vector<OddPage> OddPages() {
  const auto text_of = [](std::string_view unit) {
    return [unit](size_t bytes) { return TextPage(Repeated(unit, bytes)); };
  };
  const auto html_of = [](std::string_view unit) {
    return [unit](size_t bytes) { return HtmlPage("<html><body><article>" + Repeated(unit, bytes)); };
  };
  return {
      {"one_sentence", text_of("연구소는 새 연구동을 열고 시민을 맞이하며 ")},
      {"one_sentence_of_names", text_of("김도윤 소장과 한별연구소는 9일 서울에서 ")},
      {"one_word", text_of("가나다라")},
      {"one_latin_word", text_of("abcdefg")},
      {"one_number", text_of("1234567890")},
      {"one_line_of_news", text_of(kNews)},
      {"one_opening_mark_each", text_of("그는 “새 길을 열자고 말했다. ")},
      {"marks_only", text_of(" \"'“”‘’")},
      {"brackets", text_of("((([[[ ")},
      {"dots", text_of("다. ")},
      {"dates", text_of("9일 ")},
      {"years", text_of("9999년 12월 31일 ")},
      {"quantities", text_of("직원 400명, 매출 3조 2000억원, ")},
      {"empty_lines", text_of("\n\n \n")},
      {"short_lines", text_of("가\n")},
      {"lines_of_news", [](size_t bytes) { return TextPage(Repeated(std::string(kNews) + "\n\n", bytes)); }},
      {"links", html_of("<a href=\"/a/1\">다른 소식 보기</a>\n")},
      {"nested_div", [](size_t bytes) { return HtmlPage(Nested("div", bytes)); }},
      {"nested_b", [](size_t bytes) { return HtmlPage(Nested("b", bytes)); }},
      {"nested_table", [](size_t bytes) { return HtmlPage(Nested("table><tr><td", bytes)); }},
      {"unclosed_angle", html_of("<")},
      {"attributes",
       [](size_t bytes) { return HtmlPage("<p " + Repeated("a=1 ", bytes) + ">" + std::string(kNews)); }},
      {"entities", html_of("&amp;&nbsp;&#44032;")},
      {"paragraphs", html_of("<p>연구소는 9일 새 연구동을 열었다.</p>\n")},
  };
}

std::string TestName(const testing::TestParamInfo<OddPage>& info) { return info.param.name; }

class OddPageTest : public testing::TestWithParam<OddPage> {};

TEST_P(OddPageTest, TimeGrowsWithThePage) {
  constexpr size_t kSmall = 64 << 10;
  constexpr int kTimes = 4;
  // A quadratic stage would need 16 times as long; noise and caches are granted a factor of 2.5 and a little more.
  constexpr double kGenerous = 2.5;
  constexpr double kGrace = 0.15;  // seconds
  const v1::RawArticle small = GetParam().make(kSmall);
  const v1::RawArticle large = GetParam().make(kTimes * kSmall);
  static_cast<void>(ReadPage(small));  // what is made once is made now
  const double small_seconds = CpuSeconds([&] { static_cast<void>(ReadPage(small)); });
  const double large_seconds = CpuSeconds([&] { static_cast<void>(ReadPage(large)); });
  EXPECT_LE(large_seconds, kGenerous * kTimes * small_seconds + kGrace)
      << small_seconds << " s for " << kSmall << " bytes, " << large_seconds << " s for " << kTimes
      << " times that";
}

TEST_P(OddPageTest, TheAnswerIsBoundedByThePage) {
  constexpr size_t kBytes = 128 << 10;
  const v1::RawArticle raw = GetParam().make(kBytes);
  const v1::Article article = ReadPage(raw);
  constexpr size_t kPerByte = 64;
  constexpr size_t kEvidence = 8 << 20;
  EXPECT_LE(article.ByteSizeLong(), kPerByte * raw.ByteSizeLong() + kEvidence);
}

INSTANTIATE_TEST_SUITE_P(Pages, OddPageTest, testing::ValuesIn(OddPages()), TestName);

TEST(HostilePageTest, AMegabyteSentenceIsOneSentence) {
  const v1::Article article =
      ReadPage(TextPage(Repeated("연구소는 새 연구동을 열고 시민을 맞이하며 ", 1 << 20)));
  EXPECT_LE(article.sentences_size(), 2);
  EXPECT_FALSE(article.warnings().empty());
}

TEST(HostilePageTest, AHundredThousandNestedElementsEnd) {
  const v1::Article article = ReadPage(HtmlPage(Nested("div", 500000)));
  EXPECT_FALSE(article.warnings().empty());
}

TEST(HostilePageTest, TenThousandLinksEnd) {
  std::string html = "<html><body><article><p>" + std::string(kNews) + "</p><ul>";
  for (int i = 0; i < 10000; ++i) {
    html += "<li><a href=\"/news/" + std::to_string(i) + "\">다른 소식</a></li>\n";
  }
  const v1::Article article = ReadPage(HtmlPage(html + "</ul></article></body></html>"));
  std::string body;
  for (const std::string& paragraph : article.body()) body += paragraph + "\n";
  EXPECT_THAT(body, HasSubstr("새 길을 열겠다"));
  EXPECT_THAT(body, ::testing::Not(HasSubstr("다른 소식")));
}

TEST(HostilePageTest, AnEmptyPageHasWarningsAndNothingElse) {
  for (const v1::RawArticle& raw : {TextPage(" \n\n \t"), HtmlPage("<html></html>"), HtmlPage("")}) {
    const v1::Article article = ReadPage(raw);
    EXPECT_EQ(article.sentences_size(), 0);
    EXPECT_EQ(article.events_size(), 0);
    EXPECT_THAT(WarningCodes(article), ::testing::Not(::testing::IsEmpty()));
  }
}

TEST(HostilePageTest, TheYear9999IsADateLikeAnyOther) {
  v1::RawArticle raw = TextPage(
      "먼 훗날\n\n연구소는 9999년 12월 31일 문을 닫는다. 이튿날 다시 연다.\n\n다음 날은 없다. 다음 달도, "
      "내년도 없다.\n");
  raw.mutable_publish_time()->set_seconds(253402300799);  // 9999-12-31T23:59:59Z
  const v1::Article article = ReadPage(raw);
  for (const v1::DateMention& date : article.dates()) {
    EXPECT_LE(date.date().last_day().size(), std::string_view("9999-12-31").size())
        << date.date().ShortDebugString();
  }
}

TEST(HostilePageTest, ControlCharactersAndNulAreNoTrouble) {
  const std::string nul(1, '\0');
  const std::string text =
      "제목\n\n연구소는 9일 문을" + nul + " 열었다.\x01\x02\x7f 끝.\n" + nul + nul + "그는 웃었다.\n";
  EXPECT_TRUE(ThePipeline().Read(TextPage(text)).ok());
}

TEST(HostilePageTest, BytesThatAreNoTextAreRefused) {
  v1::RawArticle raw;
  raw.set_article_id("page");
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes.push_back(static_cast<char>((i * 7919 + i / 13) & 0xFF));
  raw.set_raw(bytes);
  EXPECT_EQ(ThePipeline().Read(raw).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace sillok::ingest
