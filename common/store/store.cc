#include "common/store/store.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/first_parts.h"
#include "rocksdb/cache.h"
#include "rocksdb/file_checksum.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/table.h"

namespace sillok {
namespace {

constexpr char kSchemaKey[] = "schema";
// Of a memtable's bytes. Each family that is scanned has such a filter from its first row on, and it counts as what is not in files yet.
constexpr double kMemtableFilterShare = 0.005;
// Of a derived store: so many files at once are merged, and all of them when the newer ones are so many times the oldest. RocksDB's
// own 4 and 2 merge them more often, for reads in fewer files, which who catches up does not need.
constexpr int kRunsMerged = 8;
constexpr unsigned kNewerToOldest = 9;

bool Has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

absl::Status Refused(const std::string& path, const std::string& why) {
  return absl::FailedPreconditionError("the store in " + path + " " + why);
}

absl::Status UnusableFolder(const std::string& deed, const std::string& path, const std::error_code& error) {
  return absl::FailedPreconditionError("cannot " + deed + " the folder " + path + ": " + error.message());
}

// For looking at a store that must stay as it is: RocksDB's own logger would leave a file behind.
class SilentLogger : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*arguments*/) override {}
};

rocksdb::DBOptions MakeDbOptions(bool read_only) {
  rocksdb::DBOptions options;
  options.create_if_missing = !read_only;
  options.create_missing_column_families = !read_only;
  options.max_background_jobs = 4;
  options.db_write_buffer_size = size_t{256} << 20;
  options.bytes_per_sync = 1 << 20;
  if (read_only) {
    options.info_log = std::make_shared<SilentLogger>();
  } else {
    options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
    options.max_log_file_size = 1 << 20;
    options.keep_log_file_num = 4;
  }
  return options;
}

rocksdb::ColumnFamilyOptions MakeFamilyOptions(const StoreOptions& wanted,
                                               const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = 8 << 10;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.whole_key_filtering = true;
  // Outside the cache, some 2 % of a file's bytes: those of a large file pushed each other out, and every read took megabytes.
  table.cache_index_and_filter_blocks = false;
  table.format_version = 5;

  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.level_compaction_dynamic_level_bytes = true;
  options.compression = rocksdb::kLZ4Compression;
  if (wanted.derived) {
    options.compaction_style = rocksdb::kCompactionStyleUniversal;
    options.write_buffer_size = size_t{128} << 20;  // or the largest family would have all of them written
    options.level0_file_num_compaction_trigger = kRunsMerged;
    options.compaction_options_universal.max_size_amplification_percent = 100 * kNewerToOldest;
  } else {
    options.memtable_protection_bytes_per_key = 8;
    options.paranoid_file_checks = true;
    options.bottommost_compression = rocksdb::kZSTD;
    options.bottommost_compression_opts.enabled = true;
    options.bottommost_compression_opts.max_dict_bytes = 16 << 10;
    options.bottommost_compression_opts.zstd_max_train_bytes = 100 * (16 << 10);
  }
  return options;
}

// What is wanted of one family.
void SuitFamily(const StoreOptions& wanted, const std::string& name, rocksdb::ColumnFamilyOptions& options) {
  if (wanted.large_values.contains(name)) {
    options.enable_blob_files = true;
    options.min_blob_size = 1 << 10;
    options.blob_compression_type = wanted.derived ? rocksdb::kLZ4Compression : rocksdb::kZSTD;
    options.enable_blob_garbage_collection = true;
  }
  if (const auto parts = wanted.scanned_by.find(name); parts != wanted.scanned_by.end()) {
    options.prefix_extractor = FirstParts(parts->second);
    options.memtable_prefix_bloom_size_ratio = kMemtableFilterShare;
  }
}

// A RocksDB and its families, closed in the right order however the opening ends.
struct OpenedDb {
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;

  OpenedDb() = default;
  OpenedDb(const OpenedDb&) = delete;
  OpenedDb& operator=(const OpenedDb&) = delete;
  ~OpenedDb() {
    for (rocksdb::ColumnFamilyHandle* handle : handles) {
      if (db) db->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
    }
  }
};

