// A family's rows as layers: what is written and not in the store yet, the newest first, over what the store has.
//
//   WalkRows({&of_this_batch, &waiting}, stored, prefix, [&](auto key, auto value) { …; return true; });
//
// Pure; layers must not be changed meanwhile.
#pragma once

#include <string_view>

#include "absl/container/inlined_vector.h"
#include "query/view/rows.h"
#include "query/view/written_rows.h"
#include "rocksdb/iterator.h"

namespace sillok::query {

using RowLayers = absl::InlinedVector<const WrittenRows*, 2>;

// The rows that begin with `prefix`, in order. A failure is in stored.status().
void WalkRows(const RowLayers& layers, rocksdb::Iterator& stored, std::string_view prefix,
              const Rows::Visitor& visit);
// Those that begin with `prefix` and are less than `end`, the last one first; `end` may be empty, for all of them.
void WalkRowsBack(const RowLayers& layers, rocksdb::Iterator& stored, std::string_view prefix,
                  std::string_view end, const Rows::Visitor& visit);

}  // namespace sillok::query
