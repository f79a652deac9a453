// A store of a test's own, in a folder that goes with it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "common/store/store.h"
#include "gtest/gtest.h"

namespace sillok {

class StoreTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::remove_all(path_); }
  void TearDown() override { std::filesystem::remove_all(path_); }

  StoreOptions Options(const std::string& schema = "test-1") const {
    return {.path = path_, .schema = schema, .families = {"a", "b"}};
  }
  static std::unique_ptr<Store> Open(const StoreOptions& options) {
    auto store = Store::Open(options);
    EXPECT_TRUE(store.ok()) << store.status();
    return *std::move(store);
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

}  // namespace sillok
