// Classes of words that stand in alike company, learned from unlabelled text: 국장 beside 실장, 부산 beside 대구.
//
//   classes.Of(HashOf("국장"))   → {7, 41, 233}: coarse, middle, fine; all 0 for a word never seen
//
// Read only; safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sillok::ingest {

// From coarse to fine; 0: unknown.
inline constexpr int kClassGrains = 3;
using WordClass = std::array<uint16_t, kClassGrains>;

// What a word is looked up by.
[[nodiscard]] uint32_t HashOf(std::string_view word);

struct ClassedWord {
  uint32_t hash = 0;
  WordClass classes{};
  uint16_t unused = 0;  // every byte has a value: a model's file holds them as they are
};

class WordClasses {
 public:
  WordClasses() = default;
  // Words of one hash: the first counts.
  explicit WordClasses(const std::vector<ClassedWord>& words);

  [[nodiscard]] WordClass Of(uint32_t hash) const {
    if (slots_.empty()) return {};
    for (size_t slot = hash & mask_;; slot = (slot + 1) & mask_) {
      if (slots_[slot].hash == hash) return slots_[slot].classes;
      if (slots_[slot].hash == 0) return {};
    }
  }

 private:
  std::vector<ClassedWord> slots_;  // a power of two of them, half empty or more; hash 0: empty
  size_t mask_ = 0;
};

}  // namespace sillok::ingest
