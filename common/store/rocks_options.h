// What RocksDB is told for a store.
//
//   rocksdb::DB::Open(DbOptionsOf(wanted, false), wanted.path, …);
//   families.emplace_back("names", FamilyOptionsOf(wanted, "names", cache));
//
// Pure; safe from any thread.
#pragma once

#include <memory>
#include <string>

#include "common/store/store.h"
#include "rocksdb/cache.h"
#include "rocksdb/options.h"

namespace sillok {

// Of a derived store: so many files at once are merged, and all of them when the newer ones are so many times the oldest. RocksDB's
// own 4 and 2 merge them more often, for reads in fewer files, which who catches up does not need.
inline constexpr int kRunsMerged = 8;
inline constexpr unsigned kNewerToOldest = 9;
// What Store::MergeLate makes of the first: of families that are read meanwhile, fewer merges for a few more files to look into; of
// those for StoreOptions::merged_latest, mostly one merge. A process may have a thousand files open, though.
inline constexpr int kRunsMergedLate = 12;
inline constexpr int kRunsMergedLatest = 32;

[[nodiscard]] rocksdb::DBOptions DbOptionsOf(const StoreOptions& wanted, bool read_only);
[[nodiscard]] rocksdb::ColumnFamilyOptions FamilyOptionsOf(const StoreOptions& wanted,
                                                           const std::string& name,
                                                           const std::shared_ptr<rocksdb::Cache>& cache);

}  // namespace sillok
