// Dates: an article of any sentences, and when it was written.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ingest/date/dated_article.h"
#include "tests/fuzz/plain_article.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/text_promises.h"

namespace sillok::ingest {
namespace {

std::string WrittenDates(std::string_view bytes) {
  ExtractedArticle article;
  article.dated = Date(ParsedPlainArticle(bytes));
  PromiseDated(article.dated);
  return Written(article);
}

}  // namespace
}  // namespace sillok::ingest

// What is built at first use takes none of an input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  sillok::ingest::WrittenDates(sillok::ingest::kAnyArticle);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sillok::ingest::PromiseReading({reinterpret_cast<const char*>(data), size}, sillok::ingest::WrittenDates);
  return 0;
}
