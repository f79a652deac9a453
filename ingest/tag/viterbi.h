// The best labels of a sentence under scores of its syllables and of neighbours.
//
//   Labelling best = BestLabels(emissions, transitions);
//
// Linear in the syllables. Ties go to the lower label. Pure; safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ingest/tag/label.h"

namespace sillok::ingest {

// Scores of the labels in order; the rest of the row is 0, so that a row fills whole registers.
inline constexpr int kRowWidth = 32;
static_assert(kLabels <= kRowWidth);
using Emission = std::array<int32_t, kRowWidth>;

// [before][label]; of pairs that may not follow each other it says nothing.
using Transitions = std::array<std::array<int32_t, kLabels>, kLabels>;

struct Labelling {
  std::vector<Label> labels;
  // By syllable that ends a tag: how much the whole loses, at most, when this syllable is outside; 0 elsewhere.
  std::vector<int32_t> margins;
};

// Never breaks MayFollow; begins fresh, and ends with no tag open.
[[nodiscard]] Labelling BestLabels(std::span<const Emission> emissions, const Transitions& transitions);

}  // namespace sillok::ingest
