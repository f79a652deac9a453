// The first parts of a key, as RocksDB's prefix: what a family is asked for that is scanned by them.
//
//   options.prefix_extractor = FirstParts("bt");   // of 7 'a' 'b' it is 7 'a'
//
// Whether any key begins so is then told by a filter, without looking for it. Safe from any thread.
#pragma once

#include <memory>
#include <string_view>

#include "rocksdb/slice_transform.h"

namespace sillok {

// The parts as PartsEnd has them. Keys that do not begin with all of them have no prefix, and are found as ever.
[[nodiscard]] std::shared_ptr<const rocksdb::SliceTransform> FirstParts(std::string_view parts);

}  // namespace sillok
