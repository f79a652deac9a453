// The rows of one family that a batch writes, in order, each as it was written last.
//
//   WrittenRows rows;
//   rows.Put("b", "2");
//   rows.Delete("a");
//   for (auto row = rows.From(""); row != rows.end(); ++row) …     // a goes, b is 2
//
// A batch of many commits writes a hundred thousand rows. So keys and values lie close together in memory of their own, given back as a
// whole, and the order mostly shows in the first bytes of keys, which are kept where it is looked for.
//
// One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/container/btree_map.h"
#include "google/protobuf/arena.h"

namespace sillok::query {

class WrittenRows {
 public:
  // A key, and its first eight bytes as a number in the order of keys.
  struct Key {
    explicit Key(std::string_view key);
    friend bool operator<(const Key& a, const Key& b) {
      return a.head != b.head ? a.head < b.head : a.text < b.text;
    }

    uint64_t head;
    std::string_view text;
  };
  // Nothing for a row that goes. Both live until Clear.
  using Map = absl::btree_map<Key, std::optional<std::string_view>>;

  // Copies both.
  void Put(std::string_view key, std::string_view value) { Set(key, Copy(value)); }
  void Delete(std::string_view key) { Set(key, std::nullopt); }
  // What another batch wrote later, over what this one did.
  void Add(WrittenRows newer);
  void Clear();

  [[nodiscard]] bool empty() const { return rows_.empty(); }
  // Of memory, those of rows that were written again included.
  [[nodiscard]] size_t bytes() const;
  [[nodiscard]] Map::const_iterator Find(std::string_view key) const { return rows_.find(Key(key)); }
  // The first row whose key is not less.
  [[nodiscard]] Map::const_iterator From(std::string_view key) const { return rows_.lower_bound(Key(key)); }
  [[nodiscard]] Map::const_iterator begin() const { return rows_.begin(); }
  [[nodiscard]] Map::const_iterator end() const { return rows_.end(); }

 private:
  void Set(std::string_view key, std::optional<std::string_view> value);
  [[nodiscard]] std::string_view Copy(std::string_view bytes);

  std::vector<std::unique_ptr<google::protobuf::Arena>> bytes_;  // the last one takes more
  Map rows_;
};

}  // namespace sillok::query
