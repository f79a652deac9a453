// What rows say of single Hangul syllables.
//
//   SyllableTable<int8_t> weights;
//   weights.Set(U'칸', 3);
//   weights.Get(U'칸')   → 3; 0 for every other code point
//
// Built once, then safe from any thread.
#pragma once

#include <vector>

#include "common/text/hangul.h"

namespace sillok::ingest {

template <typename Value>
class SyllableTable {
 public:
  SyllableTable() : values_(kLast - kFirst + 1) {}

  // `code` must be a Hangul syllable.
  void Set(char32_t code, Value value) { values_.at(code - kFirst) = value; }

  // What Set said; Value() for what it did not speak of.
  [[nodiscard]] Value Get(char32_t code) const {
    return IsHangulSyllable(code) ? values_[code - kFirst] : Value();
  }

 private:
  static constexpr char32_t kFirst = 0xAC00;
  static constexpr char32_t kLast = 0xD7A3;

  std::vector<Value> values_;
};

}  // namespace sillok::ingest
