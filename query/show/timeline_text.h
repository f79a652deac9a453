// A timeline as a person likes to read it.
//
//   2025-02-04  PLANNED  오픈AI가 서울에서 개발자 워크숍을 연다
//                        오픈AI, 샘 올트먼, 카카오 · 서울
//                        「…sentence…」 한강일보 2025-02-03
//
// Pure; safe from any thread.
#pragma once

#include <string>

#include "sillok/v1/fact.pb.h"

namespace sillok::query {

// One event as lines of at most about `width` terminal columns (a Hangul syllable takes two), each ended by '\n'.
[[nodiscard]] std::string FormatEvent(const v1::Event& event, int width);

// The date at its grain: "2024-06" for a whole month, "2024-01-15 … 2024-01-17" for a range, "(XXXX-02)" for
// what is known of an unresolved one.
[[nodiscard]] std::string FormatDate(const v1::DateSpan& date);

}  // namespace sillok::query
