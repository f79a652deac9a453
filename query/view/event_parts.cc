#include "query/view/event_parts.h"

namespace sillok::query {

void EventParts::Join(const std::string& one, const std::string& other) {
  Add(one);
  Add(other);
  const std::string& left = Root(one);
  const std::string& right = Root(other);
  if (left == right) return;
  if (left < right) {
    parent_.at(right) = left;
  } else {
    parent_.at(left) = right;
  }
}

std::map<std::string, std::string> EventParts::Smallest() const {
  // A parent is smaller, so its own is known already.
  std::map<std::string, std::string> smallest;
  for (const auto& [id, parent] : parent_) smallest[id] = parent == id ? id : smallest.at(parent);
  return smallest;
}

const std::string& EventParts::Root(const std::string& id) {
  auto row = parent_.find(id);
  while (row->second != row->first) {
    const auto parent = parent_.find(row->second);
    row->second = parent->second;  // half the way for the next one
    row = parent_.find(row->second);
  }
  return row->first;
}

}  // namespace sillok::query
