// Within stage 4: numbers with their units.
//
//   "1만~2만 5천 유로"   → 10000 … 25000, unit 유로
//   "100여 명"           → 100, unit 명, approximate
//   "열두 번째"          → 12, unit 번째
//   "1시간 40분"         → 100, unit 분
//   "경쟁률은 3대 1"     → 3, unit 대 1
//
// Rows of ingest/lexicon: units, number_words, approximations, machine_nouns. A number without a unit, with an unknown value
// (수십 명), of a version or a name (G7, 63빌딩), of a law's article (제3조), or that others are counted by (1인당) is none.
// Pure; linear in the sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/solid_span.h"
#include "ingest/extract/unit_lexicon.h"

namespace sillok::ingest {

struct Number {
  TextSpan span;  // number and unit
  double value = 0;
  std::optional<double> value_max;
  std::string_view unit;  // a row's; lives as long as the program
  UnitKind kind = UnitKind::kCount;
  bool approximate = false;
};

// In order, apart from each other and from `blocked` (names and dates, in order).
[[nodiscard]] std::vector<Number> FindNumbers(const Sentence& sentence,
                                              const std::vector<SolidSpan>& blocked);

}  // namespace sillok::ingest
