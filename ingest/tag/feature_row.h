// From what a feature says to the row of weights that it adds: hashing, without strings and without a dictionary.
//
//   RowOf(kHead, MixHash(noun, edge))   → a row below 2^kRowBits
//
// All of it is part of the model: other numbers here need another training. Pure; safe from any thread.
#pragma once

#include <cstdint>

namespace sillok::ingest {

// Rows are numbered below 2^kRowBits.
inline constexpr int kRowBits = 16;

namespace feature_row_internal {
inline constexpr uint64_t kGolden = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
inline constexpr uint64_t kOther = 0xD6E8FEB86659FD93;   // odd, and no multiple of it
}  // namespace feature_row_internal

// Both in one number, by their order.
[[nodiscard]] constexpr uint64_t MixHash(uint64_t a, uint64_t b) {
  const uint64_t hash = (a ^ (b * feature_row_internal::kOther)) * feature_row_internal::kGolden;
  return hash ^ (hash >> 32);
}

[[nodiscard]] constexpr uint32_t RowOf(uint32_t feature, uint64_t value) {
  const uint64_t hash = (value + feature * feature_row_internal::kOther) * feature_row_internal::kGolden;
  return static_cast<uint32_t>((hash ^ (hash >> 29)) * feature_row_internal::kOther >> (64 - kRowBits));
}

}  // namespace sillok::ingest
