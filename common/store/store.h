// A RocksDB with named column families and a schema version.
//
//   absl::StatusOr<std::unique_ptr<Store>> store =
//       Store::Open({.path = dir, .schema = "sillok-view-1", .families = {"articles", "names"}});
//   (*store)->db().Get(rocksdb::ReadOptions(), (*store)->family("names"), key, &value);
//
// The schema name is written into a new store and compared on every opening: a store of another schema is
// refused with FAILED_PRECONDITION, untouched. A schema that only adds families to an older one names that one in
// `older_schemas`: such a store keeps everything, and gets the new families and the new name when it is opened for
// writing; the program that made it refuses it from then on. Safe from any thread; every iterator and snapshot must
// end before the store does.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "rocksdb/db.h"
#include "rocksdb/slice_transform.h"

namespace sillok {

// A RocksDB status as a canonical one; `what` says what was being done.
[[nodiscard]] absl::Status FromRocks(const rocksdb::Status& status, std::string_view what);

struct StoreOptions {
  // The folder; made when absent.
  std::string path = {};
  // The name of the schema: "sillok-view-1".
  std::string schema = {};
  // The names of older schemas that a store may have as well: all of their families are in `families`, and are read
  // the same.
  std::vector<std::string> older_schemas = {};
  // Column families beside the default one, which holds the schema name and nothing else.
  std::vector<std::string> families = {};
  // By family: the first parts of its keys by which it is scanned. Iterators over more than one such prefix set total_order_seek
  // (first_parts.h).
  std::map<std::string, std::string> scanned_by = {};
  // Families whose values are kilobytes: kept in files of their own, so that merging files copies keys alone.
  std::set<std::string> large_values = {};
  // Families of a derived store whose values are compressed by who writes them, and not by the store.
  std::set<std::string> packed_values = {};
  // Families in which rows are found by walks alone, never by their whole keys: their files have no filter for those.
  std::set<std::string> found_by_walks = {};
  // Families of a derived store that MergeLate has merged in the largest steps.
  std::set<std::string> merged_latest = {};
  // True for a store that can be made again from another one. Its families are written to files together, so that none of them holds
  // up the log. And its files are not read back when they are written, have checksums of their blocks alone, are compressed for speed
  // rather than size, and merged as few times as can be, with several times the room now and then. Families that it has and that are
  // not asked for are dropped when it is opened for writing; another store with such ones is refused.
  bool derived = false;
  // Uncompressed blocks kept in memory, bytes.
  size_t block_cache_bytes = size_t{256} << 20;
  // True opens without writing: for dump tools. The store must exist.
  bool read_only = false;
};

class Store {
 public:
  // FAILED_PRECONDITION for another schema (the message names both) or a folder locked by another process.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Store>> Open(const StoreOptions& options);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  [[nodiscard]] rocksdb::DB& db() { return *db_; }
  // False for a family that a store of an older schema has not, opened for reading only.
  [[nodiscard]] bool has_family(std::string_view name) const;
  // One of StoreOptions::families that the store has; any other name ends the program.
  [[nodiscard]] rocksdb::ColumnFamilyHandle* family(std::string_view name) const;
  // By which it is scanned, for WalkOptions; null when there are none.
  [[nodiscard]] const rocksdb::SliceTransform* first_parts(std::string_view family) const;
  // Has families merged in larger steps, those of StoreOptions::merged_latest in the largest, and large values that were written over
  // stay on the disk; or everything as always again. For who fills a derived store, reads less than it writes, and of some families
  // hardly anything. RocksDB writes its options once a family when something changes: not for every batch. By one thread at a time.
  [[nodiscard]] absl::Status MergeLate(bool late);

 private:
  Store() = default;

  std::unique_ptr<rocksdb::DB> db_;
  std::vector<std::string> names_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
  std::map<std::string, std::shared_ptr<const rocksdb::SliceTransform>, std::less<>> first_parts_;
  std::set<std::string> merged_latest_;
  bool merges_late_ = false;
};

}  // namespace sillok
