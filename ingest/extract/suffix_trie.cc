#include "ingest/extract/suffix_trie.h"

namespace sillok::ingest {

int SuffixTrie::Add(std::string_view suffix, int value) {
  uint32_t node = RuneTrie::kRoot;
  for (size_t at = suffix.size(); at > 0;) {
    const DecodedRune rune = DecodeRuneBefore(suffix, at);
    at -= rune.length;
    node = runes_.Grow(node, rune.code);
  }
  values_.resize(runes_.size(), -1);
  if (values_[node] < 0) values_[node] = value;
  return values_[node];
}

}  // namespace sillok::ingest
