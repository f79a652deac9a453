#include "common/store/file_batch.h"

#include <string>
#include <system_error>

#include "common/status/status_macros.h"
#include "common/store/slice.h"
#include "rocksdb/options.h"

namespace sillok {
namespace {

constexpr char kFolder[] = "arriving";
constexpr char kDeed[] = "writing rows to files";

rocksdb::IngestExternalFileOptions MoveIn() {
  rocksdb::IngestExternalFileOptions options;
  options.move_files = true;
  options.write_global_seqno = false;  // for versions of RocksDB that nobody runs
  return options;
}

}  // namespace

FileBatch::FileBatch(Store& store)
    : store_(store), folder_(std::filesystem::path(store.db().GetName()) / kFolder) {
  std::error_code ignored;  // opening a file tells
  std::filesystem::remove_all(folder_, ignored);
  std::filesystem::create_directory(folder_, ignored);
}

FileBatch::~FileBatch() {
  std::error_code ignored;  // the next batch tries again
  std::filesystem::remove_all(folder_, ignored);
}

absl::Status FileBatch::Put(rocksdb::ColumnFamilyHandle& family, std::string_view key,
                            std::string_view value) {
  SILLOK_RETURN_IF_ERROR(Turn(family));
  return FromRocks(writer_->Put(SliceOf(key), SliceOf(value)), kDeed);
}

absl::Status FileBatch::Delete(rocksdb::ColumnFamilyHandle& family, std::string_view key) {
  SILLOK_RETURN_IF_ERROR(Turn(family));
  return FromRocks(writer_->Delete(SliceOf(key)), kDeed);
}

absl::Status FileBatch::Commit() {
  SILLOK_RETURN_IF_ERROR(Finish());
  if (files_.empty()) return absl::OkStatus();
  // Or a power failure could keep the files, and not what was logged before them.
  SILLOK_RETURN_IF_ERROR(FromRocks(store_.db().FlushWAL(true), kDeed));
  return FromRocks(store_.db().IngestExternalFiles(files_), kDeed);
}

absl::Status FileBatch::Turn(rocksdb::ColumnFamilyHandle& family) {
  if (writer_ && files_.back().column_family == &family) return absl::OkStatus();
  SILLOK_RETURN_IF_ERROR(Finish());
  const rocksdb::Options options = store_.db().GetOptions(&family);
  constexpr bool kForgetPages = false;  // they are read soon
  writer_ =
      std::make_unique<rocksdb::SstFileWriter>(rocksdb::EnvOptions(options), options, &family, kForgetPages);
  rocksdb::IngestExternalFileArg& file = files_.emplace_back();
  file.column_family = &family;
  file.external_files = {(folder_ / (family.GetName() + ".sst")).string()};
  file.options = MoveIn();
  return FromRocks(writer_->Open(file.external_files.front()), kDeed);
}

absl::Status FileBatch::Finish() {
  if (!writer_) return absl::OkStatus();
  const std::unique_ptr<rocksdb::SstFileWriter> writer = std::move(writer_);
  return FromRocks(writer->Finish(), kDeed);
}

}  // namespace sillok
