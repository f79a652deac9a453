// Pages as outlets dress them, whole: tests/cases/clean/pages. Our own articles. A page begins with what a careful reader finds in
// it, one `key: value` a line, up to a line of four hyphens; keys may repeat. Days are followed by a time where one is shown.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "absl/strings/str_join.h"
#include "common/time/civil_interval.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/clean/character_references.h"
#include "ingest/clean/clean_article.h"
#include "ingest/clean/page_line.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

struct CasePage {
  std::multimap<std::string, std::string> expected;
  std::string content;

  [[nodiscard]] std::vector<std::string> All(const std::string& key) const {
    std::vector<std::string> values;
    const auto [begin, end] = expected.equal_range(key);
    for (auto at = begin; at != end; ++at) values.push_back(at->second);
    return values;
  }
  [[nodiscard]] std::string One(const std::string& key) const {
    const auto found = expected.find(key);
    return found == expected.end() ? "" : found->second;
  }
};

CasePage ReadCase(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  CasePage page;
  std::string line;
  while (std::getline(in, line) && line != "----") {
    const size_t colon = line.find(": ");
    if (colon != line.npos) page.expected.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
  std::ostringstream rest;
  rest << in.rdbuf();
  page.content = rest.str();
  return page;
}

CleanArticle CleanCase(const CasePage& page, bool html) {
  v1::RawArticle raw;
  html ? raw.set_html(page.content) : raw.set_text(page.content);
  absl::StatusOr<CleanArticle> article = Clean(raw);
  EXPECT_TRUE(article.ok()) << article.status();
  return article.ok() ? *std::move(article) : CleanArticle();
}

// As precise as the expectation.
std::string Shown(const std::optional<TimeClaim>& claim, const std::string& expected) {
  if (!claim.has_value()) return "";
  if (expected.size() <= 10 || !claim->time.has_value()) return FormatDay(claim->day);
  return absl::FormatTime("%Y-%m-%d %H:%M", *claim->time, absl::FixedTimeZone(9 * 60 * 60));
}

std::string Names(const std::vector<Reporter>& byline) {
  if (byline.empty()) return "-";
  return absl::StrJoin(byline, ",", [](std::string* out, const Reporter& one) { *out += one.name; });
}

void Check(const CasePage& page, const CleanArticle& article) {
  EXPECT_EQ(article.title, page.One("title"));
  EXPECT_EQ(Shown(article.published, page.One("published")), page.One("published"));
  const std::string updated = page.One("updated");
  if (!updated.empty()) {
    EXPECT_EQ(Shown(article.updated, updated), updated);
  }
  EXPECT_EQ(Names(article.byline), page.One("byline"));
  if (!page.One("outlet").empty()) {
    EXPECT_EQ(article.outlet, page.One("outlet"));
  }
  if (!page.One("url").empty()) {
    EXPECT_EQ(article.url, page.One("url"));
  }
  if (!page.One("paragraphs").empty()) {
    EXPECT_EQ(std::to_string(article.body.size()), page.One("paragraphs"));
  }
  const std::string body = absl::StrJoin(article.body, "\n");
  for (const std::string& part : page.All("body")) EXPECT_THAT(body, HasSubstr(part));
  for (const std::string& caption : page.All("caption")) {
    EXPECT_EQ(std::count(article.captions.begin(), article.captions.end(), caption), 1)
        << caption << " in\n"
        << absl::StrJoin(article.captions, "\n");
    EXPECT_THAT(body, Not(HasSubstr(caption)));
  }
  for (const std::string& subtitle : page.All("subtitle")) {
    EXPECT_THAT(article.subtitles, Contains(subtitle));
  }
  const std::string all = article.title + "\n" + absl::StrJoin(article.subtitles, "\n") + "\n" + body + "\n" +
                          absl::StrJoin(article.captions, "\n");
  for (const std::string& part : page.All("not")) EXPECT_THAT(all, Not(HasSubstr(part)));
}

// Without tags and spaces, as far as words can be compared.
std::string Squeezed(std::string_view written, bool html) {
  std::string text(written);
  if (html) {
    RE2::GlobalReplace(&text, R"((?s)<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)\s*>|<[^>]*>)", " ");
    text = DecodeReferences(text);
  }
  text = MakeLine(text).text;
  std::erase(text, ' ');
  return text;
}

// Every paragraph stands where the article says that it does.
void CheckSources(const CasePage& page, const CleanArticle& article, bool html) {
  const auto check = [&](const std::vector<std::string>& texts, const std::vector<PageSpan>& spans) {
    ASSERT_EQ(texts.size(), spans.size());
    for (size_t i = 0; i < texts.size(); ++i) {
      ASSERT_LT(spans[i].begin, spans[i].end);
      ASSERT_LE(spans[i].end, page.content.size());
      const std::string_view source =
          std::string_view(page.content).substr(spans[i].begin, spans[i].end - spans[i].begin);
      EXPECT_THAT(Squeezed(source, html), HasSubstr(Squeezed(texts[i], false)));
      // Scripts and the like that stand within it are in its span, but no other paragraph.
      EXPECT_LE(Squeezed(source, html).size(), Squeezed(texts[i], false).size() + 2000);
    }
  };
  EXPECT_EQ(article.subtitles.size(), article.sources.subtitles.size());
  check(article.body, article.sources.body);
  check(article.captions, article.sources.captions);
}

TEST(CleanPagesTest, ParagraphsAreFoundInTheirPages) {
  for (const auto& entry :
       std::filesystem::directory_iterator(SILLOK_SOURCE_DIR "/tests/cases/clean/pages")) {
    SCOPED_TRACE(entry.path().filename());
    const CasePage page = ReadCase(entry.path());
    const bool html = entry.path().extension() == ".html";
    CheckSources(page, CleanCase(page, html), html);
  }
}

TEST(CleanPagesTest, PagesAreCleanedAsACarefulReaderWould) {
  int pages = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(SILLOK_SOURCE_DIR "/tests/cases/clean/pages")) {
    SCOPED_TRACE(entry.path().filename());
    const CasePage page = ReadCase(entry.path());
    ASSERT_FALSE(page.expected.empty());
    Check(page, CleanCase(page, entry.path().extension() == ".html"));
    ++pages;
  }
  EXPECT_GT(pages, 0);
}

}  // namespace
}  // namespace sillok::ingest
