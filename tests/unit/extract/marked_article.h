// Articles with names and dates marked by hand, so that the tests of facts need neither dates nor names to be found.
//
//   "[p0:김나래] 대표는 [d2024-05-09:9일] [o1:누리사]를 찾았다."
//
// p person, o organisation, l place, e named event, w work, g product; the number is the referent, whose canonical form is
// the longest marked. d: the interval as ISO 8601; empty for a date nobody can resolve. Paragraphs are divided by " // ";
// one that begins with "T:" is the title, with "C:" a caption. "=p0 대표 o1" is no paragraph but a position.
// Written on 2024-05-10.
#pragma once

#include <string_view>

#include "ingest/extract/named_article.h"

namespace sillok::ingest {

[[nodiscard]] NamedArticle ReadMarkedArticle(std::string_view marked);

}  // namespace sillok::ingest
