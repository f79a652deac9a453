#include "query/view/store_rows.h"

#include <iterator>
#include <memory>
#include <utility>

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

StoreRows::StoreRows(Store& store, RowCache& cache, rocksdb::WriteBatch& batch)
    : store_(store), cache_(cache), batch_(batch) {
  tables_.resize(Families().size());
  for (const FamilyInfo& info : Families()) In(info.family).stored = store.family(info.name);
}

absl::StatusOr<std::optional<std::string>> StoreRows::Get(Family family, std::string_view key) {
  const Table& table = In(family);
  if (const auto row = table.written.Find(key); row != table.written.end()) {
    return row->second.has_value() ? std::optional<std::string>(*row->second) : std::nullopt;
  }
  if (const std::string* kept = cache_.Find(family, key); kept != nullptr) return *kept;
  std::string value;
  const rocksdb::Status status = store_.db().Get(rocksdb::ReadOptions(), table.stored, SliceOf(key), &value);
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

std::unique_ptr<rocksdb::Iterator> StoreRows::Walk(const Table& table) {
  return std::unique_ptr<rocksdb::Iterator>(store_.db().NewIterator(rocksdb::ReadOptions(), table.stored));
}

absl::Status StoreRows::Scan(Family family, std::string_view prefix, const Visitor& visit) {
  Table& table = In(family);
  // Taken, so that a scan within a scan makes its own.
  std::unique_ptr<rocksdb::Iterator> stored = std::move(table.stored_rows);
  if (!stored) stored = Walk(table);
  stored->Seek(SliceOf(prefix));
  auto written = table.written.From(prefix);
  while (true) {
    const bool is_stored = stored->Valid() && ViewOf(stored->key()).starts_with(prefix);
    const bool is_written = written != table.written.end() && written->first.text.starts_with(prefix);
    if (!is_stored && !is_written) break;
    const int order = !is_stored ? -1 : !is_written ? 1 : written->first.text.compare(ViewOf(stored->key()));
    if (order > 0) {
      if (!visit(ViewOf(stored->key()), ViewOf(stored->value()))) break;
      stored->Next();
      continue;
    }
    if (written->second.has_value() && !visit(written->first.text, *written->second)) break;
    if (order == 0) stored->Next();
    ++written;
  }
  absl::Status status = Read(stored->status(), family);
  table.stored_rows = std::move(stored);
  return status;
}

absl::Status StoreRows::WalkBack(Family family, rocksdb::Iterator& stored, std::string_view prefix,
                                 std::string_view end, const Visitor& visit) {
  const Table& table = In(family);
  if (end.empty()) {
    stored.SeekToLast();
  } else {
    stored.SeekForPrev(SliceOf(end));
    if (stored.Valid() && ViewOf(stored.key()) == end) stored.Prev();
  }
  const auto written_begin = table.written.From(prefix);
  auto written = end.empty() ? table.written.end() : table.written.From(end);
  while (true) {
    const bool is_stored = stored.Valid() && ViewOf(stored.key()).starts_with(prefix);
    const bool is_written = written != written_begin;
    if (!is_stored && !is_written) break;
    const int order = !is_stored    ? 1
                      : !is_written ? -1
                                    : std::prev(written)->first.text.compare(ViewOf(stored.key()));
    if (order < 0) {
      if (!visit(ViewOf(stored.key()), ViewOf(stored.value()))) break;
      stored.Prev();
      continue;
    }
    --written;
    if (order == 0) stored.Prev();
    if (written->second.has_value() && !visit(written->first.text, *written->second)) break;
  }
  return Read(stored.status(), family);
}

absl::Status StoreRows::ScanBack(Family family, std::string_view prefix, const Visitor& visit) {
  rocksdb::ReadOptions options;
  options.total_order_seek = true;  // from behind the prefix
  const std::unique_ptr<rocksdb::Iterator> stored(store_.db().NewIterator(options, In(family).stored));
  return WalkBack(family, *stored, prefix, PrefixEnd(prefix), visit);
}

absl::StatusOr<std::optional<std::string>> StoreRows::LastBefore(Family family, std::string_view prefix,
                                                                 std::string_view end) {
  Table& table = In(family);
  if (!table.stored_rows) table.stored_rows = Walk(table);
  std::optional<std::string> last;
  SILLOK_RETURN_IF_ERROR(
      WalkBack(family, *table.stored_rows, prefix, end, [&last](std::string_view key, std::string_view) {
        last = std::string(key);
        return false;
      }));
  return last;
}

absl::Status StoreRows::Commit(bool logged) {
  batch_.Clear();
  for (const Table& table : tables_) {
    for (const auto& [key, value] : table.written) {
      const rocksdb::Status status = value.has_value()
                                         ? batch_.Put(table.stored, SliceOf(key.text), SliceOf(*value))
                                         : batch_.Delete(table.stored, SliceOf(key.text));
      SILLOK_RETURN_IF_ERROR(FromRocks(status, "writing the view"));
    }
  }
  rocksdb::WriteOptions options;
  options.disableWAL = !logged;
  const rocksdb::Status status = store_.db().Write(options, &batch_);
  Renew(status.ok());
  return FromRocks(status, "writing the view");
}

void StoreRows::Renew(bool stands) {
  if (!stands) cache_.Clear();
  for (size_t family = 0; family < tables_.size(); ++family) {
    Table& table = tables_[family];
    for (const auto& [key, value] : table.written) {
      cache_.Replace(static_cast<Family>(family), key.text, value);
    }
    table.written.Clear();
    table.stored_rows.reset();  // it sees the store as it was
  }
}

}  // namespace sillok::query
