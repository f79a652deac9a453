// Within stage 4: whether a number with its unit says how many, by the words around it.
//
//   "수십 명", "만원 관중", "이 차례"                     → SaysHowMany is false
//   "오후 2시 30분", "3대 은행", "제3조", "1인당", "후반 11분"   → CountsByUnit is false
//
// Pure; safe from any thread; constant time.
#pragma once

#include <string_view>

#include "ingest/extract/number.h"
#include "ingest/extract/number_reader.h"

namespace sillok::ingest {

// The number's words are one, and its value is known. `last`: as it was read; of a range, the upper end.
[[nodiscard]] bool SaysHowMany(std::string_view text, const Number& number, const ReadNumber& last);

// It is an amount of its unit, and not a name's, a law's, or a time of day.
[[nodiscard]] bool CountsByUnit(std::string_view text, const Number& number, const ReadNumber& last);

}  // namespace sillok::ingest
