#include "ingest/extract/name_trie.h"

namespace sillok::ingest {

int NameTrie::Add(std::string_view name, int value) {
  uint32_t node = 0;
  for (size_t at = 0; at < name.size();) {
    const DecodedRune rune = DecodeRune(name, at);
    at += rune.length;
    const auto [edge, added] = edges_.try_emplace(Edge(node, rune.code), size_);
    if (added) ++size_;
    node = edge->second;
  }
  return values_.try_emplace(node, value).first->second;
}

}  // namespace sillok::ingest
