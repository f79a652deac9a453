// Chance that follows from a seed and is the same everywhere: std::uniform_int_distribution differs between libraries.
//
//   Dice dice(7);
//   if (dice.Roll(3) == 0) name = dice.Pick(names);
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace sillok {

class Dice {
 public:
  explicit Dice(uint32_t seed) : engine_(seed) {}

  // 0 … sides - 1.
  int Roll(int sides) { return static_cast<int>(engine_() % static_cast<uint32_t>(sides)); }
  // `items` is not empty.
  template <typename Item>
  const Item& Pick(const std::vector<Item>& items) {
    return items[static_cast<size_t>(Roll(static_cast<int>(items.size())))];
  }
  template <typename Item>
  void Shuffle(std::vector<Item>& items) {
    for (size_t left = items.size(); left > 1; --left) {
      std::swap(items[left - 1], items[static_cast<size_t>(Roll(static_cast<int>(left)))]);
    }
  }

 private:
  std::mt19937 engine_;
};

}  // namespace sillok
