#include "common/store/rocks_options.h"

#include "common/store/first_parts.h"
#include "rocksdb/file_checksum.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/table.h"

namespace sillok {
namespace {

// Of a memtable's bytes. Each family that is scanned has such a filter from its first row on, and it counts as what is not in files yet.
constexpr double kMemtableFilterShare = 0.005;

// For looking at a store that must stay as it is: RocksDB's own logger would leave a file behind.
class SilentLogger : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*arguments*/) override {}
};

// `whole_keys` and `first_parts`: by which rows are looked for.
rocksdb::BlockBasedTableOptions TableOptions(const std::shared_ptr<rocksdb::Cache>& cache, bool whole_keys,
                                             bool first_parts) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = 8 << 10;
  if (whole_keys || first_parts) table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.whole_key_filtering = whole_keys;
  // Outside the cache, some 2 % of a file's bytes: those of a large file pushed each other out, and every read took megabytes.
  table.cache_index_and_filter_blocks = false;
  table.format_version = 5;
  return table;
}

// The families of a store that can be made again.
void SuitDerived(rocksdb::ColumnFamilyOptions& options) {
  options.compaction_style = rocksdb::kCompactionStyleUniversal;
  options.write_buffer_size = size_t{128} << 20;  // or the largest family would have all of them written
  options.level0_file_num_compaction_trigger = kRunsMerged;
  options.level0_slowdown_writes_trigger = options.level0_stop_writes_trigger = 4 * kRunsMergedLatest;
  options.check_flush_compaction_key_order = false;  // of rows that it has just put in order
  options.compaction_options_universal.max_size_amplification_percent = 100 * kNewerToOldest;
}

// Those of a system of record.
void SuitRecord(rocksdb::ColumnFamilyOptions& options) {
  options.memtable_protection_bytes_per_key = 8;
  options.paranoid_file_checks = true;
  options.bottommost_compression = rocksdb::kZSTD;
  options.bottommost_compression_opts.enabled = true;
  options.bottommost_compression_opts.max_dict_bytes = 16 << 10;
  options.bottommost_compression_opts.zstd_max_train_bytes = 100 * (16 << 10);
}

}  // namespace

rocksdb::DBOptions DbOptionsOf(const StoreOptions& wanted, bool read_only) {
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
  if (wanted.derived) {
    options.atomic_flush = true;
  } else {
    options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  }
  return options;
}

rocksdb::ColumnFamilyOptions FamilyOptionsOf(const StoreOptions& wanted, const std::string& name,
                                             const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(
      TableOptions(cache, !wanted.found_by_walks.contains(name), wanted.scanned_by.contains(name))));
  options.level_compaction_dynamic_level_bytes = true;
  options.compression = rocksdb::kLZ4Compression;
  wanted.derived ? SuitDerived(options) : SuitRecord(options);
  if (wanted.packed_values.contains(name)) options.compression = rocksdb::kNoCompression;
  if (wanted.large_values.contains(name)) {
    options.enable_blob_files = true;
    options.min_blob_size = 1 << 10;
    options.blob_compression_type = wanted.derived ? options.compression : rocksdb::kZSTD;
    options.enable_blob_garbage_collection = true;
  }
  if (const auto parts = wanted.scanned_by.find(name); parts != wanted.scanned_by.end()) {
    options.prefix_extractor = FirstParts(parts->second);
    options.memtable_prefix_bloom_size_ratio = kMemtableFilterShare;
  }
  return options;
}

}  // namespace sillok
