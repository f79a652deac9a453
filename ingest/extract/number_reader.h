// Within stage 4: figures and number words together, without a unit.
//
//   ReadNumberAt("3조 2천억 원", 0)   → 3.2e12, end 13, scale 1e8, digits, counted
//   ReadNumberAt("열두 번째", 0)      → 12, end 6
//   ReadNumberAt("3천여만 원", 0)     → 3e7, end 10, approximate
//   ReadNumberAt("두세 명", 0)        → 2 … 3, end 6
//
// Rows of ingest/lexicon: number_words. Pure; linear in the number.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sillok::ingest {

// A number read at some place.
struct ReadNumber {
  double value = 0;
  size_t end = 0;
  double scale = 1;          // of its last big unit: 10000 for 2만
  bool digits = false;       // written with figures
  bool counted = false;      // 만/억/조 is in it
  bool approximate = false;  // 여 is in it
  bool pair = false;         // or one more
  int words = 0;             // number words
};

// True when byte `at` is one of 0…9; false behind the end.
[[nodiscard]] inline bool IsDigitAt(std::string_view text, size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

[[nodiscard]] std::optional<ReadNumber> ReadNumberAt(std::string_view text, size_t at);

// True when a number word begins at `at`: 한, 백, 만.
[[nodiscard]] bool BeginsNumberWord(std::string_view text, size_t at);

}  // namespace sillok::ingest
