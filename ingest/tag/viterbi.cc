#include "ingest/tag/viterbi.h"

#include <algorithm>
#include <limits>

namespace sillok::ingest {
namespace {

constexpr int32_t kNever = std::numeric_limits<int32_t>::min() / 2;
// After so many syllables scores begin anew, so that a sentence of any length is summed up in 32 bits.
constexpr size_t kStretch = 1024;

// What may follow a closed label is fresh, whatever the types, and what may follow an open one is its own type's; so a step
// is a small table over closed and fresh labels, laid out for registers, and four pairs for each type.
constexpr int kClosed = 1 + 2 * kTagTypes;
constexpr int kLanes = 16;
static_assert(kClosed <= kLanes);

constexpr std::array<Label, kClosed> MakeClosed() {
  std::array<Label, kClosed> labels{};
  int count = 0;
  for (Label label = 0; label < kLabels; ++label) {
    if (!IsOpen(label)) labels[count++] = label;
  }
  return labels;
}
constexpr std::array<Label, kClosed> MakeFresh() {
  std::array<Label, kClosed> labels{};
  int count = 0;
  for (Label label = 0; label < kLabels; ++label) {
    if (IsFresh(label)) labels[count++] = label;
  }
  return labels;
}
constexpr std::array<Label, kClosed> kClosedLabels = MakeClosed();
constexpr std::array<Label, kClosed> kFreshLabels = MakeFresh();

using Lanes = std::array<int32_t, kLanes>;
using Scores = std::array<int32_t, kLabels>;

// Scores of the best way up to and with each label.
class Forward {
 public:
  Forward(std::span<const Emission> emissions, const Transitions& transitions)
      : transitions_(transitions), scores_(emissions.size()) {
    for (int closed = 0; closed < kClosed; ++closed) {
      for (int fresh = 0; fresh < kClosed; ++fresh) {
        steps_[closed][fresh] = transitions[kClosedLabels[closed]][kFreshLabels[fresh]];
      }
    }
    scores_[0].fill(kNever);
    for (const Label label : kFreshLabels) scores_[0][label] = emissions[0][label];
    for (size_t at = 1; at < emissions.size(); ++at) {
      Step(scores_[at - 1], emissions[at], scores_[at]);
      if (at % kStretch == 0) Rebase(scores_[at]);
    }
  }

  [[nodiscard]] Labelling Best() const {
    Label label = kOutside;
    for (const Label closed : kClosedLabels) {
      if (scores_.back()[closed] > scores_.back()[label]) label = closed;
    }
    Labelling best{.labels = std::vector<Label>(scores_.size()),
                   .margins = std::vector<int32_t>(scores_.size())};
    for (size_t at = scores_.size(); at-- > 0;) {
      best.labels[at] = label;
      const Label next = at + 1 < scores_.size() ? best.labels[at + 1] : kLabels;
      if (label != kOutside && !IsOpen(label)) {
        best.margins[at] = Through(at, label, next) - Through(at, kOutside, next);
      }
      if (at > 0) label = Before(at, label);
    }
    return best;
  }

 private:
  void Step(const Scores& last, const Emission& emission, Scores& next) const {
    Lanes best;
    best.fill(kNever);
    for (int closed = 0; closed < kClosed; ++closed) {
      const int32_t score = last[kClosedLabels[closed]];
      const Lanes& step = steps_[closed];
      for (int lane = 0; lane < kLanes; ++lane) best[lane] = std::max(best[lane], score + step[lane]);
    }
    for (int fresh = 0; fresh < kClosed; ++fresh) {
      next[kFreshLabels[fresh]] = best[fresh] + emission[kFreshLabels[fresh]];
    }
    for (int type = 0; type < kTagTypes; ++type) {
      const Label begin = LabelOf(static_cast<TagType>(type), TagPosition::kBegin);
      const Label inside = LabelOf(static_cast<TagType>(type), TagPosition::kInside);
      for (const Label label : {inside, LabelOf(static_cast<TagType>(type), TagPosition::kEnd)}) {
        next[label] = emission[label] + std::max({kNever, last[begin] + transitions_[begin][label],
                                                  last[inside] + transitions_[inside][label]});
      }
    }
  }

  // Only scores of one syllable are ever compared.
  static void Rebase(Scores& scores) {
    const int32_t most = *std::max_element(scores.begin(), scores.end());
    for (int32_t& score : scores) score = std::max(kNever, score - most);
  }

  // Up to here with this label, and on to the next.
  [[nodiscard]] int32_t Through(size_t at, Label label, Label next) const {
    return scores_[at][label] + (next < kLabels ? transitions_[label][next] : 0);
  }

  // The label before `label` on the best way to it.
  [[nodiscard]] Label Before(size_t at, Label label) const {
    Label best = 0;
    int32_t most = kNever;
    for (Label before = 0; before < kLabels; ++before) {
      if (!MayFollow(before, label)) continue;
      const int32_t score = scores_[at - 1][before] + transitions_[before][label];
      if (score > most) {
        most = score;
        best = before;
      }
    }
    return best;
  }

  const Transitions& transitions_;
  std::array<Lanes, kClosed> steps_{};
  std::vector<Scores> scores_;
};

}  // namespace

Labelling BestLabels(std::span<const Emission> emissions, const Transitions& transitions) {
  if (emissions.empty()) return {};
  return Forward(emissions, transitions).Best();
}

}  // namespace sillok::ingest
