// Within stage 4: numbers with their units.
//
//   "1만~2만 5천 유로"   → 10000 … 25000, unit 유로
//   "100여 명"           → 100, unit 명, approximate
//   "열두 번째"          → 12, unit 번째
//
// Rows of ingest/lexicon: units, number_words, approximations. A number without a unit, with an unknown value (수십 명), of a
// version or a name (G7, 63빌딩) is none. Pure; linear in the sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/solid_span.h"

namespace sillok::ingest {

enum class UnitKind { kCount, kMoney, kRatio, kMeasure, kDuration, kOrdinal };

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
