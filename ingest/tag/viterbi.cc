#include "ingest/tag/viterbi.h"

#include <algorithm>
#include <limits>
#include <memory>

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
      : transitions_(transitions),
        count_(emissions.size()),
        scores_(std::make_unique_for_overwrite<Scores[]>(emissions.size())) {
    for (int closed = 0; closed < kClosed; ++closed) {
      for (int fresh = 0; fresh < kClosed; ++fresh) {
        steps_[closed][fresh] = transitions[kClosedLabels[closed]][kFreshLabels[fresh]];
      }
    }
    for (int fresh = 0; fresh < kClosed; ++fresh) {
      int32_t least = steps_[0][fresh];
      int32_t most = least;
      for (const Lanes& step : steps_) {
        least = std::min(least, step[fresh]);
        most = std::max(most, step[fresh]);
      }
      spread_ = std::max(spread_, most - least);
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
      if (scores_[count_ - 1][closed] > scores_[count_ - 1][label]) label = closed;
    }
    Labelling best{.labels = std::vector<Label>(count_), .margins = std::vector<int32_t>(count_)};
    for (size_t at = count_; at-- > 0;) {
      best.labels[at] = label;
      const Label next = at + 1 < count_ ? best.labels[at + 1] : kLabels;
      if (label != kOutside && !IsOpen(label)) {
        best.margins[at] = Through(at, label, next) - Through(at, kOutside, next);
      }
      if (at > 0) label = Before(at, label);
    }
    return best;
  }

 private:
  void Step(const Scores& last, const Emission& emission, Scores& next) const {
    int32_t most = kNever;
    for (const Label closed : kClosedLabels) most = std::max(most, last[closed]);
    Lanes best;
    best.fill(kNever);
    for (int closed = 0; closed < kClosed; ++closed) {
      const int32_t score = last[kClosedLabels[closed]];
      // Mostly all but one or two are so far behind that no step brings them up.
      if (score + spread_ < most) continue;
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
    if (IsFresh(label)) return BestBefore(at, label, kClosedLabels);
    return BestBefore(at, label,
                      std::array{LabelOf(TypeOf(label), TagPosition::kBegin),
                                 LabelOf(TypeOf(label), TagPosition::kInside)});
  }

  // Of these, which are in order.
  template <size_t count>
  [[nodiscard]] Label BestBefore(size_t at, Label label, const std::array<Label, count>& labels) const {
    Label best = 0;
    int32_t most = kNever;
    for (const Label before : labels) {
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
  int32_t spread_ = 0;  // how much more one step can be worth than another to the same label, at most
  size_t count_;
  std::unique_ptr<Scores[]> scores_;
};

}  // namespace

Labelling BestLabels(std::span<const Emission> emissions, const Transitions& transitions) {
  if (emissions.empty()) return {};
  return Forward(emissions, transitions).Best();
}

}  // namespace sillok::ingest
