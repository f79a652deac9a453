#include "query/view/row_cache.h"

#include <utility>

namespace sillok::query {
namespace {

constexpr size_t kEntryBytes = 96;  // what a row costs beside its bytes

}  // namespace

const std::string* RowCache::Find(Family family, std::string_view key) {
  const RowKeyView row(family, key);
  if (const auto found = young_.find(row); found != young_.end()) return &found->second;
  const auto found = old_.find(row);
  if (found == old_.end()) return nullptr;
  std::string value = std::move(found->second);
  old_.erase(found);
  return &Put({family, std::string(key)}, std::move(value));
}

void RowCache::Keep(Family family, std::string_view key, std::string_view value) {
  if (value.size() <= kMostRowBytes) (void)Put({family, std::string(key)}, std::string(value));
}

void RowCache::Replace(Family family, std::string_view key, std::optional<std::string_view> value) {
  if (!HasKept(family)) return;
  const RowKeyView row(family, key);
  for (Generation* generation : {&young_, &old_}) {
    const auto found = generation->find(row);
    if (found == generation->end()) continue;
    if (value.has_value() && value->size() <= kMostRowBytes) {
      found->second = *value;
    } else {
      generation->erase(found);
    }
  }
}

void RowCache::Clear() {
  young_.clear();
  old_.clear();
  young_bytes_ = 0;
  families_.reset();
}

std::string& RowCache::Put(RowKey key, std::string value) {
  const size_t bytes = kEntryBytes + key.second.size() + value.size();
  if (young_bytes_ + bytes > most_bytes_ / 2) {
    old_ = std::move(young_);
    young_.clear();
    young_bytes_ = 0;
  }
  young_bytes_ += bytes;
  families_.set(static_cast<size_t>(key.first));
  return young_.insert_or_assign(std::move(key), std::move(value)).first->second;
}

}  // namespace sillok::query
