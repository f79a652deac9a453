// The first texts of a key, as RocksDB's prefix: what a family is asked for that is scanned by them.
//
//   options.prefix_extractor = FirstTexts(2);   // of 'a' 'b' 7 it is 'a' 'b'
//
// Whether any key begins so is then told by a filter, without looking for it. Safe from any thread.
#pragma once

#include <memory>

#include "rocksdb/slice_transform.h"

namespace sillok {

// `count` texts as AppendText writes them. Keys that do not begin with so many have no prefix, and are found as ever.
[[nodiscard]] std::shared_ptr<const rocksdb::SliceTransform> FirstTexts(int count);

}  // namespace sillok
