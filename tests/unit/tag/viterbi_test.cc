#include "ingest/tag/viterbi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

namespace sillok::ingest {
namespace {

using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Emissions = std::vector<Emission>;

int64_t ScoreOf(const Emissions& emissions, const Transitions& transitions,
                const std::vector<Label>& labels) {
  int64_t score = 0;
  for (size_t at = 0; at < labels.size(); ++at) {
    score += emissions[at][labels[at]];
    if (at > 0) score += transitions[labels[at - 1]][labels[at]];
  }
  return score;
}

bool IsAllowed(const std::vector<Label>& labels) {
  Label before = kOutside;
  for (const Label label : labels) {
    if (!MayFollow(before, label)) return false;
    before = label;
  }
  return !IsOpen(before);
}

// The slow way: every labelling there is.
class EveryLabelling {
 public:
  EveryLabelling(const Emissions& emissions, const Transitions& transitions)
      : emissions_(emissions),
        transitions_(transitions),
        best_outside(emissions.size(), std::numeric_limits<int64_t>::min()) {
    std::vector<Label> labels;
    Extend(labels);
  }

 private:
  void Extend(std::vector<Label>& labels) {
    if (labels.size() == emissions_.size()) {
      if (!IsAllowed(labels)) return;
      const int64_t score = ScoreOf(emissions_, transitions_, labels);
      best = std::max(best, score);
      for (size_t at = 0; at < labels.size(); ++at) {
        if (labels[at] == kOutside) best_outside[at] = std::max(best_outside[at], score);
      }
      return;
    }
    for (Label label = 0; label < kLabels; ++label) {
      if (!MayFollow(labels.empty() ? kOutside : labels.back(), label)) continue;
      labels.push_back(label);
      Extend(labels);
      labels.pop_back();
    }
  }

  const Emissions& emissions_;
  const Transitions& transitions_;

 public:
  int64_t best = std::numeric_limits<int64_t>::min();
  std::vector<int64_t> best_outside;  // with this syllable outside
};

class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}

  Emissions SomeEmissions(size_t count, int most) {
    Emissions emissions(count);
    for (Emission& emission : emissions) {
      for (Label label = 0; label < kLabels; ++label) emission[label] = Upto(most);
    }
    return emissions;
  }
  Transitions SomeTransitions(int most) {
    Transitions transitions{};
    for (auto& row : transitions) {
      for (int32_t& score : row) score = Upto(most);
    }
    return transitions;
  }

 private:
  int32_t Upto(int most) { return static_cast<int32_t>(engine_() % (2U * most + 1)) - most; }

  std::mt19937 engine_;
};

TEST(BestLabelsTest, IsTheBestOfEveryLabelling) {
  Random random(7);
  for (int round = 0; round < 24; ++round) {
    const size_t count = 1 + round % 4;
    const int most = round % 3 == 0 ? 2 : 1000;  // few values make many ties
    const Emissions emissions = random.SomeEmissions(count, most);
    const Transitions transitions = random.SomeTransitions(most);
    const Labelling labelling = BestLabels(emissions, transitions);
    ASSERT_THAT(labelling.labels, SizeIs(count));
    EXPECT_TRUE(IsAllowed(labelling.labels));
    const EveryLabelling every(emissions, transitions);
    EXPECT_EQ(ScoreOf(emissions, transitions, labelling.labels), every.best);
    for (size_t at = 0; at < count; ++at) {
      const Label label = labelling.labels[at];
      if (label == kOutside || IsOpen(label)) {
        EXPECT_EQ(labelling.margins[at], 0);
      } else {
        EXPECT_GT(labelling.margins[at], 0);
        EXPECT_GE(labelling.margins[at], every.best - every.best_outside[at]);
      }
    }
  }
}

TEST(BestLabelsTest, NeverBreaksWhatMayFollow) {
  Random random(11);
  for (int round = 0; round < 200; ++round) {
    const Emissions emissions = random.SomeEmissions(1 + round, 1000);
    const Labelling labelling = BestLabels(emissions, random.SomeTransitions(1000));
    ASSERT_THAT(labelling.labels, SizeIs(emissions.size()));
    EXPECT_TRUE(IsAllowed(labelling.labels));
  }
}

TEST(BestLabelsTest, TheMarginIsWhatTheTagWins) {
  Emissions emissions(3);
  emissions[1][LabelOf(TagType::kQuantity, TagPosition::kSingle)] = 70;
  emissions[1][kOutside] = 20;
  const Labelling labelling = BestLabels(emissions, {});
  EXPECT_THAT(labelling.labels,
              ::testing::ElementsAre(kOutside, LabelOf(TagType::kQuantity, TagPosition::kSingle), kOutside));
  EXPECT_THAT(labelling.margins, ::testing::ElementsAre(0, 50, 0));
}

TEST(BestLabelsTest, TiesGoToTheLowerLabel) {
  const Labelling labelling = BestLabels(Emissions(5), {});
  EXPECT_THAT(labelling.labels, Each(kOutside));
  EXPECT_THAT(labelling.margins, Each(0));
}

TEST(BestLabelsTest, NothingHasNoLabels) {
  const Labelling labelling = BestLabels({}, {});
  EXPECT_THAT(labelling.labels, IsEmpty());
  EXPECT_THAT(labelling.margins, IsEmpty());
}

TEST(BestLabelsTest, SumsOfALongSentenceStayInTheirNumbers) {
  constexpr size_t kLong = 200'000;
  constexpr int32_t kMuch = 20'000;  // times kLong is more than 32 bits hold
  const Label inside = LabelOf(TagType::kPerson, TagPosition::kInside);
  for (const int32_t others : {-kMuch, kMuch - 1}) {
    Emission emission{};
    std::fill_n(emission.begin(), kLabels, others);
    emission[inside] = kMuch;
    const Labelling labelling = BestLabels(Emissions(kLong, emission), {});
    EXPECT_TRUE(IsAllowed(labelling.labels));
    EXPECT_EQ(labelling.labels.front(), LabelOf(TagType::kPerson, TagPosition::kBegin));
    EXPECT_EQ(labelling.labels.back(), LabelOf(TagType::kPerson, TagPosition::kEnd));
    EXPECT_EQ(std::count(labelling.labels.begin(), labelling.labels.end(), inside), kLong - 2);
  }
}

}  // namespace
}  // namespace sillok::ingest
