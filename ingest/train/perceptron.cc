#include "ingest/train/perceptron.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <utility>

#include "ingest/tag/viterbi.h"

namespace sillok::ingest {
namespace {

constexpr size_t kRows = size_t{1} << kRowBits;
constexpr int64_t kLargest = std::numeric_limits<int8_t>::max();

// Sums over every state on the way: what a weight is now, times how long it has been so.
class Weights {
 public:
  Weights() : now_(kRows * kRowWidth), sums_(kRows * kRowWidth) {}

  [[nodiscard]] Emission EmissionOf(std::span<const uint32_t> rows) const {
    Emission emission{};
    for (const uint32_t row : rows) {
      const int32_t* weights = &now_[size_t{row} * kRowWidth];
      for (int label = 0; label < kRowWidth; ++label) emission[label] += weights[label];
    }
    return emission;
  }
  [[nodiscard]] const Transitions& transitions() const { return transitions_; }

  // Adds `by` to the features of a label, `left` states before the end.
  void Add(std::span<const uint32_t> rows, Label label, int by, int64_t left) {
    for (const uint32_t row : rows) {
      const size_t at = size_t{row} * kRowWidth + label;
      now_[at] += by;
      sums_[at] += by * left;
    }
  }
  void AddTransition(Label before, Label label, int by, int64_t left) {
    transitions_[before][label] += by;
    transition_sums_[before][label] += by * left;
  }

  void Restart() {
    std::fill(now_.begin(), now_.end(), 0);
    transitions_ = {};
  }

  [[nodiscard]] const std::vector<int64_t>& sums() const { return sums_; }
  [[nodiscard]] int64_t transition_sum(Label before, Label label) const {
    return transition_sums_[before][label];
  }

 private:
  std::vector<int32_t> now_;
  std::vector<int64_t> sums_;
  Transitions transitions_{};
  std::array<std::array<int64_t, kLabels>, kLabels> transition_sums_{};
};

void Learn(const TrainingSentence& sentence, int64_t left, Weights& weights) {
  std::vector<Emission> emissions(sentence.labels.size());
  for (size_t at = 0; at < emissions.size(); ++at) {
    emissions[at] = weights.EmissionOf(sentence.features.Of(at));
  }
  const std::vector<Label> said = BestLabels(emissions, weights.transitions()).labels;
  for (size_t at = 0; at < said.size(); ++at) {
    const Label right = sentence.labels[at];
    if (said[at] != right) {
      weights.Add(sentence.features.Of(at), right, 1, left);
      weights.Add(sentence.features.Of(at), said[at], -1, left);
    }
    if (at == 0 || (said[at] == right && said[at - 1] == sentence.labels[at - 1])) continue;
    weights.AddTransition(sentence.labels[at - 1], right, 1, left);
    weights.AddTransition(said[at - 1], said[at], -1, left);
  }
}

// The same on every machine, unlike std::shuffle.
void Shuffle(uint64_t& state, std::vector<size_t>& order) {
  for (size_t at = order.size(); at > 1; --at) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    std::swap(order[at - 1], order[state % at]);
  }
}

int64_t Rounded(int64_t value, int64_t unit) {
  const int64_t half = value < 0 ? -unit / 2 : unit / 2;
  return (value + half) / unit;
}

// What a weight of 1 stands for in the model. The largest weights are cut, so that the many small ones keep their digits.
int64_t UnitOf(const std::vector<int64_t>& sums) {
  std::vector<int64_t> sizes;
  for (const int64_t sum : sums) {
    if (sum != 0) sizes.push_back(std::abs(sum));
  }
  if (sizes.empty()) return 1;
  const size_t cut = sizes.size() - 1 - sizes.size() / 10000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<ptrdiff_t>(cut), sizes.end());
  return std::max<int64_t>(1, sizes[cut] / kLargest);
}

}  // namespace

void Train(const std::vector<TrainingSentence>& sentences, const TrainingOptions& options,
           TagModelParts& parts) {
  Weights weights;
  uint64_t state = 88172645463325252;
  std::vector<size_t> order(sentences.size());
  for (int round = 0; round < options.orders; ++round) {
    std::iota(order.begin(), order.end(), 0);
    weights.Restart();
    int64_t left = static_cast<int64_t>(sentences.size()) * options.epochs;
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
      Shuffle(state, order);
      for (const size_t index : order) Learn(sentences[index], left--, weights);
    }
  }
  const int64_t unit = UnitOf(weights.sums());
  parts.rows.resize(kRows * kRowWidth);
  for (size_t at = 0; at < parts.rows.size(); ++at) {
    parts.rows[at] =
        static_cast<int8_t>(std::clamp<int64_t>(Rounded(weights.sums()[at], unit), -kLargest, kLargest));
  }
  for (Label before = 0; before < kLabels; ++before) {
    for (Label label = 0; label < kLabels; ++label) {
      parts.transitions[before][label] =
          static_cast<int32_t>(Rounded(weights.transition_sum(before, label), unit));
    }
  }
}

}  // namespace sillok::ingest
