#include "common/store/store.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <thread>

#include "common/store/key_coding.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sillok {
namespace {

using testing::HasSubstr;

class StoreTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::remove_all(path_); }
  void TearDown() override { std::filesystem::remove_all(path_); }

  StoreOptions Options(const std::string& schema = "test-1") const {
    return {.path = path_, .schema = schema, .families = {"a", "b"}};
  }
  static void Put(Store& store, const std::string& family, const std::string& key, const std::string& value) {
    rocksdb::WriteOptions synced;
    synced.sync = true;
    ASSERT_TRUE(store.db().Put(synced, store.family(family), key, value).ok());
  }
  static std::string Get(Store& store, const std::string& family, const std::string& key) {
    std::string value;
    const rocksdb::Status status = store.db().Get(rocksdb::ReadOptions(), store.family(family), key, &value);
    return status.ok() ? value : status.ToString();
  }
  static void AwaitMerging(Store& store) {
    const auto count = [&store](const char* property) {
      uint64_t running = 0;
      EXPECT_TRUE(store.db().GetAggregatedIntProperty(property, &running));
      return running;
    };
    while (count("rocksdb.compaction-pending") + count("rocksdb.num-running-compactions") > 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  // Every file of the folder with its size and time of change.
  std::map<std::string, std::pair<uintmax_t, std::filesystem::file_time_type>> Files() const {
    std::map<std::string, std::pair<uintmax_t, std::filesystem::file_time_type>> files;
    for (const auto& file : std::filesystem::directory_iterator(path_)) {
      files[file.path().filename()] = {file.file_size(), file.last_write_time()};
    }
    return files;
  }

  const std::string path_ =
      testing::TempDir() + "/store_test/" + testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(StoreTest, KeepsWhatWasWritten) {
  {
    auto store = Store::Open(Options());
    ASSERT_TRUE(store.ok()) << store.status();
    Put(**store, "a", "key", "값");
  }
  auto store = Store::Open(Options());
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_EQ(Get(**store, "a", "key"), "값");
  EXPECT_THAT(Get(**store, "b", "key"), HasSubstr("NotFound"));
}

TEST_F(StoreTest, RefusesAnotherSchemaAndTouchesNothing) {
  { ASSERT_TRUE(Store::Open(Options("test-1")).ok()); }
  const auto before = Files();
  const absl::Status refused = Store::Open(Options("test-2")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(refused.message(), HasSubstr("test-1"));
  EXPECT_THAT(refused.message(), HasSubstr("test-2"));
  EXPECT_EQ(Files(), before);
}

TEST_F(StoreTest, TakesOverAStoreOfAnOlderSchema) {
  StoreOptions newer = Options("test-2");
  newer.families.push_back("c");
  newer.older_schemas = {"test-0", "test-1"};
  {
    auto store = Store::Open(Options("test-1"));
    ASSERT_TRUE(store.ok()) << store.status();
    Put(**store, "a", "key", "값");
  }
  {
    StoreOptions reading = newer;
    reading.read_only = true;
    const auto before = Files();
    auto store = Store::Open(reading);
    ASSERT_TRUE(store.ok()) << store.status();
    EXPECT_TRUE((*store)->has_family("b"));
    EXPECT_FALSE((*store)->has_family("c")) << "reading makes no family";
    EXPECT_EQ(Get(**store, "a", "key"), "값");
    EXPECT_EQ(Files(), before);
  }
  for (int opening = 0; opening < 2; ++opening) {
    auto store = Store::Open(newer);
    ASSERT_TRUE(store.ok()) << store.status();
    EXPECT_EQ(Get(**store, "a", "key"), "값");
    Put(**store, "c", "key", "new");
    EXPECT_EQ(Get(**store, "c", "key"), "new");
  }
  const absl::Status refused = Store::Open(Options("test-1")).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(refused.message(), HasSubstr("test-2"));
}

TEST_F(StoreTest, DropsRetiredFamiliesOfAStoreThatCanBeMadeAgain) {
  StoreOptions options = Options();
  {
    auto store = Store::Open(options);
    ASSERT_TRUE(store.ok()) << store.status();
    Put(**store, "a", "key", "kept");
    Put(**store, "b", "key", "retired");
  }
  options.families = {"a", "c"};
  EXPECT_FALSE(Store::Open(options).ok()) << "what cannot be made again is not dropped";
  options.derived = true;
  {
    auto store = Store::Open(options);
    ASSERT_TRUE(store.ok()) << store.status();
    EXPECT_EQ(Get(**store, "a", "key"), "kept");
    EXPECT_FALSE((*store)->has_family("b"));
  }
  options.families = {"a", "b", "c"};
  auto store = Store::Open(options);
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_THAT(Get(**store, "b", "key"), HasSubstr("NotFound"));
}

TEST_F(StoreTest, KeepsLargeValuesApart) {
  StoreOptions options = Options();
  options.large_values = {"a"};
  const std::string large(100'000, 'x');
  {
    auto store = Store::Open(options);
    ASSERT_TRUE(store.ok()) << store.status();
    for (const char* family : {"a", "b"}) Put(**store, family, "key", large);
    ASSERT_TRUE((*store)->db().Flush(rocksdb::FlushOptions(), (*store)->family("a")).ok());
  }
  const auto files = Files();
  EXPECT_EQ(std::count_if(files.begin(), files.end(),
                          [](const auto& file) { return file.first.ends_with(".blob"); }),
            1);
  auto store = Store::Open(options);
  ASSERT_TRUE(store.ok()) << store.status();
  for (const char* family : {"a", "b"}) EXPECT_EQ(Get(**store, family, "key"), large);
}

TEST_F(StoreTest, FilesHaveNoFilterThatNobodyAsks) {
  StoreOptions options = Options();
  options.families = {"found", "walked", "walked by parts", "walked by parts and found"};
  options.scanned_by = {{"walked by parts", "t"}, {"walked by parts and found", "t"}};
  options.found_by_walks = {"walked", "walked by parts"};
  auto opened = Store::Open(options);
  ASSERT_TRUE(opened.ok()) << opened.status();
  std::map<std::string, uint64_t> filter_bytes;
  for (const std::string& family : options.families) {
    for (int row = 0; row < 1000; ++row) {
      std::string key;
      AppendText("the part that all have", key);
      AppendText(std::to_string(row), key);
      Put(**opened, family, key, "value");
    }
    rocksdb::ColumnFamilyHandle* const handle = (*opened)->family(family);
    ASSERT_TRUE((*opened)->db().Flush(rocksdb::FlushOptions(), handle).ok());
    rocksdb::TablePropertiesCollection files;
    ASSERT_TRUE((*opened)->db().GetPropertiesOfAllTables(handle, &files).ok());
    ASSERT_EQ(files.size(), 1);
    filter_bytes[family] = files.begin()->second->filter_size;
  }
  EXPECT_EQ(filter_bytes["walked"], 0);
  EXPECT_GT(filter_bytes["walked by parts"], 0);
  EXPECT_GT(filter_bytes["found"], 10 * filter_bytes["walked by parts"]);
  EXPECT_GE(filter_bytes["walked by parts and found"], filter_bytes["found"]);
}

TEST_F(StoreTest, MergesInLargerStepsAndInTheLargestWhatItWasAskedTo) {
  StoreOptions options = Options();
  options.derived = true;
  options.merged_late = {"a"};
  auto opened = Store::Open(options);
  ASSERT_TRUE(opened.ok()) << opened.status();
  Store& store = **opened;
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

TEST_F(StoreTest, LeavesLargeValuesWhereTheyAreWhileItMergesLate) {
  StoreOptions options = Options();
  options.derived = true;
  options.large_values = {"a"};
  auto opened = Store::Open(options);
  ASSERT_TRUE(opened.ok()) << opened.status();
  Store& store = **opened;
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

TEST_F(StoreTest, RefusesARocksDbOfSomebodyElse) {
  std::filesystem::create_directories(path_);
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* raw = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(options, path_, &raw).ok());
  ASSERT_TRUE(raw->Put(rocksdb::WriteOptions(), "x", "y").ok());
  delete raw;
  const auto before = Files();
  EXPECT_EQ(Store::Open(Options()).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(Files(), before);
}

TEST_F(StoreTest, RefusesAFolderThatLostItsCurrentFile) {
  {
    auto store = Store::Open(Options());
    ASSERT_TRUE(store.ok());
    Put(**store, "a", "key", "value");
    ASSERT_TRUE((*store)->db().Flush(rocksdb::FlushOptions(), (*store)->family("a")).ok());
  }
  std::filesystem::remove(path_ + "/CURRENT");
  EXPECT_EQ(Store::Open(Options()).status().code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(StoreTest, IsOpenedByOneProcessOnly) {
  auto store = Store::Open(Options());
  ASSERT_TRUE(store.ok());
  const absl::Status refused = Store::Open(Options()).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(refused.message(), HasSubstr("in use"));
}

TEST_F(StoreTest, IsReadBesideItsOwner) {
  StoreOptions reading = Options();
  reading.read_only = true;
  EXPECT_EQ(Store::Open(reading).status().code(), absl::StatusCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(path_)) << "reading makes no folder";
  auto store = Store::Open(Options());
  ASSERT_TRUE(store.ok());
  Put(**store, "b", "key", "value");
  const auto before = Files();
  auto reader = Store::Open(reading);
  ASSERT_TRUE(reader.ok()) << reader.status();
  EXPECT_EQ(Get(**reader, "b", "key"), "value");
  EXPECT_EQ(Files(), before);
}

TEST_F(StoreTest, SaysWhyAFolderIsUnusable) {
  std::filesystem::create_directories(path_);
  std::ofstream(path_ + "/file") << "x";
  StoreOptions options = Options();
  options.path = path_ + "/file/below";
  const absl::Status refused = Store::Open(options).status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(refused.message(), HasSubstr("file/below"));
}

}  // namespace
}  // namespace sillok
