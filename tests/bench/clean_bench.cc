#include "tests/bench/clean_bench.h"

#include <algorithm>
#include <functional>

#include "absl/status/status.h"
#include "common/status/status_macros.h"
#include "gumbo.h"
#include "ingest/clean/clean_article.h"
#include "ingest/clean/decode.h"
#include "tests/bench/generated_pages.h"
#include "tests/bench/tagging_floor.h"
#include "unicode/bytestream.h"
#include "unicode/normalizer2.h"

namespace sillok::bench {
namespace {

constexpr int kCleanRounds = 5;
constexpr size_t kBytesPerRound = size_t{8} << 20;

// Calls `read` with every page until enough bytes have been read; MB a second.
double Rate(const std::vector<v1::RawArticle>& pages,
            const std::function<void(const v1::RawArticle&)>& read) {
  size_t bytes = 0;
  const double start = ThreadSeconds();
  while (bytes < kBytesPerRound) {
    for (const v1::RawArticle& page : pages) {
      read(page);
      bytes += page.html().size() + page.text().size();
    }
  }
  return static_cast<double>(bytes) * 1e-6 / (ThreadSeconds() - start);
}

void Clean(const v1::RawArticle& page) { (void)ingest::Clean(page).ok(); }

void ParseWithGumbo(const v1::RawArticle& page) {
  gumbo_destroy_output(
      &kGumboDefaultOptions,
      gumbo_parse_with_options(&kGumboDefaultOptions, page.html().data(), page.html().size()));
}

void Normalize(const v1::RawArticle& page) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(error);
  if (U_SUCCESS(error)) nfkc->normalizeUTF8(0, page.text(), sink, nullptr, error);
}

Comparison CompareHtml(const std::string& what, const std::vector<v1::RawArticle>& pages) {
  return Compare(
      "Clean, one core, " + what, "gumbo alone, same HTML", "MB/s", kCleanRounds,
      [&] { return Rate(pages, Clean); }, [&] { return Rate(pages, ParseWithGumbo); });
}

Comparison CompareText(const std::string& what, const std::vector<v1::RawArticle>& pages) {
  return Compare(
      "Clean, one core, " + what, "ICU's NFKC alone, same text", "MB/s", kCleanRounds,
      [&] { return Rate(pages, Clean); }, [&] { return Rate(pages, Normalize); });
}

}  // namespace

absl::StatusOr<std::vector<Comparison>> BenchCleaning(const std::vector<std::string>& pages) {
  std::vector<v1::RawArticle> html;
  std::vector<v1::RawArticle> text;
  for (const std::string& page : pages) {
    v1::RawArticle raw;
    raw.set_raw(page);
    SILLOK_ASSIGN_OR_RETURN(const ingest::DecodedPage decoded, ingest::DecodePage(raw));
    if (decoded.html) {
      html.emplace_back().set_html(decoded.text);
    } else {
      text.emplace_back().set_text(decoded.text);
    }
  }
  std::vector<Comparison> rows;
  if (!html.empty()) rows.push_back(CompareHtml("the HTML pages", html));
  if (!text.empty()) rows.push_back(CompareText("the text pages", text));
  std::vector<v1::RawArticle> large_html;
  std::vector<v1::RawArticle> large_text;
  for (uint32_t number = 0; number < 8; ++number) {
    large_html.emplace_back().set_html(GenerateHtmlPage(number));
    large_text.emplace_back().set_text(GenerateTextPage(number));
  }
  rows.push_back(CompareHtml("generated HTML", large_html));
  rows.back().note = std::to_string(large_html[0].html().size()) + " bytes a page";
  rows.push_back(CompareText("generated text", large_text));
  rows.back().note = std::to_string(large_text[0].text().size()) + " bytes a page";
  for (Comparison& row : rows) row.aim = 20 / row.floor;  // 20 MB/s a core
  return rows;
}

}  // namespace sillok::bench
