// The best labels of a sentence under scores of its syllables and of neighbours.
//
//   std::vector<Label> labels = BestLabels(emissions, transitions);
//   Labelling sure = SureLabels(emissions, transitions);   // the same labels, and how sure each is
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

// Never breaks MayFollow; begins fresh, and ends with no tag open.
[[nodiscard]] std::vector<Label> BestLabels(std::span<const Emission> emissions,
                                            const Transitions& transitions);

struct Labelling {
  std::vector<Label> labels;
  // By syllable: how much the whole would lose if this one were outside; 0 where it is.
  std::vector<int32_t> margins;
};
[[nodiscard]] Labelling SureLabels(std::span<const Emission> emissions, const Transitions& transitions);

}  // namespace sillok::ingest
