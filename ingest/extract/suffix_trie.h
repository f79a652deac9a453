// Many endings looked for at once: a walk back from the end of a word finds every one that it has.
//
//   SuffixTrie trie;
//   trie.Add("은행", 0);  trie.Add("행", 1);
//   trie.Match("한빛은행", [](int begin, int value) { … });   // (9, 1), then (6, 0)
//
// Built once, then safe from any thread. A walk costs at most the longest ending.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "ingest/extract/rune_trie.h"

namespace sillok::ingest {

class SuffixTrie {
 public:
  // The value, not negative, that `suffix` stands for from now on: `value`, or the one it already had.
  int Add(std::string_view suffix, int value);

  // Calls visit(begin, value) for every suffix that `word` ends with, itself included, the shortest first.
  template <typename Visit>
  void Match(std::string_view word, Visit visit) const {
    uint32_t node = RuneTrie::kRoot;
    for (size_t at = word.size(); at > 0;) {
      const DecodedRune rune = DecodeRuneBefore(word, at);
      node = runes_.Next(node, rune.code);
      if (node == RuneTrie::kNone) return;
      at -= rune.length;
      if (values_[node] >= 0) visit(static_cast<int>(at), values_[node]);
    }
  }

 private:
  RuneTrie runes_;
  std::vector<int> values_;  // by node; -1 where no suffix begins
};

}  // namespace sillok::ingest
