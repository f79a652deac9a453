// Many names looked for at once: a walk over the text from one place finds every name that begins there.
//
//   NameTrie trie;
//   trie.Add("한국", 0);  trie.Add("한국은행", 1);
//   trie.Match("한국은행은", 0, [](int end, int value) { … });   // (6, 0), then (12, 1)
//
// Built once, then safe from any thread. A walk costs at most the longest name.
#pragma once

#include <cstdint>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "common/text/utf8.h"

namespace sillok::ingest {

class NameTrie {
 public:
  // The value that `name` stands for from now on: `value`, or the one it already had.
  int Add(std::string_view name, int value);

  // Calls visit(end, value) for every name that begins at byte `begin` of `text`, the shortest first.
  template <typename Visit>
  void Match(std::string_view text, int begin, Visit visit) const {
    uint32_t node = 0;
    for (size_t at = begin; at < text.size();) {
      const DecodedRune rune = DecodeRune(text, at);
      const auto next = edges_.find(Edge(node, rune.code));
      if (next == edges_.end()) return;
      node = next->second;
      at += rune.length;
      if (const auto value = values_.find(node); value != values_.end()) {
        visit(static_cast<int>(at), value->second);
      }
    }
  }

 private:
  static uint64_t Edge(uint32_t node, char32_t code) { return uint64_t{node} << 32 | code; }

  uint32_t size_ = 1;
  absl::flat_hash_map<uint64_t, uint32_t> edges_;
  absl::flat_hash_map<uint32_t, int> values_;
};

}  // namespace sillok::ingest
