#include "query/view/waiting_rows.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/file_batch.h"

namespace sillok::query {

void WaitingRows::Add(Family family, WrittenRows newer) {
  families_[static_cast<size_t>(family)].Add(std::move(newer));
}

bool WaitingRows::empty() const {
  return std::all_of(families_.begin(), families_.end(),
                     [](const WrittenRows& rows) { return rows.empty(); });
}

size_t WaitingRows::bytes() const {
  return std::accumulate(families_.begin(), families_.end(), size_t{0},
                         [](size_t sum, const WrittenRows& rows) { return sum + rows.bytes(); });
}

absl::Status WaitingRows::WriteTo(Store& store) {
  if (empty()) return absl::OkStatus();
  FileBatch files(store);
  for (const FamilyInfo& info : Families()) {
    rocksdb::ColumnFamilyHandle& family = *store.family(info.name);
    SILLOK_RETURN_IF_ERROR(Of(info.family).ForEach([&](const WrittenRows::Row& row) {
      return row.value().has_value() ? files.Put(family, row.key(), *row.value())
                                     : files.Delete(family, row.key());
    }));
  }
  SILLOK_RETURN_IF_ERROR(files.Commit());
  for (WrittenRows& rows : families_) rows.Clear();
  return absl::OkStatus();
}

}  // namespace sillok::query
