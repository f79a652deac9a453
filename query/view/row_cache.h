// Rows of the store that its one writer reads again and again, kept between batches: the totals of names in the news, the traits of
// clauses that lead today's blocks.
//
//   if (const std::string* row = cache.Find(family, key)) …
//   cache.Keep(family, key, value_read_from_the_store);
//   cache.Replace(family, key, value_written);   // after each write, for every row of it
//
// RocksDB keeps blocks, and a row in one is found anew in every sorted run; its own row cache is asked once a run as well, and measured
// no faster. Rows live in two generations: what is not found while the young one fills goes with the old one. One thread at a time.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/hash/hash.h"
#include "query/view/families.h"

namespace sillok::query {

class RowCache {
 public:
  explicit RowCache(size_t most_bytes) : most_bytes_(most_bytes) {}

  // Null when the row is not kept. Valid until the next call.
  [[nodiscard]] const std::string* Find(Family family, std::string_view key);
  // Rows of more than kMostRowBytes are not kept.
  void Keep(Family family, std::string_view key, std::string_view value);
  // What stands in the store now, nothing for a row that went. Rows that are not kept stay so.
  void Replace(Family family, std::string_view key, std::optional<std::string_view> value);
  // Whether rows of the family have been kept since it was empty.
  [[nodiscard]] bool HasKept(Family family) const { return families_.test(static_cast<size_t>(family)); }
  void Clear();

  static constexpr size_t kMostRowBytes = 4096;

 private:
  // Rows are looked for by views of their keys.
  using RowKey = std::pair<Family, std::string>;
  using RowKeyView = std::pair<Family, std::string_view>;
  struct Hash {
    using is_transparent = void;
    size_t operator()(const RowKeyView& row) const { return absl::HashOf(row.first, row.second); }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(const RowKeyView& a, const RowKeyView& b) const { return a == b; }
  };
  using Generation = absl::flat_hash_map<RowKey, std::string, Hash, Equal>;

  std::string& Put(RowKey key, std::string value);

  const size_t most_bytes_;
  size_t young_bytes_ = 0;
  Generation young_;
  Generation old_;
  std::bitset<static_cast<size_t>(Family::kMeta) + 1> families_;  // of which rows have been kept
};

}  // namespace sillok::query
