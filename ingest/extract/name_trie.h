// Many names looked for at once: a walk over the text from one place finds every name that begins there.
//
//   NameTrie trie;
//   trie.Add("한국", 0);  trie.Add("한국은행", 1);
//   trie.Match("한국은행은", 0, [](int end, int value) { … });   // (6, 0), then (12, 1)
//
// Built once, then safe from any thread. A walk costs at most the longest name.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "ingest/extract/rune_trie.h"

namespace sillok::ingest {

class NameTrie {
 public:
  // The value, not negative, that `name` stands for from now on: `value`, or the one it already had.
  int Add(std::string_view name, int value);

  // Calls visit(end, value) for every name that begins at byte `begin` of `text`, the shortest first.
  template <typename Visit>
  void Match(std::string_view text, int begin, Visit visit) const {
    uint32_t node = RuneTrie::kRoot;
    for (size_t at = begin; at < text.size();) {
      const DecodedRune rune = DecodeRune(text, at);
      node = runes_.Next(node, rune.code);
      if (node == RuneTrie::kNone) return;
      at += rune.length;
      if (values_[node] >= 0) visit(static_cast<int>(at), values_[node]);
    }
  }

 private:
  RuneTrie runes_;
  std::vector<int> values_;  // by node; -1 where no name ends
};

}  // namespace sillok::ingest
