// RocksDB's views of bytes as the standard library's, and back.
//
//   db.Get(options, family, SliceOf(key), &value);
//   ViewOf(iterator->key())
//
// The bytes stay whose they were. Safe from any thread.
#pragma once

#include <string_view>

#include "rocksdb/slice.h"

namespace sillok {

[[nodiscard]] inline rocksdb::Slice SliceOf(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
[[nodiscard]] inline std::string_view ViewOf(const rocksdb::Slice& slice) {
  return {slice.data(), slice.size()};
}

}  // namespace sillok
