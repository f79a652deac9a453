// Bylines that stand within a paragraph, before its first sentence or behind its last.
//
//   ReadDateline("[서울=아무통신] 이혜원 기자 = 시는 …")  → 이혜원, 아무통신; the text begins behind `length`
//
// Pure; look at the ends of the paragraph only; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/clean/byline.h"

namespace sillok::ingest {

// A byline at the beginning of a paragraph: "[서울=뉴시스] 이혜원 기자 = ". `length` 0 when there is none.
struct Dateline {
  Byline byline;
  size_t length = 0;  // bytes before the text itself
};
[[nodiscard]] Dateline ReadDateline(std::string_view paragraph);

// A byline behind the last sentence of a paragraph: "… 말했다. 이혜원 기자 hw@amu.example".
struct Signature {
  Byline byline;
  size_t begin = 0;  // the paragraph's size when there is none
};
[[nodiscard]] Signature ReadSignature(std::string_view paragraph);

// The reporter who takes leave in a paragraph of its own: "KBS 뉴스 한도윤입니다."
[[nodiscard]] Byline ReadSignOff(std::string_view paragraph);

// Whom a presenter hands over to in a sentence of its own: "나루방송 한도윤, 서지안 기자가 취재했습니다."
[[nodiscard]] std::vector<Reporter> ReadHandover(std::string_view paragraph);

}  // namespace sillok::ingest
