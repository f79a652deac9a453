// Rows of the view's store, with what is being written on top, until it is committed as one batch.
//
//   StoreRows rows(store, waiting, cache, filter);
//   …
//   SILLOK_RETURN_IF_ERROR(rows.Commit());
//
// A row that is written more than once is written to the store once, and rows go there in order: a batch of many commits is
// mostly rows that they share. (RocksDB's WriteBatchWithIndex keeps every version, and finds a row at a higher cost.)
//
// An iterator of a family is made once a batch and sought again for every scan: making and ending one costs more than most scans.
//
// One thread at a time; nothing is written before Commit or Defer. Must end before the store and what is in memory. Whoever
// else writes to the store clears the cache, and does not between the first reading and Commit.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/store.h"
#include "query/view/row_cache.h"
#include "query/view/row_filter.h"
#include "query/view/rows.h"
#include "query/view/waiting_rows.h"
#include "query/view/written_rows.h"

namespace sillok::query {

class StoreRows : public Rows {
 public:
  // What waits stands over what the store has. `filter` knows every row of both that families have which new articles read; it may be
  // null.
  StoreRows(Store& store, WaitingRows& waiting, RowCache& cache, RowFilter* filter);

  [[nodiscard]] absl::StatusOr<std::optional<std::string>> Get(Family family, std::string_view key) override;
  [[nodiscard]] absl::Status Put(Family family, std::string_view key, std::string_view value) override;
  [[nodiscard]] absl::Status Delete(Family family, std::string_view key) override;
  [[nodiscard]] absl::Status Scan(Family family, std::string_view prefix, const Visitor& visit) override;
  [[nodiscard]] absl::Status ScanBack(Family family, std::string_view prefix, const Visitor& visit) override;
  [[nodiscard]] absl::StatusOr<std::optional<std::string>> LastBefore(Family family, std::string_view prefix,
                                                                      std::string_view end) override;
  // Writes everything in one batch, logged, not synced: to be called while nothing waits. The rows are empty again, and the cache has
  // those that it keeps as they are now.
  [[nodiscard]] absl::Status Commit();
  // The same, but that everything waits from then on.
  void Defer();
  // Adds what waits to the store.
  [[nodiscard]] absl::Status WriteWaiting();

 private:
  // What was written of a family, and what the store has of it.
  struct Table {
    rocksdb::ColumnFamilyHandle* stored = nullptr;
    const rocksdb::SliceTransform* first_parts = nullptr;
    bool is_filtered = false;
    WrittenRows written;
    std::unique_ptr<rocksdb::Iterator> stored_rows;  // of the last scan, for the next one
  };

  [[nodiscard]] Table& In(Family family) { return tables_[static_cast<size_t>(family)]; }
  // False when no batch before this one has written a row with the same first parts; true where that is not known.
  [[nodiscard]] bool MayStand(Family family, std::string_view key) const;
  // The filter knows what was written.
  void Note();
  // An iterator over what the store has of the family, for one walk over rows that begin with `prefix`.
  [[nodiscard]] std::unique_ptr<rocksdb::Iterator> Borrow(Table& table, std::string_view prefix);
  // The walk is over.
  static void GiveBack(Table& table, std::string_view prefix, std::unique_ptr<rocksdb::Iterator> stored);
  // The cache has what was written.
  void Refresh();
  // The store is not as it was.
  void ForgetIterators();

  Store& store_;
  WaitingRows& waiting_;
  RowCache& cache_;
  RowFilter* const filter_;
  const std::unique_ptr<rocksdb::Iterator> nothing_;
  std::vector<Table> tables_;  // by family
};

}  // namespace sillok::query
