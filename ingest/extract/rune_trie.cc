#include "ingest/extract/rune_trie.h"

#include <utility>

namespace sillok::ingest {

uint32_t RuneTrie::Grow(uint32_t node, char32_t code) {
  if (2 * size_t{size_} >= edges_.size()) Enlarge();
  const uint64_t key = Key(node, code);
  Edge& edge = edges_[Slot(key)];
  if (edge.next == kNone) edge = {.key = key, .next = size_++};
  return edge.next;
}

void RuneTrie::Enlarge() {
  constexpr size_t kFewest = 64;
  std::vector<Edge> old(edges_.empty() ? kFewest : 2 * edges_.size());
  std::swap(old, edges_);
  for (const Edge& edge : old) {
    if (edge.next != kNone) edges_[Slot(edge.key)] = edge;
  }
}

}  // namespace sillok::ingest
