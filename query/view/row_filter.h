// Which rows have been written since a view was empty, so that a rebuild need not look for the others: nine of ten blocks of events that an
// article asks for hold nobody yet.
//
//   RowFilter filter(32 << 20);
//   filter.Add(Family::kNames, key);
//   if (!filter.MayHave(Family::kNames, key)) …      // never added
//
// RocksDB's own filters are asked once a file. This one is a split block Bloom filter, as Parquet's
// specification describes it: eight bits a key, in 32 bytes that lie together. With eleven bits of memory a key it errs once in a hundred
// times; with too many keys more often, and what is asked for is looked for then. One thread at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "query/view/families.h"

namespace sillok::query {

class RowFilter {
 public:
  // `bytes` of memory, a block or more.
  explicit RowFilter(size_t bytes);

  void Add(Family family, std::string_view key);
  // False when it was never added.
  [[nodiscard]] bool MayHave(Family family, std::string_view key) const;

 private:
  using Block = std::array<uint32_t, 8>;

  [[nodiscard]] size_t BlockOf(uint64_t hash) const;

  std::vector<Block> blocks_;
};

}  // namespace sillok::query
