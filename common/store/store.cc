#include "common/store/store.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <utility>

#include "common/status/status_macros.h"
#include "common/store/first_parts.h"
#include "common/store/rocks_options.h"
#include "rocksdb/cache.h"

namespace sillok {
namespace {

constexpr char kSchemaKey[] = "schema";
bool Has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

absl::Status Refused(const std::string& path, const std::string& why) {
  return absl::FailedPreconditionError("the store in " + path + " " + why);
}

absl::Status UnusableFolder(const std::string& deed, const std::string& path, const std::error_code& error) {
  return absl::FailedPreconditionError("cannot " + deed + " the folder " + path + ": " + error.message());
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
    families.emplace_back(name, FamilyOptionsOf(wanted, name, cache));
  }
  rocksdb::DB* db = nullptr;
  const rocksdb::DBOptions options = DbOptionsOf(wanted, read_only);
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

absl::StatusOr<std::vector<std::string>> ListFamilies(const StoreOptions& wanted) {
  std::vector<std::string> names;
  SILLOK_RETURN_IF_ERROR(
      FromRocks(rocksdb::DB::ListColumnFamilies(DbOptionsOf(wanted, true), wanted.path, &names),
                "reading the store in " + wanted.path));
  return names;
}

// OK when the store is of this schema or an older one that is accepted, or holds nothing (its making was cut short).
// Writes no byte.
absl::Status CheckSchema(const StoreOptions& options, const std::shared_ptr<rocksdb::Cache>& cache) {
  SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string> names, ListFamilies(options));
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
  SILLOK_ASSIGN_OR_RETURN(const std::vector<std::string> there, ListFamilies(options));
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
  for (const auto& [name, parts] : options.scanned_by) store->first_parts_[name] = FirstParts(parts);
  store->merged_latest_ = options.merged_latest;
  return store;
}

Store::~Store() {
  for (rocksdb::ColumnFamilyHandle* handle : handles_) {
    db_->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
  }
  db_->Close().PermitUncheckedError();
}

const rocksdb::SliceTransform* Store::first_parts(std::string_view family) const {
  const auto found = first_parts_.find(family);
  return found == first_parts_.end() ? nullptr : found->second.get();
}

absl::Status Store::MergeLate(bool late) {
  if (merges_late_ == late) return absl::OkStatus();
  for (const std::string& name : names_) {
    const int late_runs = merged_latest_.contains(name) ? kRunsMergedLatest : kRunsMergedLate;
    const int runs = late ? late_runs : kRunsMerged;
    SILLOK_RETURN_IF_ERROR(FromRocks(
        db_->SetOptions(family(name), {{"level0_file_num_compaction_trigger", std::to_string(runs)},
                                       {"enable_blob_garbage_collection", late ? "false" : "true"}}),
        "changing how " + name + " is merged"));
  }
  merges_late_ = late;
  return absl::OkStatus();
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
