#include "ingest/train/exchange.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sillok::ingest {
namespace {

constexpr int kPasses = 12;
constexpr int kFewMoves = 1000;  // a pass that moves less than one word in so many is the last

// How often a word stands beside others; sorted by the other.
using Neighbours = std::vector<std::pair<int, int>>;

class Exchange {
 public:
  Exchange(const std::vector<std::vector<int>>& sentences, int words, int classes)
      : classes_(classes + 1), class_of_(words), counts_(words), before_(words), after_(words) {
    // Class 0 holds the sentence's edge alone.
    for (int word = 0; word < words; ++word) class_of_[word] = 1 + word % classes;
    Count(sentences);
  }

  std::vector<int> Run() {
    for (int pass = 0; pass < kPasses; ++pass) {
      int moved = 0;
      for (int word = 0; word < static_cast<int>(class_of_.size()); ++word) moved += Move(word) ? 1 : 0;
      if (moved * kFewMoves < static_cast<int>(class_of_.size())) break;
    }
    return std::move(class_of_);
  }

 private:
  static constexpr int kEdge = -1;

  void Count(const std::vector<std::vector<int>>& sentences) {
    pairs_.assign(static_cast<size_t>(classes_) * classes_, 0);
    sizes_.assign(classes_, 0);
    int64_t largest = 1;
    for (const std::vector<int>& sentence : sentences) {
      int last = kEdge;
      for (const int word : sentence) {
        ++counts_[word];
        ++sizes_[class_of_[word]];
        ++largest;
        before_[word].emplace_back(last, 1);
        if (last != kEdge) after_[last].emplace_back(word, 1);
        ++pairs_[At(ClassOf(last), class_of_[word])];
        last = word;
      }
      if (last != kEdge) {
        after_[last].emplace_back(kEdge, 1);
        ++pairs_[At(class_of_[last], 0)];
      }
    }
    for (Neighbours& neighbours : before_) Merge(neighbours);
    for (Neighbours& neighbours : after_) Merge(neighbours);
    FillLogs(largest);
  }

  static void Merge(Neighbours& neighbours) {
    std::sort(neighbours.begin(), neighbours.end());
    size_t kept = 0;
    for (const auto& [word, count] : neighbours) {
      if (kept > 0 && neighbours[kept - 1].first == word) {
        neighbours[kept - 1].second += count;
      } else {
        neighbours[kept++] = {word, count};
      }
    }
    neighbours.resize(kept);
  }

  // n log n in units of 2^-16.
  void FillLogs(int64_t largest) {
    constexpr double kUnit = 65536;
    logs_.resize(static_cast<size_t>(largest) + 1);
    for (int64_t n = 1; n <= largest; ++n) {
      logs_[n] = std::llround(static_cast<double>(n) * std::log2(static_cast<double>(n)) * kUnit);
    }
  }

  [[nodiscard]] size_t At(int before, int after) const {
    return static_cast<size_t>(before) * classes_ + after;
  }
  [[nodiscard]] int ClassOf(int word) const { return word == kEdge ? 0 : class_of_[word]; }

  // Counts of a word's neighbours by their classes, without the word itself.
  void ByClass(int word, const Neighbours& neighbours, Neighbours& out) const {
    out.clear();
    for (const auto& [other, count] : neighbours) {
      if (other != word) out.emplace_back(ClassOf(other), count);
    }
    Merge(out);
  }

  void Shift(int word, int to, int sign) {
    for (const auto& [other, count] : left_) pairs_[At(other, to)] += sign * count;
    for (const auto& [other, count] : right_) pairs_[At(to, other)] += sign * count;
    pairs_[At(to, to)] += sign * itself_;
    sizes_[to] += sign * counts_[word];
  }

  // What the whole gains when the word, which is in no class now, joins `to`.
  [[nodiscard]] int64_t Gain(int word, int to) const {
    int64_t gain = 0;
    for (const auto& [other, count] : left_) {
      const int now = pairs_[At(other, to)];
      gain += logs_[now + count] - logs_[now];
    }
    for (const auto& [other, count] : right_) {
      const int now = pairs_[At(to, other)];
      gain += logs_[now + count] - logs_[now];
    }
    return gain - 2 * (logs_[sizes_[to] + counts_[word]] - logs_[sizes_[to]]);
  }

  bool Move(int word) {
    ByClass(word, before_[word], left_);
    ByClass(word, after_[word], right_);
    const auto self = std::find_if(after_[word].begin(), after_[word].end(),
                                   [word](const auto& near) { return near.first == word; });
    itself_ = self == after_[word].end() ? 0 : self->second;
    const int from = class_of_[word];
    Shift(word, from, -1);
    int best = from;
    int64_t most = Gain(word, from);
    for (int to = 1; to < classes_; ++to) {
      if (const int64_t gain = Gain(word, to); gain > most) {
        most = gain;
        best = to;
      }
    }
    class_of_[word] = best;
    Shift(word, best, 1);
    return best != from;
  }

  int classes_;
  std::vector<int> class_of_;
  std::vector<int> counts_;
  std::vector<Neighbours> before_;
  std::vector<Neighbours> after_;
  std::vector<int> pairs_;  // of classes
  std::vector<int> sizes_;  // words in the text, by class
  std::vector<int64_t> logs_;
  // Of the word that moves.
  Neighbours left_;
  Neighbours right_;
  int itself_ = 0;
};

}  // namespace

std::vector<int> ExchangeClasses(const std::vector<std::vector<int>>& sentences, int words, int classes) {
  return Exchange(sentences, words, classes).Run();
}

}  // namespace sillok::ingest
