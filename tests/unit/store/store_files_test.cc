// What files a store keeps its rows in.
#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>

#include "common/store/key_coding.h"
#include "common/store/store.h"
#include "gtest/gtest.h"
#include "tests/unit/store/store_fixture.h"

namespace sillok {
namespace {

using StoreFilesTest = StoreTest;

void AwaitMerging(Store& store) {
  const auto count = [&store](const char* property) {
    uint64_t running = 0;
    EXPECT_TRUE(store.db().GetAggregatedIntProperty(property, &running));
    return running;
  };
  while (count("rocksdb.compaction-pending") + count("rocksdb.num-running-compactions") > 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

TEST_F(StoreFilesTest, KeepsLargeValuesApart) {
  StoreOptions options = Options();
  options.large_values = {"a"};
  const std::string large(100'000, 'x');
  {
    const std::unique_ptr<Store> store = Open(options);
    for (const char* family : {"a", "b"}) Put(*store, family, "key", large);
    ASSERT_TRUE(store->db().Flush(rocksdb::FlushOptions(), store->family("a")).ok());
  }
  const auto files = Files();
  EXPECT_EQ(std::count_if(files.begin(), files.end(),
                          [](const auto& file) { return file.first.ends_with(".blob"); }),
            1);
  const std::unique_ptr<Store> store = Open(options);
  for (const char* family : {"a", "b"}) EXPECT_EQ(Get(*store, family, "key"), large);
}

TEST_F(StoreFilesTest, CompressesWhatIsNotPacked) {
  StoreOptions options = Options();
  options.derived = true;
  options.families = {"rows", "packed rows", "values", "packed values"};
  options.large_values = {"values", "packed values"};
  options.packed_values = {"packed rows", "packed values"};
  const std::unique_ptr<Store> store = Open(options);
  const auto bytes_of_rows = [this] {
    uintmax_t bytes = 0;
    for (const auto& [name, file] : Files()) {
      if (name.ends_with(".sst") || name.ends_with(".blob")) bytes += file.first;
    }
    return bytes;
  };
  const std::string large(100'000, 'x');
  std::map<std::string, uintmax_t> bytes;
  for (const std::string& family : options.families) {
    const uintmax_t before = bytes_of_rows();
    Put(*store, family, "key", large);
    ASSERT_TRUE(store->db().Flush(rocksdb::FlushOptions(), store->family(family)).ok());
    bytes[family] = bytes_of_rows() - before;
  }
  for (const char* family : {"rows", "values"}) EXPECT_LT(bytes[family], large.size() / 2) << family;
  for (const char* family : {"packed rows", "packed values"}) {
    EXPECT_GE(bytes[family], large.size()) << family;
  }
}

TEST_F(StoreFilesTest, LeavesLargeValuesWhereTheyAreWhileItMergesLate) {
  StoreOptions options = Options();
  options.derived = true;
  options.large_values = {"a"};
  const std::unique_ptr<Store> opened = Open(options);
  Store& store = *opened;
  const std::string large(10'000, 'x');
  for (const char* key : {"1", "2", "3", "4"}) {
    for (const char* written : {key, "over and over"}) Put(store, "a", written, key + large);
    ASSERT_TRUE(store.db().Flush(rocksdb::FlushOptions(), store.family("a")).ok());
  }
  const auto merge = [&store] {
    rocksdb::CompactRangeOptions all;
    all.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
    ASSERT_TRUE(store.db().CompactRange(all, store.family("a"), nullptr, nullptr).ok());
  };
  const auto large_files = [this] {
    std::set<std::string> names;
    for (const auto& [name, file] : Files()) {
      if (name.ends_with(".blob")) names.insert(name);
    }
    return names;
  };
  const std::set<std::string> before = large_files();
  ASSERT_EQ(before.size(), 4);
  ASSERT_TRUE(store.MergeLate(true).ok());
  merge();
  EXPECT_EQ(large_files(), before);
  ASSERT_TRUE(store.MergeLate(false).ok());
  merge();
  EXPECT_FALSE(large_files().contains(*before.begin())) << "what was written over goes with the oldest file";
  for (const char* key : {"1", "2", "3", "4"}) EXPECT_EQ(Get(store, "a", key), key + large);
  EXPECT_EQ(Get(store, "a", "over and over"), "4" + large);
}

TEST_F(StoreFilesTest, MergesInLargerStepsAndInTheLargestWhatItWasAskedTo) {
  StoreOptions options = Options();
  options.derived = true;
  options.merged_latest = {"a"};
  const std::unique_ptr<Store> opened = Open(options);
  Store& store = *opened;
  const auto runs = [&store](const std::string& family) {
    std::string files;
    EXPECT_TRUE(store.db().GetProperty(store.family(family), "rocksdb.num-files-at-level0", &files));
    return std::stoi(files);
  };
  ASSERT_TRUE(store.MergeLate(true).ok());
  constexpr int kFiles = 20;
  for (int file = 0; file < kFiles; ++file) {
    for (const char* family : {"a", "b"}) {
      Put(store, family, "key", std::to_string(file));
      ASSERT_TRUE(store.db().Flush(rocksdb::FlushOptions(), store.family(family)).ok());
    }
  }
  AwaitMerging(store);
  EXPECT_EQ(runs("a"), kFiles);
  EXPECT_LT(runs("b"), kFiles / 2);
  ASSERT_TRUE(store.MergeLate(false).ok());
  AwaitMerging(store);
  for (const char* family : {"a", "b"}) {
    EXPECT_LT(runs(family), kFiles / 2);
    EXPECT_EQ(Get(store, family, "key"), std::to_string(kFiles - 1));
  }
}

TEST_F(StoreFilesTest, FilesHaveNoFilterThatNobodyAsks) {
  StoreOptions options = Options();
  options.families = {"found", "walked", "walked by parts", "walked by parts and found"};
  options.scanned_by = {{"walked by parts", "t"}, {"walked by parts and found", "t"}};
  options.found_by_walks = {"walked", "walked by parts"};
  const std::unique_ptr<Store> store = Open(options);
  std::map<std::string, uint64_t> filter_bytes;
  for (const std::string& family : options.families) {
    for (int row = 0; row < 1000; ++row) {
      std::string key;
      AppendText("the part that all have", key);
      AppendText(std::to_string(row), key);
      Put(*store, family, key, "value");
    }
    rocksdb::ColumnFamilyHandle* const handle = store->family(family);
    ASSERT_TRUE(store->db().Flush(rocksdb::FlushOptions(), handle).ok());
    rocksdb::TablePropertiesCollection files;
    ASSERT_TRUE(store->db().GetPropertiesOfAllTables(handle, &files).ok());
    ASSERT_EQ(files.size(), 1);
    filter_bytes[family] = files.begin()->second->filter_size;
  }
  EXPECT_EQ(filter_bytes["walked"], 0);
  EXPECT_GT(filter_bytes["walked by parts"], 0);
  EXPECT_GT(filter_bytes["found"], 10 * filter_bytes["walked by parts"]);
  EXPECT_GE(filter_bytes["walked by parts and found"], filter_bytes["found"]);
}

}  // namespace
}  // namespace sillok
