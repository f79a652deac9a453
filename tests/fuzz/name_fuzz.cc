// Names: rows, rules and the trained tagger in an article of any sentences, and who is who.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "ingest/extract/named_article.h"
#include "tests/fuzz/fact_promises.h"
#include "tests/fuzz/plain_article.h"
#include "tests/fuzz/promise.h"

namespace sillok::ingest {
namespace {

std::string WrittenNames(std::string_view bytes) {
  NamedArticle named = FindNames(Date(ParsedPlainArticle(bytes)), TagModel::BuiltIn());
  PromiseNamed(named);
  ExtractedArticle article;
  article.dated = std::move(named.dated);
  article.referents = std::move(named.referents);
  article.mentions = std::move(named.mentions);
  article.positions = std::move(named.positions);
  article.tags = std::move(named.tags);
  return Written(article);
}

}  // namespace
}  // namespace sillok::ingest

// What is built at first use takes none of an input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  sillok::ingest::WrittenNames(sillok::ingest::kAnyArticle);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sillok::ingest::PromiseReading({reinterpret_cast<const char*>(data), size}, sillok::ingest::WrittenNames);
  return 0;
}