absl::Status OpenDb(const StoreOptions& wanted, bool read_only, const std::vector<std::string>& names,
                    const std::shared_ptr<rocksdb::Cache>& cache, OpenedDb& opened) {
  const std::string& path = wanted.path;
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  families.reserve(names.size());
  for (const std::string& name : names) {
    families.emplace_back(name, MakeFamilyOptions(wanted, cache));
    SuitFamily(wanted, name, families.back().options);
  }
  rocksdb::DB* db = nullptr;
  rocksdb::DBOptions options = MakeDbOptions(read_only);
  if (wanted.derived) {
    options.atomic_flush = true;
  } else {
    options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  }
  const rocksdb::Status status =
      read_only ? rocksdb::DB::OpenForReadOnly(options, path, families, &opened.handles, &db)
                : rocksdb::DB::Open(options, path, families, &opened.handles, &db);
  opened.db.reset(db);
  if (status.IsIOError() && status.ToString().find("lock") != std::string::npos) {
    return Refused(path, "is in use by another process (" + status.ToString() + ")");
  }
  return FromRocks(status, "opening the store in " + path);
}

bool HoldsNothing(const OpenedDb& opened) {
  return std::all_of(opened.handles.begin(), opened.handles.end(), [&](rocksdb::ColumnFamilyHandle* handle) {
    const std::unique_ptr<rocksdb::Iterator> it(opened.db->NewIterator(rocksdb::ReadOptions(), handle));
    it->SeekToFirst();
    return !it->Valid() && it->status().ok();
  });
}

bool Accepts(const StoreOptions& options, const std::string& schema) {
  return schema == options.schema || Has(options.older_schemas, schema);
}

absl::StatusOr<std::vector<std::string>> ListFamilies(const std::string& path) {
  std::vector<std::string> names;
  SILLOK_RETURN_IF_ERROR(FromRocks(rocksdb::DB::ListColumnFamilies(MakeDbOptions(true), path, &names),
                                   "reading the store in " + path));
  return names;
}

// OK when the store is of this schema or an older one that is accepted, or holds nothing (its making was cut short).
// Writes no byte.
absl::Status CheckSchema(const StoreOptions& options, const std::shared_ptr<rocksdb::Cache>& cache) {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string> names, ListFamilies(options.path));
  OpenedDb opened;
  SILLOK_RETURN_IF_ERROR(OpenDb(options, true, names, cache, opened));
  std::string schema;
  const rocksdb::Status found = opened.db->Get(rocksdb::ReadOptions(), kSchemaKey, &schema);
  if (found.IsNotFound()) {
    if (HoldsNothing(opened)) return absl::OkStatus();
    return Refused(options.path, "names no schema; this program reads '" + options.schema + "'");
  }
  SILLOK_RETURN_IF_ERROR(FromRocks(found, "reading the schema of " + options.path));
  if (Accepts(options, schema)) return absl::OkStatus();
  return Refused(options.path,
                 "has the schema '" + schema + "'; this program reads '" + options.schema + "'");
}

// The families to open: all that are wanted, which makes those that are missing, and those of a derived store that are wanted no
// more; to be read, those that are there.
absl::StatusOr<std::vector<std::string>> ChooseFamilies(const StoreOptions& options, bool exists) {
  std::vector<std::string> names = {rocksdb::kDefaultColumnFamilyName};
  names.insert(names.end(), options.families.begin(), options.families.end());
  if (!exists) return names;
  SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string> there, ListFamilies(options.path));
  if (options.read_only) {
    std::erase_if(names, [&there](const std::string& name) { return !Has(there, name); });
  } else if (options.derived) {
    const std::vector<std::string> wanted = names;
    std::copy_if(there.begin(), there.end(), std::back_inserter(names),
                 [&wanted](const std::string& name) { return !Has(wanted, name); });
  }
  return names;
}

