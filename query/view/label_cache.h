// Names of entities in memory: every event of a timeline shows some, and they seldom change.
//
//   std::optional<EntityLabel> label = cache.Find(version, key);
//   if (!label) cache.Insert(version, key, read_from_the_store);
//   cache.Advance(version + 1, changed);
//
// Holds the labels of exactly one version: a reader of another one finds nothing and puts in nothing, so nobody sees a
// name of a state that is not its own. Safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "query/link/name_key.h"

namespace sillok::query {

// What an answer calls an entity.
struct EntityLabel {
  std::string id;  // the smallest id among its referents, bare
  std::string display_name;
};

class LabelCache {
 public:
  // `key` is NameKeyText of the name.
  [[nodiscard]] std::optional<EntityLabel> Find(uint64_t version, const std::string& key) const;
  void Insert(uint64_t version, const std::string& key, const EntityLabel& label);
  // From now on the cache is of `version`, in which only `changed` may differ from what it holds.
  void Advance(uint64_t version, const std::set<NameKey>& changed);

 private:
  // Labels a shard may hold before it is emptied: about 20 MB in all.
  static constexpr size_t kShardLabels = 8192;
  struct Shard {
    mutable std::shared_mutex mutex;
    uint64_t version = 0;
    std::unordered_map<std::string, EntityLabel> labels;
  };

  [[nodiscard]] const Shard& ShardOf(const std::string& key) const;

  std::array<Shard, 16> shards_;
};

}  // namespace sillok::query
