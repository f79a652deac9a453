// Bytes of unknown encoding as UTF-8, and whether they are text or HTML.
//
// The bytes decide. A byte order mark, UTF-8 that decodes and UTF-16's pattern of zeros say more than a declaration,
// which only breaks ties. Known: UTF-8, UTF-16, and CP949 with EUC-KR inside of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/clean/clean_article.h"

namespace sillok::ingest {

struct DecodedPage {
  std::string text;      // valid UTF-8
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "CP949"
  bool html = false;
  size_t begin = 0;  // where `text` begins in `text` or `html` as given: behind a byte order mark
  std::vector<Notice> notices;
};

// The page's content, whichever of text, html and raw carries it.
//
// INVALID_ARGUMENT naming `article.raw` for binary data, for text in no encoding we know, and for text cut inside of a
// character. A few broken bytes inside of good text become U+FFFD, with a notice.
[[nodiscard]] absl::StatusOr<DecodedPage> DecodePage(const v1::RawArticle& raw);

// True when the text begins as HTML does or is full of tags.
[[nodiscard]] bool LooksLikeHtml(std::string_view text);

}  // namespace sillok::ingest
