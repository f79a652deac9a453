// Rows of the view's store, with what is being written on top, until it is committed as one batch.
//
//   StoreRows rows(store, cache, batch);
//   …
//   SILLOK_RETURN_IF_ERROR(rows.Commit());
//
// A row that is written more than once is written to the store once, and rows go there in order: a batch of many commits is
// mostly rows that they share. (RocksDB's WriteBatchWithIndex keeps every version, and finds a row at a higher cost.)
//
// An iterator of a family is made once a batch and sought again for every scan: making and ending one costs more than most scans.
//
// One thread at a time; nothing is written before Commit. Must end before the store, the cache and the batch. Whoever else writes to the store
// clears the cache, and does not between the first reading and Commit.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/store.h"
#include "query/view/row_cache.h"
#include "query/view/rows.h"
#include "query/view/written_rows.h"

namespace sillok::query {

class StoreRows : public Rows {
 public:
  // In `batch` a Commit gathers what it writes; what was there goes, but for the memory: tens of megabytes that a view which catches up
  // fills again and again.
  StoreRows(Store& store, RowCache& cache, rocksdb::WriteBatch& batch);

  [[nodiscard]] absl::StatusOr<std::optional<std::string>> Get(Family family, std::string_view key) override;
  [[nodiscard]] absl::Status Put(Family family, std::string_view key, std::string_view value) override;
  [[nodiscard]] absl::Status Delete(Family family, std::string_view key) override;
  [[nodiscard]] absl::Status Scan(Family family, std::string_view prefix, const Visitor& visit) override;
  [[nodiscard]] absl::Status ScanBack(Family family, std::string_view prefix, const Visitor& visit) override;
  [[nodiscard]] absl::StatusOr<std::optional<std::string>> LastBefore(Family family, std::string_view prefix,
                                                                      std::string_view end) override;
  // Writes everything in one batch, not synced; past the log when it is not `logged`. The rows are empty again, and the cache has
  // those that it keeps as they are now.
  [[nodiscard]] absl::Status Commit(bool logged);

 private:
  // What was written of a family, and what the store has of it.
  struct Table {
    rocksdb::ColumnFamilyHandle* stored = nullptr;
    WrittenRows written;
    std::unique_ptr<rocksdb::Iterator> stored_rows;  // of the last scan, for the next one
  };

  [[nodiscard]] Table& In(Family family) { return tables_[static_cast<size_t>(family)]; }
  // Empty again after a batch; the cache has its rows, or none when it is not known whether they stand.
  void Renew(bool stands);
  // Over what the store has of the family.
  [[nodiscard]] std::unique_ptr<rocksdb::Iterator> Walk(const Table& table);
  // Rows that begin with `prefix` and are less than `end`, the last one first; `end` may be empty, for all of them.
  [[nodiscard]] absl::Status WalkBack(Family family, rocksdb::Iterator& stored, std::string_view prefix,
                                      std::string_view end, const Visitor& visit);

  Store& store_;
  RowCache& cache_;
  rocksdb::WriteBatch& batch_;
  std::vector<Table> tables_;  // by family
};

}  // namespace sillok::query
