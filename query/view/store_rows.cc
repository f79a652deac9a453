#include "query/view/store_rows.h"

#include <memory>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/first_parts.h"
#include "common/store/key_coding.h"
#include "common/store/slice.h"
#include "query/view/row_walk.h"

namespace sillok::query {
namespace {

absl::Status Read(const rocksdb::Status& status, Family family) {
  if (status.ok()) return absl::OkStatus();
  return FromRocks(status, "reading " + InfoOf(family).name);
}

std::optional<std::string> Copy(const std::optional<std::string_view>& value) {
  return value.has_value() ? std::optional<std::string>(*value) : std::nullopt;
}

}  // namespace

StoreRows::StoreRows(Store& store, WaitingRows& waiting, RowCache& cache, RowFilter* filter)
    : store_(store),
      waiting_(waiting),
      cache_(cache),
      filter_(filter),
      nothing_(rocksdb::NewEmptyIterator()) {
  tables_.resize(Families().size());
  for (const FamilyInfo& info : Families()) {
    Table& table = In(info.family);
    table.stored = store.family(info.name);
    table.first_parts = store.first_parts(info.name);
    table.is_filtered = filter != nullptr && !info.is_unread_by_growth;
  }
}

absl::StatusOr<std::optional<std::string>> StoreRows::Get(Family family, std::string_view key) {
  const WrittenRows& written = In(family).written;
  if (const auto row = written.Find(key); row != written.end()) return Copy(row->value());
  if (!MayStand(family, key)) return std::nullopt;
  const WrittenRows& waiting = waiting_.Of(family);
  if (const auto row = waiting.Find(key); row != waiting.end()) return Copy(row->value());
  if (const std::string* kept = cache_.Find(family, key); kept != nullptr) return *kept;
  std::string value;
  const rocksdb::Status status =
      store_.db().Get(rocksdb::ReadOptions(), In(family).stored, SliceOf(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  SILLOK_RETURN_IF_ERROR(Read(status, family));
  cache_.Keep(family, key, value);
  return value;
}

absl::Status StoreRows::Put(Family family, std::string_view key, std::string_view value) {
  In(family).written.Put(key, value);
  return absl::OkStatus();
}

absl::Status StoreRows::Delete(Family family, std::string_view key) {
  In(family).written.Delete(key);
  return absl::OkStatus();
}

bool StoreRows::MayStand(Family family, std::string_view key) const {
  const Table& table = tables_[static_cast<size_t>(family)];
  return !table.is_filtered || filter_->MayHave(family, FirstPartsOf(table.first_parts, key));
}

// Taken from the table, so that a walk within a walk makes its own.
std::unique_ptr<rocksdb::Iterator> StoreRows::Borrow(Table& table, std::string_view prefix) {
  if (table.stored_rows && HaveFirstPartsInCommon(table.first_parts, prefix)) {
    return std::move(table.stored_rows);
  }
  return std::unique_ptr<rocksdb::Iterator>(
      store_.db().NewIterator(WalkOptions(table.first_parts, prefix), table.stored));
}

void StoreRows::GiveBack(Table& table, std::string_view prefix, std::unique_ptr<rocksdb::Iterator> stored) {
  if (HaveFirstPartsInCommon(table.first_parts, prefix)) table.stored_rows = std::move(stored);
}

absl::Status StoreRows::Scan(Family family, std::string_view prefix, const Visitor& visit) {
  Table& table = In(family);
  const bool tells = table.first_parts != nullptr && HaveFirstPartsInCommon(table.first_parts, prefix);
  if (tells && !MayStand(family, prefix)) {
    WalkRows({&table.written}, *nothing_, prefix, visit);
    return absl::OkStatus();
  }
  std::unique_ptr<rocksdb::Iterator> stored = Borrow(table, prefix);
  WalkRows({&table.written, &waiting_.Of(family)}, *stored, prefix, visit);
  absl::Status status = Read(stored->status(), family);
  GiveBack(table, prefix, std::move(stored));
  return status;
}

absl::Status StoreRows::ScanBack(Family family, std::string_view prefix, const Visitor& visit) {
  rocksdb::ReadOptions options;
  options.total_order_seek = true;  // from behind the prefix
  const Table& table = In(family);
  const std::unique_ptr<rocksdb::Iterator> stored(store_.db().NewIterator(options, table.stored));
  WalkRowsBack({&table.written, &waiting_.Of(family)}, *stored, prefix, PrefixEnd(prefix), visit);
  return Read(stored->status(), family);
}

absl::StatusOr<std::optional<std::string>> StoreRows::LastBefore(Family family, std::string_view prefix,
                                                                 std::string_view end) {
  Table& table = In(family);
  std::unique_ptr<rocksdb::Iterator> stored = Borrow(table, prefix);
  std::optional<std::string> last;
  WalkRowsBack({&table.written, &waiting_.Of(family)}, *stored, prefix, end,
               [&last](std::string_view key, std::string_view) {
                 last = std::string(key);
                 return false;
               });
  SILLOK_RETURN_IF_ERROR(Read(stored->status(), family));
  GiveBack(table, prefix, std::move(stored));
  return last;
}

absl::Status StoreRows::Commit() {
  Note();
  rocksdb::WriteBatch batch;
  for (const Table& table : tables_) {
    SILLOK_RETURN_IF_ERROR(table.written.ForEach([&](const WrittenRows::Row& row) {
      return FromRocks(row.value().has_value()
                           ? batch.Put(table.stored, SliceOf(row.key()), SliceOf(*row.value()))
                           : batch.Delete(table.stored, SliceOf(row.key())),
                       "writing the view");
    }));
  }
  const rocksdb::Status status = store_.db().Write(rocksdb::WriteOptions(), &batch);
  if (status.ok()) {
    Refresh();
  } else {
    cache_.Clear();  // it is not known what stands
  }
  for (Table& table : tables_) table.written.Clear();
  ForgetIterators();
  return FromRocks(status, "writing the view");
}

void StoreRows::Defer() {
  Note();
  Refresh();
  for (size_t family = 0; family < tables_.size(); ++family) {
    waiting_.Add(static_cast<Family>(family), std::exchange(tables_[family].written, WrittenRows()));
  }
}

absl::Status StoreRows::WriteWaiting() {
  ForgetIterators();
  return waiting_.WriteTo(store_);
}

void StoreRows::ForgetIterators() {
  for (Table& table : tables_) table.stored_rows.reset();
}

void StoreRows::Note() {
  for (size_t family = 0; family < tables_.size(); ++family) {
    const Table& table = tables_[family];
    if (!table.is_filtered) continue;
    for (const WrittenRows::Row& row : table.written) {
      if (!row.value().has_value()) continue;
      filter_->Add(static_cast<Family>(family), FirstPartsOf(table.first_parts, row.key()));
    }
  }
}

void StoreRows::Refresh() {
  for (const FamilyInfo& info : Families()) {
    if (!cache_.HasKept(info.family)) continue;
    for (const WrittenRows::Row& row : In(info.family).written) {
      cache_.Replace(info.family, row.key(), row.value());
    }
  }
}

}  // namespace sillok::query
