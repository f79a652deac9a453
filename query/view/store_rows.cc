#include "query/view/store_rows.h"

#include <memory>

#include "common/store/key_coding.h"
#include "rocksdb/comparator.h"

namespace sillok::query {
namespace {

rocksdb::Slice SliceOf(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view ViewOf(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

}  // namespace

StoreRows::StoreRows(Store& store) : store_(store), batch_(rocksdb::BytewiseComparator(), 0, true) {}

absl::StatusOr<std::optional<std::string>> StoreRows::Get(Family family, std::string_view key) {
  std::string value;
  const rocksdb::Status status = batch_.GetFromBatchAndDB(
      &store_.db(), rocksdb::ReadOptions(), store_.family(InfoOf(family).name), SliceOf(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  if (!status.ok()) return FromRocks(status, "reading " + InfoOf(family).name);
  return value;
}

absl::Status StoreRows::Put(Family family, std::string_view key, std::string_view value) {
  return FromRocks(batch_.Put(store_.family(InfoOf(family).name), SliceOf(key), SliceOf(value)),
                   "writing " + InfoOf(family).name);
}

absl::Status StoreRows::Delete(Family family, std::string_view key) {
  return FromRocks(batch_.Delete(store_.family(InfoOf(family).name), SliceOf(key)),
                   "writing " + InfoOf(family).name);
}

absl::Status StoreRows::Scan(Family family, std::string_view prefix, const Visitor& visit) {
  rocksdb::ColumnFamilyHandle* handle = store_.family(InfoOf(family).name);
  const std::string end = PrefixEnd(prefix);
  const rocksdb::Slice upper = end;
  rocksdb::ReadOptions options;
  if (!end.empty()) options.iterate_upper_bound = &upper;
  const std::unique_ptr<rocksdb::Iterator> row(
      batch_.NewIteratorWithBase(handle, store_.db().NewIterator(options, handle), &options));
  for (row->Seek(SliceOf(prefix)); row->Valid() && row->key().starts_with(SliceOf(prefix)); row->Next()) {
    if (!visit(ViewOf(row->key()), ViewOf(row->value()))) break;
  }
  return FromRocks(row->status(), "reading " + InfoOf(family).name);
}

absl::Status StoreRows::ScanBack(Family family, std::string_view prefix, const Visitor& visit) {
  rocksdb::ColumnFamilyHandle* handle = store_.family(InfoOf(family).name);
  const std::string end = PrefixEnd(prefix);
  const rocksdb::Slice lower = SliceOf(prefix);
  rocksdb::ReadOptions options;
  options.iterate_lower_bound = &lower;
  const std::unique_ptr<rocksdb::Iterator> row(
      batch_.NewIteratorWithBase(handle, store_.db().NewIterator(options, handle), &options));
  if (end.empty()) {
    row->SeekToLast();
  } else {
    row->SeekForPrev(end);
    if (row->Valid() && ViewOf(row->key()) == end) row->Prev();
  }
  for (; row->Valid() && row->key().starts_with(SliceOf(prefix)); row->Prev()) {
    if (!visit(ViewOf(row->key()), ViewOf(row->value()))) break;
  }
  return FromRocks(row->status(), "reading " + InfoOf(family).name);
}

absl::StatusOr<std::optional<std::string>> StoreRows::LastBefore(Family family, std::string_view prefix,
                                                                 std::string_view end) {
  rocksdb::ColumnFamilyHandle* handle = store_.family(InfoOf(family).name);
  // The base iterator sees only its own bound, so the batch's rows before the prefix are told by the prefix itself.
  const rocksdb::Slice lower = SliceOf(prefix);
  rocksdb::ReadOptions options;
  options.iterate_lower_bound = &lower;
  const std::unique_ptr<rocksdb::Iterator> row(
      batch_.NewIteratorWithBase(handle, store_.db().NewIterator(options, handle), &options));
  row->SeekForPrev(SliceOf(end));
  if (row->Valid() && ViewOf(row->key()) == end) row->Prev();
  if (!row->Valid()) {
    if (!row->status().ok()) return FromRocks(row->status(), "reading " + InfoOf(family).name);
    return std::nullopt;
  }
  if (!row->key().starts_with(SliceOf(prefix))) return std::nullopt;
  return row->key().ToString();
}

absl::Status StoreRows::Commit() {
  const rocksdb::Status status = store_.db().Write(rocksdb::WriteOptions(), batch_.GetWriteBatch());
  batch_.Clear();
  return FromRocks(status, "writing the view");
}

}  // namespace sillok::query
