// Rows on their way into a store as files, past its log and its memory: for who writes hundreds of megabytes at once, in order.
//
//   FileBatch files(store);
//   SILLOK_RETURN_IF_ERROR(files.Put(*store.family("names"), "a", "1"));
//   SILLOK_RETURN_IF_ERROR(files.Delete(*store.family("names"), "b"));
//   SILLOK_RETURN_IF_ERROR(files.Put(*store.family("timeline"), "a", "2"));
//   SILLOK_RETURN_IF_ERROR(files.Commit());
//
// Sorting rows into RocksDB's memtables, logging them and writing them to files from there costs more than writing a file.
// Values that are large for their family lie in these files like others until files are merged.
//
// One thread at a time; must end before the store.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "common/store/store.h"
#include "rocksdb/sst_file_writer.h"

namespace sillok {

class FileBatch {
 public:
  explicit FileBatch(Store& store);
  // Whatever was not committed goes.
  ~FileBatch();
  FileBatch(const FileBatch&) = delete;
  FileBatch& operator=(const FileBatch&) = delete;

  // The rows of a family come one after another, by ascending key, each key once: INTERNAL when not.
  [[nodiscard]] absl::Status Put(rocksdb::ColumnFamilyHandle& family, std::string_view key,
                                 std::string_view value);
  [[nodiscard]] absl::Status Delete(rocksdb::ColumnFamilyHandle& family, std::string_view key);
  // Adds all of them to the store at once, synced: no reader and no crash sees a part of them, and what was written before does not
  // get lost without them. To be called once.
  [[nodiscard]] absl::Status Commit();

 private:
  // Has the writer write to this family's file.
  [[nodiscard]] absl::Status Turn(rocksdb::ColumnFamilyHandle& family);
  [[nodiscard]] absl::Status Finish();

  Store& store_;
  const std::filesystem::path folder_;  // within the store's, so that files are moved by name alone
  std::vector<rocksdb::IngestExternalFileArg> files_;  // one a family, the last of them being written
  std::unique_ptr<rocksdb::SstFileWriter> writer_;     // null before the first row and after Finish
};

}  // namespace sillok
