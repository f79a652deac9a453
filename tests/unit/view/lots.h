// Draws at random, the same for a seed on every machine: std::uniform_int_distribution differs between libraries.
//
//   Lots lots(seed);
//   lots.Draw(6)  → 0…5
#pragma once

#include <cstdint>
#include <random>

namespace sillok::query {

class Lots {
 public:
  explicit Lots(uint32_t seed) : engine_(seed) {}
  // One of 0 … sides − 1.
  int Draw(int sides) { return static_cast<int>(engine_() % static_cast<uint32_t>(sides)); }

 private:
  std::mt19937 engine_;
};

}  // namespace sillok::query
