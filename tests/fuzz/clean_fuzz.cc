// Cleaning: any bytes, as a page of which nobody knows what it is, as HTML, and as text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/utf8.h"
#include "ingest/clean/clean_article.h"
#include "ingest/clean/decode.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/text_promises.h"

namespace sillok::ingest {
namespace {

// 2024-03-18 12:00 in Korea, for pages that say how long ago.
constexpr int64_t kFetched = 1'710'730'800;

// One that has some of everything.
constexpr std::string_view kAnyPage = R"(<!doctype html><html><head><title>둑 고친다 - 가람일보</title>
<meta property="og:title" content="둑 고친다"><script type="application/ld+json">{"headline":"둑 고친다"}</script></head>
<body><h1>둑 고친다</h1><p>입력 2024.03.18 11:29 | 구하람 기자</p><figure><figcaption>솔내천 둑. /사진=해든시</figcaption></figure>
<p>[해든=가람일보] 구하람 기자 = 해든시는 &ldquo;둑을 고친다&rdquo;고 18일 말했다.</p><p>공사 내년 시작</p>
<p>시는 설계를 올해 안에 마친다. haram@garam.example</p><h4>관련기사</h4><p>고수온 주의보</p>
<p>ⓒ 가람일보, 무단전재 및 재배포 금지</p></body></html>)";

// The length chooses how the bytes are given, so that an input is a page and nothing else. The wire lets only UTF-8 through as
// text.
v1::RawArticle PageOf(std::string_view bytes) {
  v1::RawArticle raw;
  raw.set_article_id("fuzz");
  switch (bytes.size() % 4) {
    case 0:
      raw.set_html(ReplaceInvalidUtf8(bytes));
      break;
    case 1:
      raw.set_text(ReplaceInvalidUtf8(bytes));
      break;
    default:
      raw.set_raw(std::string(bytes));
  }
  if (bytes.size() % 8 < 4) raw.mutable_fetch_time()->set_seconds(kFetched);
  return raw;
}

std::string WrittenPage(std::string_view bytes) {
  const v1::RawArticle raw = PageOf(bytes);
  absl::StatusOr<CleanArticle> clean = Clean(raw);
  const absl::StatusOr<DecodedPage> page = DecodePage(raw);
  Promise(clean.ok() == page.ok(), "what is text can be cleaned");
  if (!clean.ok()) {
    Promise(absl::IsInvalidArgument(clean.status()), "what is no text is the client's mistake");
    Promise(raw.has_raw(), "only bytes may be no text");
    return clean.status().ToString();
  }
  PromiseCleaned(*clean, raw.has_raw() ? page->text : raw.has_html() ? raw.html() : raw.text(), page->html);
  ExtractedArticle article;
  article.dated.parsed.clean = *std::move(clean);
  return Written(article);
}

}  // namespace
}  // namespace sillok::ingest

// What is built at first use takes none of an input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  sillok::ingest::WrittenPage(sillok::ingest::kAnyPage);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sillok::ingest::PromiseReading({reinterpret_cast<const char*>(data), size}, sillok::ingest::WrittenPage);
  return 0;
}