// Those behind the wanted ones.
absl::Status DropRetired(const StoreOptions& options, OpenedDb& opened, std::vector<std::string>& names) {
  const size_t wanted = 1 + options.families.size();
  while (names.size() > wanted) {
    SILLOK_RETURN_IF_ERROR(
        FromRocks(opened.db->DropColumnFamily(opened.handles.back()), "dropping " + names.back()));
    opened.db->DestroyColumnFamilyHandle(opened.handles.back()).PermitUncheckedError();
    opened.handles.pop_back();
    names.pop_back();
  }
  return absl::OkStatus();
}

// Makes the folder when it is not there. A folder that lost its CURRENT file is not an empty one: RocksDB
// would begin anew and remove what is left.
absl::StatusOr<bool> PrepareFolder(const StoreOptions& options) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (fs::exists(fs::path(options.path) / "CURRENT", error)) return true;
  if (options.read_only) return absl::NotFoundError("there is no store in " + options.path);
  fs::create_directories(options.path, error);
  if (error) return UnusableFolder("make", options.path, error);
  for (fs::directory_iterator file(options.path, error), end; !error && file != end; file.increment(error)) {
    if (file->path().extension() == ".sst") return Refused(options.path, "has lost its CURRENT file");
  }
  if (error) return UnusableFolder("read", options.path, error);
  return false;
}

}  // namespace

absl::Status FromRocks(const rocksdb::Status& status, std::string_view what) {
  if (status.ok()) return absl::OkStatus();
  absl::StatusCode code = absl::StatusCode::kInternal;
  if (status.IsNotFound()) code = absl::StatusCode::kNotFound;
  if (status.IsCorruption()) code = absl::StatusCode::kDataLoss;
  if (status.IsNoSpace()) code = absl::StatusCode::kResourceExhausted;
  if (status.IsTimedOut()) code = absl::StatusCode::kDeadlineExceeded;
  if (status.IsBusy() || status.IsTryAgain()) code = absl::StatusCode::kAborted;
  if (status.IsShutdownInProgress()) code = absl::StatusCode::kUnavailable;
  return absl::Status(code, std::string(what) + ": " + status.ToString());
}

absl::StatusOr<std::unique_ptr<Store>> Store::Open(const StoreOptions& options) {
  SILLOK_ASSIGN_OR_RETURN(const bool exists, PrepareFolder(options));
  const std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache(options.block_cache_bytes);
  if (exists) SILLOK_RETURN_IF_ERROR(CheckSchema(options, cache));

  SILLOK_ASSIGN_OR_RETURN(std::vector<std::string> names, ChooseFamilies(options, exists));
  OpenedDb opened;
  SILLOK_RETURN_IF_ERROR(OpenDb(options, options.read_only, names, cache, opened));
  SILLOK_RETURN_IF_ERROR(DropRetired(options, opened, names));
  if (!options.read_only) {
    rocksdb::WriteOptions synced;
    synced.sync = true;
    SILLOK_RETURN_IF_ERROR(FromRocks(opened.db->Put(synced, kSchemaKey, options.schema),
                                     "naming the schema of " + options.path));
  }
  std::unique_ptr<Store> store(new Store());
  store->db_ = std::move(opened.db);
  store->handles_ = std::move(opened.handles);
  opened.handles.clear();
  store->names_ = std::move(names);
  return store;
}

Store::~Store() {
  for (rocksdb::ColumnFamilyHandle* handle : handles_) {
    db_->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
  }
  db_->Close().PermitUncheckedError();
}

absl::Status Store::Flush() {
  return FromRocks(db_->Flush(rocksdb::FlushOptions(), handles_), "writing the store to files");
}

bool Store::has_family(std::string_view name) const { return Has(names_, name); }

rocksdb::ColumnFamilyHandle* Store::family(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) {
    std::fprintf(stderr, "no column family named '%.*s'\n", static_cast<int>(name.size()), name.data());
    std::abort();
  }
  return handles_[static_cast<size_t>(found - names_.begin())];
}

}  // namespace sillok
