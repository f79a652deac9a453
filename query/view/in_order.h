// The entries of a hash map in the order of their keys: rows that lie together in the store are found together.
//
//   for (const auto* entry : InOrder(changes)) {
//     const auto& [key, change] = *entry;
//
// Pointers into the map; valid as long as its entries stay where they are. Pure; safe from any thread.
#pragma once

#include <algorithm>
#include <vector>

namespace sillok::query {

template <typename Map>
[[nodiscard]] auto InOrder(Map& map) {
  std::vector<decltype(&*map.begin())> sorted;
  sorted.reserve(map.size());
  for (auto& entry : map) sorted.push_back(&entry);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  return sorted;
}

}  // namespace sillok::query
