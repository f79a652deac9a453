#include "ingest/extract/name_trie.h"

namespace sillok::ingest {

int NameTrie::Add(std::string_view name, int value) {
  uint32_t node = RuneTrie::kRoot;
  for (size_t at = 0; at < name.size();) {
    const DecodedRune rune = DecodeRune(name, at);
    at += rune.length;
    node = runes_.Grow(node, rune.code);
  }
  values_.resize(runes_.size(), -1);
  if (values_[node] < 0) values_[node] = value;
  return values_[node];
}

}  // namespace sillok::ingest
