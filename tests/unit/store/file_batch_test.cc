#include "common/store/file_batch.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "gtest/gtest.h"

namespace sillok {
namespace {

class FileBatchTest : public testing::Test {
 protected:
  // A test that ends its process runs anew up to there: it finds the folder by its name.
  FileBatchTest() {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    std::filesystem::remove_all(path_);
  }
  ~FileBatchTest() override { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::unique_ptr<Store> Open() const {
    auto store = Store::Open(
        {.path = path_, .schema = "test-1", .families = {"a", "b"}, .large_values = {"b"}, .derived = true});
    EXPECT_TRUE(store.ok()) << store.status();
    return *std::move(store);
  }
  static void Put(Store& store, const std::string& family, const std::string& key, const std::string& value) {
    ASSERT_TRUE(store.db().Put(rocksdb::WriteOptions(), store.family(family), key, value).ok());
  }
  static std::string Get(Store& store, const std::string& family, const std::string& key,
                         const rocksdb::Snapshot* snapshot = nullptr) {
    std::string value;
    rocksdb::ReadOptions options;
    options.snapshot = snapshot;
    const rocksdb::Status status = store.db().Get(options, store.family(family), key, &value);
    return status.ok() ? value : status.IsNotFound() ? "none" : status.ToString();
  }
  // New rows in both families, over "old" and "gone" of the first.
  static void Fill(Store& store, FileBatch& files) {
    ASSERT_TRUE(files.Delete(*store.family("a"), "gone").ok());
    ASSERT_TRUE(files.Put(*store.family("a"), "old", "2").ok());
    ASSERT_TRUE(files.Put(*store.family("b"), "new", "3").ok());
  }
  static std::string Rows(Store& store, const rocksdb::Snapshot* snapshot = nullptr) {
    return Get(store, "a", "gone", snapshot) + " " + Get(store, "a", "old", snapshot) + " " +
           Get(store, "b", "new", snapshot);
  }
  [[nodiscard]] bool NothingArrives() const { return !std::filesystem::exists(path_ + "/arriving"); }

  const std::string path_ = testing::TempDir() + "/file_batch_test_" +
                            testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(FileBatchTest, AddsRowsOfAllFamiliesAtOnce) {
  const std::unique_ptr<Store> store = Open();
  Put(*store, "a", "gone", "1");
  Put(*store, "a", "old", "1");
  {
    FileBatch files(*store);
    Fill(*store, files);
    EXPECT_EQ(Rows(*store), "1 1 none") << "not before it is committed";
    const rocksdb::Snapshot* before = store->db().GetSnapshot();
    ASSERT_TRUE(files.Commit().ok());
    EXPECT_EQ(Rows(*store), "none 2 3");
    EXPECT_EQ(Rows(*store, before), "1 1 none") << "a reader sees what it saw";
    store->db().ReleaseSnapshot(before);
  }
  EXPECT_TRUE(NothingArrives());
  Put(*store, "a", "old", "4");
  EXPECT_EQ(Rows(*store), "none 4 3") << "what is written later stands over it";
}

TEST_F(FileBatchTest, OutlivesACrashTogetherWithWhatWasLogged) {
  EXPECT_EXIT(
      {
        const std::unique_ptr<Store> store = Open();
        Put(*store, "a", "gone", "1");
        Put(*store, "a", "old", "1");
        Put(*store, "a", "logged", "1");
        FileBatch files(*store);
        Fill(*store, files);
        if (!files.Commit().ok()) std::abort();
        Put(*store, "b", "logged", "2");
        std::raise(SIGKILL);
      },
      testing::KilledBySignal(SIGKILL), "");
  const std::unique_ptr<Store> store = Open();
  EXPECT_EQ(Rows(*store), "none 2 3");
  EXPECT_EQ(Get(*store, "a", "logged"), "1");
  EXPECT_EQ(Get(*store, "b", "logged"), "2");
}

TEST_F(FileBatchTest, LeavesNothingOfWhatWasNotCommitted) {
  EXPECT_EXIT(
      {
        const std::unique_ptr<Store> store = Open();
        Put(*store, "a", "old", "1");
        FileBatch files(*store);
        Fill(*store, files);
        std::raise(SIGKILL);
      },
      testing::KilledBySignal(SIGKILL), "");
  EXPECT_FALSE(NothingArrives()) << "the crash was to cut a batch short";
  const std::unique_ptr<Store> store = Open();
  EXPECT_EQ(Rows(*store), "none 1 none");
  {
    FileBatch files(*store);
    Fill(*store, files);
  }
  EXPECT_EQ(Rows(*store), "none 1 none");
  EXPECT_TRUE(NothingArrives());
}

TEST_F(FileBatchTest, RefusesRowsOutOfOrder) {
  const std::unique_ptr<Store> store = Open();
  FileBatch files(*store);
  ASSERT_TRUE(files.Put(*store->family("a"), "b", "").ok());
  EXPECT_EQ(files.Put(*store->family("a"), "a", "").code(), absl::StatusCode::kInternal);
  EXPECT_EQ(files.Put(*store->family("a"), "b", "").code(), absl::StatusCode::kInternal);
}

TEST_F(FileBatchTest, SaysThatItCannotWrite) {
  const std::unique_ptr<Store> store = Open();
  FileBatch files(*store);
  std::filesystem::remove_all(path_ + "/arriving");
  std::ofstream(path_ + "/arriving") << "in the way";
  EXPECT_FALSE(files.Put(*store->family("a"), "a", "").ok());
}

TEST_F(FileBatchTest, LargeValuesGoApartWhenFilesAreMerged) {
  const std::unique_ptr<Store> store = Open();
  const std::string large(100'000, 'x');
  FileBatch files(*store);
  ASSERT_TRUE(files.Put(*store->family("b"), "key", large).ok());
  ASSERT_TRUE(files.Commit().ok());
  EXPECT_EQ(Get(*store, "b", "key"), large);
  rocksdb::CompactRangeOptions all;
  all.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  ASSERT_TRUE(store->db().CompactRange(all, store->family("b"), nullptr, nullptr).ok());
  EXPECT_EQ(Get(*store, "b", "key"), large);
  const std::filesystem::directory_iterator folder(path_);
  EXPECT_TRUE(std::any_of(begin(folder), end(folder),
                          [](const auto& file) { return file.path().extension() == ".blob"; }));
}

}  // namespace
}  // namespace sillok
