#include "query/view/row_filter.h"

#include <algorithm>

#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"

namespace sillok::query {
namespace {

// Parquet's: odd numbers by which a hash gives a bit for each word of a block.
constexpr std::array<uint32_t, 8> kSalts = {0x47b6137bU, 0x44974d91U, 0x8824ad5bU, 0xa2b7289dU,
                                            0x705495c7U, 0x2df1424bU, 0x9efc4947U, 0x5c6bfb31U};

uint64_t HashOf(Family family, std::string_view key) {
  return absl::HashOf(family, absl::string_view(key.data(), key.size()));
}

uint32_t BitIn(size_t word, uint64_t hash) {
  return 1U << (static_cast<uint32_t>(hash) * kSalts[word] >> 27U);
}

}  // namespace

RowFilter::RowFilter(size_t bytes) : blocks_(std::max(bytes / sizeof(Block), size_t{1})) {}

void RowFilter::Add(Family family, std::string_view key) {
  const uint64_t hash = HashOf(family, key);
  Block& block = blocks_[BlockOf(hash)];
  for (size_t word = 0; word < block.size(); ++word) block[word] |= BitIn(word, hash);
}

bool RowFilter::MayHave(Family family, std::string_view key) const {
  const uint64_t hash = HashOf(family, key);
  const Block& block = blocks_[BlockOf(hash)];
  uint32_t missing = 0;
  for (size_t word = 0; word < block.size(); ++word) missing |= BitIn(word, hash) & ~block[word];
  return missing == 0;
}

// By the hash's upper half, as the bits are by its lower one.
size_t RowFilter::BlockOf(uint64_t hash) const { return (hash >> 32U) * blocks_.size() >> 32U; }

}  // namespace sillok::query
