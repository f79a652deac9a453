#include "common/store/store.h"

#include <filesystem>
#include <fstream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/unit/store/store_fixture.h"

namespace sillok {
namespace {

using testing::HasSubstr;

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
