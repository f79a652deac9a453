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

// One that has some of everything.
inline constexpr std::string_view kAnyArticle =
    "2024-03-18\n# 김나래 시장 “둑 고친다”…내년 완공\n"
    "김나래 가람시장은 15일 가람시청에서 기자들과 만나 “내년 6월까지 95억원을 들여 둑을 고치겠다”고 말했다.\n"
    "주민 320명은 지난달 대피했다고 전했다. 가람시는 오는 20일 설명회를 연다.\n> 솔내천 둑의 모습. 가람시 "
    "제공\n";

// Lines become what cleaning makes of them: normalised UTF-8 without space around it.
[[nodiscard]] CleanArticle PlainArticle(std::string_view bytes);

// The same, parsed; the dictionary is opened once.
[[nodiscard]] ParsedArticle ParsedPlainArticle(std::string_view bytes);

}  // namespace sillok::ingest
