// Rows of the view's store, with what is being written on top, until it is committed as one batch.
//
//   StoreRows rows(store);
//   …
//   SILLOK_RETURN_IF_ERROR(rows.Commit());
//
// One thread at a time; nothing is written before Commit. Must end before the store.
#pragma once

#include "common/store/store.h"
#include "query/view/rows.h"
#include "rocksdb/utilities/write_batch_with_index.h"

namespace sillok::query {

class StoreRows : public Rows {
 public:
  explicit StoreRows(Store& store);

  [[nodiscard]] absl::StatusOr<std::optional<std::string>> Get(Family family, std::string_view key) override;
  [[nodiscard]] absl::Status Put(Family family, std::string_view key, std::string_view value) override;
  [[nodiscard]] absl::Status Delete(Family family, std::string_view key) override;
  [[nodiscard]] absl::Status Scan(Family family, std::string_view prefix, const Visitor& visit) override;
  [[nodiscard]] absl::Status ScanBack(Family family, std::string_view prefix, const Visitor& visit) override;
  [[nodiscard]] absl::StatusOr<std::optional<std::string>> LastBefore(Family family, std::string_view prefix,
                                                                      std::string_view end) override;
  // Writes everything in one batch, not synced. The rows are empty again.
  [[nodiscard]] absl::Status Commit();

 private:
  Store& store_;
  rocksdb::WriteBatchWithIndex batch_;
};

}  // namespace sillok::query
