#include "ingest/tag/viterbi.h"

#include <algorithm>
#include <limits>

namespace sillok::ingest {
namespace {

struct Before {
  std::array<Label, kLabels> labels{};
  int count = 0;
};

// Which labels may stand before each.
std::array<Before, kLabels> MakeBefore() {
  std::array<Before, kLabels> all{};
  for (Label label = 0; label < kLabels; ++label) {
    for (Label before = 0; before < kLabels; ++before) {
      if (MayFollow(before, label)) all[label].labels[all[label].count++] = before;
    }
  }
  return all;
}

constexpr int32_t kNever = std::numeric_limits<int32_t>::min() / 2;

// Scores of the best way up to and with each label, and the label before it.
class Forward {
 public:
  Forward(std::span<const Emission> emissions, const Transitions& transitions)
      : scores_(emissions.size()), links_(emissions.size()) {
    static const std::array<Before, kLabels> kBefore = MakeBefore();
    for (Label label = 0; label < kLabels; ++label) {
      scores_[0][label] = IsFresh(label) ? emissions[0][label] : kNever;
    }
    for (size_t at = 1; at < emissions.size(); ++at) {
      for (Label label = 0; label < kLabels; ++label) {
        int32_t best = kNever;
        for (int index = 0; index < kBefore[label].count; ++index) {
          const Label before = kBefore[label].labels[index];
          const int32_t score = scores_[at - 1][before] + transitions[before][label];
          if (score > best) {
            best = score;
            links_[at][label] = before;
          }
        }
        scores_[at][label] = best + emissions[at][label];
      }
    }
  }

  [[nodiscard]] std::vector<Label> Labels() const {
    Label last = kOutside;
    for (Label label = 0; label < kLabels; ++label) {
      if (!IsOpen(label) && scores_.back()[label] > scores_.back()[last]) last = label;
    }
    std::vector<Label> labels(scores_.size());
    for (size_t at = scores_.size(); at-- > 0;) {
      labels[at] = last;
      last = links_[at][last];
    }
    return labels;
  }

  [[nodiscard]] int32_t Score(size_t at, Label label) const { return scores_[at][label]; }

 private:
  std::vector<std::array<int32_t, kLabels>> scores_;
  std::vector<std::array<Label, kLabels>> links_;
};

// From the end: how much more the whole loses, at each syllable, when that one is outside.
std::vector<int32_t> MarginsOf(std::span<const Emission> emissions, const Transitions& transitions,
                               const Forward& forward, const std::vector<Label>& labels) {
  std::array<int32_t, kLabels> after{};
  for (Label label = 0; label < kLabels; ++label) after[label] = IsOpen(label) ? kNever : 0;
  const size_t last = emissions.size() - 1;
  const int32_t best = forward.Score(last, labels[last]);
  std::vector<int32_t> margins(emissions.size());
  for (size_t at = emissions.size(); at-- > 0;) {
    if (labels[at] != kOutside) margins[at] = best - (forward.Score(at, kOutside) + after[kOutside]);
    std::array<int32_t, kLabels> before{};
    before.fill(kNever);
    for (Label label = 0; label < kLabels; ++label) {
      const int32_t rest = after[label] + emissions[at][label];
      for (Label earlier = 0; earlier < kLabels; ++earlier) {
        if (!MayFollow(earlier, label)) continue;
        before[earlier] = std::max(before[earlier], rest + transitions[earlier][label]);
      }
    }
    after = before;
  }
  return margins;
}

}  // namespace

std::vector<Label> BestLabels(std::span<const Emission> emissions, const Transitions& transitions) {
  if (emissions.empty()) return {};
  return Forward(emissions, transitions).Labels();
}

Labelling SureLabels(std::span<const Emission> emissions, const Transitions& transitions) {
  if (emissions.empty()) return {};
  const Forward forward(emissions, transitions);
  Labelling sure{.labels = forward.Labels(), .margins = {}};
  sure.margins = MarginsOf(emissions, transitions, forward, sure.labels);
  return sure;
}

}  // namespace sillok::ingest
