// Many words looked for at once, a code point a step: the walk that NameTrie and SuffixTrie share.
//
//   uint32_t node = RuneTrie::kRoot;
//   node = trie.Next(node, U'한');   // kNone when no word goes on like this
//
// Built once, then safe from any thread. A step is a probe of one table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sillok::ingest {

class RuneTrie {
 public:
  static constexpr uint32_t kRoot = 0;
  static constexpr uint32_t kNone = 0;  // the root is nobody's next

  // The node after `node` by `code`, made when there is none.
  uint32_t Grow(uint32_t node, char32_t code);

  // The node after `node` by `code`; kNone when there is none.
  [[nodiscard]] uint32_t Next(uint32_t node, char32_t code) const {
    return edges_.empty() ? kNone : edges_[Slot(Key(node, code))].next;
  }

  // Nodes are numbered from 0 up to this.
  [[nodiscard]] uint32_t size() const { return size_; }

 private:
  // Empty when `next` is kNone.
  struct Edge {
    uint64_t key = 0;
    uint32_t next = kNone;
  };

  static uint64_t Key(uint32_t node, char32_t code) { return uint64_t{node} << 32 | code; }

  // Where the edge of that key is, or would be. Half of the slots or more are empty.
  [[nodiscard]] size_t Slot(uint64_t key) const {
    constexpr uint64_t kOddFraction = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
    constexpr int kTopBits = 32;
    const size_t mask = edges_.size() - 1;
    size_t slot = (key * kOddFraction >> kTopBits) & mask;
    while (edges_[slot].next != kNone && edges_[slot].key != key) slot = (slot + 1) & mask;
    return slot;
  }

  void Enlarge();

  uint32_t size_ = 1;
  std::vector<Edge> edges_;  // a power of two of them, or none
};

}  // namespace sillok::ingest
