#include "query/view/label_cache.h"

#include <functional>

namespace sillok::query {

const LabelCache::Shard& LabelCache::ShardOf(const std::string& key) const {
  return shards_[std::hash<std::string>()(key) % shards_.size()];
}

std::optional<EntityLabel> LabelCache::Find(uint64_t version, const std::string& key) const {
  const Shard& shard = ShardOf(key);
  const std::shared_lock lock(shard.mutex);
  if (shard.version != version) return std::nullopt;
  const auto label = shard.labels.find(key);
  return label == shard.labels.end() ? std::nullopt : std::optional(label->second);
}

void LabelCache::Insert(uint64_t version, const std::string& key, const EntityLabel& label) {
  Shard& shard = const_cast<Shard&>(ShardOf(key));
  const std::unique_lock lock(shard.mutex);
  if (shard.version != version) return;
  if (shard.labels.size() >= kShardLabels) shard.labels.clear();
  shard.labels[key] = label;
}

void LabelCache::Advance(uint64_t version, const std::set<NameKey>& changed) {
  for (Shard& shard : shards_) {
    const std::unique_lock lock(shard.mutex);
    shard.version = version;
    for (const NameKey& key : changed) shard.labels.erase(NameKeyText(key));
  }
}

}  // namespace sillok::query
