#include "ingest/tag/word_classes.h"

namespace sillok::ingest {

uint32_t HashOf(std::string_view word) {
  constexpr uint32_t kBasis = 2166136261;  // FNV-1a
  constexpr uint32_t kPrime = 16777619;
  uint32_t hash = kBasis;
  for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * kPrime;
  return hash == 0 ? 1 : hash;
}

WordClasses::WordClasses(const std::vector<ClassedWord>& words) {
  size_t size = 1;
  while (size < words.size() * 2 + 1) size *= 2;
  slots_.resize(size);
  mask_ = size - 1;
  for (const ClassedWord& word : words) {
    size_t slot = word.hash & mask_;
    while (slots_[slot].hash != 0 && slots_[slot].hash != word.hash) slot = (slot + 1) & mask_;
    if (slots_[slot].hash == 0) slots_[slot] = word;
  }
}

}  // namespace sillok::ingest
