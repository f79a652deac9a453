#include "query/view/store_rows.h"

#include <iterator>
#include <memory>

#include "common/status/status_macros.h"
#include "common/store/key_coding.h"

namespace sillok::query {
namespace {

rocksdb::Slice SliceOf(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view ViewOf(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

absl::Status Read(const rocksdb::Status& status, Family family) {
  if (status.ok()) return absl::OkStatus();
  return FromRocks(status, "reading " + InfoOf(family).name);
}

}  // namespace

StoreRows::StoreRows(Store& store) : store_(store) {
  tables_.resize(Families().size());
  for (const FamilyInfo& info : Families()) In(info.family).stored = store.family(info.name);
}

absl::StatusOr<std::optional<std::string>> StoreRows::Get(Family family, std::string_view key) {
  const Table& table = In(family);
  if (const auto row = table.written.find(key); row != table.written.end()) return row->second;
  std::string value;
  const rocksdb::Status status = store_.db().Get(rocksdb::ReadOptions(), table.stored, SliceOf(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  SILLOK_RETURN_IF_ERROR(Read(status, family));
  return value;
}

absl::Status StoreRows::Put(Family family, std::string_view key, std::string_view value) {
  In(family).written[key] = std::string(value);
  return absl::OkStatus();
}

absl::Status StoreRows::Delete(Family family, std::string_view key) {
  In(family).written[key] = std::nullopt;
  return absl::OkStatus();
}

absl::Status StoreRows::Scan(Family family, std::string_view prefix, const Visitor& visit) {
  const Table& table = In(family);
  const std::string end = PrefixEnd(prefix);
  const rocksdb::Slice upper = end;
  rocksdb::ReadOptions options;
  if (!end.empty()) options.iterate_upper_bound = &upper;
  const std::unique_ptr<rocksdb::Iterator> stored(store_.db().NewIterator(options, table.stored));
  stored->Seek(SliceOf(prefix));
  auto written = table.written.lower_bound(prefix);
  const auto written_end = end.empty() ? table.written.end() : table.written.lower_bound(end);
  while (stored->Valid() || written != written_end) {
    const int order = !stored->Valid() ? -1
                      : written == written_end
                          ? 1
                          : std::string_view(written->first).compare(ViewOf(stored->key()));
    if (order > 0) {
      if (!visit(ViewOf(stored->key()), ViewOf(stored->value()))) break;
      stored->Next();
      continue;
    }
    if (written->second.has_value() && !visit(written->first, *written->second)) break;
    if (order == 0) stored->Next();
    ++written;
  }
  return Read(stored->status(), family);
}

absl::Status StoreRows::WalkBack(Family family, std::string_view prefix, std::string_view end,
                                 const Visitor& visit) {
  const Table& table = In(family);
  const rocksdb::Slice lower = SliceOf(prefix);
  const rocksdb::Slice upper = SliceOf(end);
  rocksdb::ReadOptions options;
  options.total_order_seek = true;  // from behind the prefix
  options.iterate_lower_bound = &lower;
  if (!end.empty()) options.iterate_upper_bound = &upper;
  const std::unique_ptr<rocksdb::Iterator> stored(store_.db().NewIterator(options, table.stored));
  stored->SeekToLast();
  const auto written_begin = table.written.lower_bound(prefix);
  auto written = end.empty() ? table.written.end() : table.written.lower_bound(end);
  while (stored->Valid() || written != written_begin) {
    const int order = !stored->Valid() ? 1
                      : written == written_begin
                          ? -1
                          : std::string_view(std::prev(written)->first).compare(ViewOf(stored->key()));
    if (order < 0) {
      if (!visit(ViewOf(stored->key()), ViewOf(stored->value()))) break;
      stored->Prev();
      continue;
    }
    --written;
    if (order == 0) stored->Prev();
    if (written->second.has_value() && !visit(written->first, *written->second)) break;
  }
  return Read(stored->status(), family);
}

absl::Status StoreRows::ScanBack(Family family, std::string_view prefix, const Visitor& visit) {
  return WalkBack(family, prefix, PrefixEnd(prefix), visit);
}

absl::StatusOr<std::optional<std::string>> StoreRows::LastBefore(Family family, std::string_view prefix,
                                                                 std::string_view end) {
  std::optional<std::string> last;
  SILLOK_RETURN_IF_ERROR(WalkBack(family, prefix, end, [&last](std::string_view key, std::string_view) {
    last = std::string(key);
    return false;
  }));
  return last;
}

absl::Status StoreRows::Commit() {
  rocksdb::WriteBatch batch;
  for (Table& table : tables_) {
    for (const auto& [key, value] : table.written) {
      const rocksdb::Status status =
          value.has_value() ? batch.Put(table.stored, key, *value) : batch.Delete(table.stored, key);
      SILLOK_RETURN_IF_ERROR(FromRocks(status, "writing the view"));
    }
    table.written.clear();
  }
  return FromRocks(store_.db().Write(rocksdb::WriteOptions(), &batch), "writing the view");
}

}  // namespace sillok::query
