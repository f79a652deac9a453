#include "common/store/first_parts.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/store/key_coding.h"
#include "common/store/store.h"
#include "gtest/gtest.h"

namespace sillok {
namespace {

std::string Key(const std::string& first, const std::string& second) {
  std::string key;
  AppendText(first, key);
  AppendText(second, key);
  return key;
}

TEST(FirstParts, AreInCommonOnceThePrefixHasThemAll) {
  const auto parts = FirstParts("t");
  EXPECT_TRUE(HaveFirstPartsInCommon(parts.get(), Key("a", "b")));
  std::string first;
  AppendText("a", first);
  EXPECT_TRUE(HaveFirstPartsInCommon(parts.get(), first));
  EXPECT_FALSE(HaveFirstPartsInCommon(parts.get(), "a"));
  EXPECT_FALSE(HaveFirstPartsInCommon(parts.get(), ""));
  EXPECT_TRUE(HaveFirstPartsInCommon(nullptr, ""));
}

// RocksDB seeks anew once it has passed many versions of one row. With the filter of that row's prefix it would leave out all of memory,
// and show what was deleted there.
TEST(FirstParts, AWalkOverManyPrefixesSeesWhatWasDeletedBehindManyVersions) {
  const std::string path = testing::TempDir() + "/first_parts_test";
  std::filesystem::remove_all(path);
  auto opened =
      Store::Open({.path = path, .schema = "test-1", .families = {"a"}, .scanned_by = {{"a", "t"}}});
  ASSERT_TRUE(opened.ok()) << opened.status();
  Store& store = **opened;
  rocksdb::ColumnFamilyHandle* family = store.family("a");
  const std::string often = Key("often", "written");
  const std::string gone = Key("zone", "gone");
  ASSERT_TRUE(store.db().Put(rocksdb::WriteOptions(), family, gone, "").ok());
  std::vector<const rocksdb::Snapshot*> readers;
  for (int version = 0; version < 100; ++version) {
    ASSERT_TRUE(store.db().Put(rocksdb::WriteOptions(), family, often, std::to_string(version)).ok());
    // Kept by a reader, or writing the file would keep the last one alone.
    readers.push_back(store.db().GetSnapshot());
  }
  ASSERT_TRUE(store.db().Flush(rocksdb::FlushOptions(), family).ok());
  ASSERT_TRUE(store.db().Delete(rocksdb::WriteOptions(), family, gone).ok());
  std::string values;
  {
    const std::unique_ptr<rocksdb::Iterator> row(
        store.db().NewIterator(WalkOptions(store.first_parts("a"), ""), family));
    for (row->Seek(""); row->Valid(); row->Next()) values += row->value().ToString() + ";";
    EXPECT_TRUE(row->status().ok());
  }
  EXPECT_EQ(values, "99;");
  for (const rocksdb::Snapshot* reader : readers) store.db().ReleaseSnapshot(reader);
  opened->reset();
  std::filesystem::remove_all(path);
}

}  // namespace
}  // namespace sillok
