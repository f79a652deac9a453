// Quotes, events and quantities: everything that is read behind parsing, of an article of any sentences.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ingest/extract/extracted_article.h"
#include "tests/fuzz/fact_promises.h"
#include "tests/fuzz/plain_article.h"
#include "tests/fuzz/promise.h"

namespace sillok::ingest {
namespace {

std::string WrittenFacts(std::string_view bytes) {
  const ExtractedArticle facts = Extract(Date(ParsedPlainArticle(bytes)), TagModel::BuiltIn());
  PromiseFacts(facts);
  return Written(facts);
}

}  // namespace
}  // namespace sillok::ingest

// What is built at first use takes none of an input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  sillok::ingest::WrittenFacts(sillok::ingest::kAnyArticle);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sillok::ingest::PromiseReading({reinterpret_cast<const char*>(data), size}, sillok::ingest::WrittenFacts);
  return 0;
}
