// Articles for the stages behind cleaning, from any bytes: as short as text, so that a fuzzer can write them.
//
//   2024-03-18          the day it was published, in a first line of its own; may be missing
//   # 새 다리 열렸다        its title
//   ## 내년에 또            a subtitle
//   > 새 다리의 모습        a caption
//   다리가 15일 열렸다.      anything else: a paragraph
#pragma once

#include <string_view>

#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// Lines become what cleaning makes of them: normalised UTF-8 without space around it.
[[nodiscard]] CleanArticle PlainArticle(std::string_view bytes);

// The same, parsed; the dictionary is opened once.
[[nodiscard]] ParsedArticle ParsedPlainArticle(std::string_view bytes);

}  // namespace sillok::ingest
