#include "tests/fuzz/promise.h"

#include <cstdio>
#include <cstdlib>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "ingest/wire/article_message.h"

namespace sillok::ingest {
namespace {

// True where a character begins, or the text ends.
bool IsBoundary(std::string_view text, int at) {
  const auto place = static_cast<size_t>(at);
  return place == text.size() || (static_cast<unsigned char>(text[place]) & 0xC0) != 0x80;
}

bool HasControl(std::string_view text) {
  for (const char byte : text) {
    if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) return true;
  }
  return false;
}

}  // namespace

void Promise(bool kept, std::string_view what, std::string_view about) {
  if (kept) return;
  std::fprintf(stderr, "not kept: %.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(about.size()), about.data());
  std::abort();
}

void PromiseSpan(const TextSpan& span, std::string_view text, std::string_view whose) {
  Promise(0 <= span.begin && span.begin <= span.end && span.end <= static_cast<int>(text.size()),
          "a span lies in its text", whose);
  Promise(IsBoundary(text, span.begin) && IsBoundary(text, span.end), "a span cuts no character", whose);
}

void PromiseLine(std::string_view text, std::string_view whose) {
  Promise(IsValidUtf8(text), "text is UTF-8", whose);
  Promise(!HasControl(text), "text is one line without control characters", text);
  Promise(!text.starts_with(' ') && !text.ends_with(' '), "text has no space around it", text);
  Promise(NormalizeText(text) == text, "text is normalised", text);
}

std::string Written(const ExtractedArticle& article) {
  std::string bytes = ToMessage(article, "fuzz").SerializeAsString();
  Promise(v1::Article().ParseFromString(bytes), "every text of the article is UTF-8");
  return bytes;
}

}  // namespace sillok::ingest
