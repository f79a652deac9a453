// The first parts of a key, as RocksDB's prefix: what a family is asked for that is scanned by them.
//
//   options.prefix_extractor = FirstParts("bt");   // of 7 'a' 'b' it is 7 'a'
//
// Whether any key begins so is then told by a filter, without looking for it. An iterator may only pass keys that have all their first
// parts in common then: RocksDB seeks anew in the middle of a walk over many versions, and would leave out, from that key on, whatever
// its filter excludes, deletions among it. WalkOptions are the options to make one with. Safe from any thread.
#pragma once

#include <memory>
#include <string_view>

#include "rocksdb/options.h"
#include "rocksdb/slice_transform.h"

namespace sillok {

// The parts as PartsEnd has them. Keys that do not begin with all of them have no prefix, and are found as ever.
[[nodiscard]] std::shared_ptr<const rocksdb::SliceTransform> FirstParts(std::string_view parts);
// Of a key, or all of it where there are none.
[[nodiscard]] std::string_view FirstPartsOf(const rocksdb::SliceTransform* parts, std::string_view key);
// True when no two keys that begin with `prefix` differ in their first parts. `parts` may be null: there are none then.
[[nodiscard]] bool HaveFirstPartsInCommon(const rocksdb::SliceTransform* parts, std::string_view prefix);
// To walk over keys that begin with `prefix`, up to the last one of them and not into what follows.
[[nodiscard]] rocksdb::ReadOptions WalkOptions(const rocksdb::SliceTransform* parts, std::string_view prefix);

}  // namespace sillok
