#include "query/view/store_rows.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/store/store.h"
#include "gtest/gtest.h"
#include "query/view/keys.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

constexpr Family kFamily = Family::kEventBlocks;

using ShownRows = std::vector<std::pair<std::string, std::string>>;

// Rows of one block, as a rebuild writes and reads them.
class StoreRowsTest : public testing::Test {
 protected:
  StoreRowsTest() {
    auto store = Store::Open({.path = folder_.path(),
                              .schema = kViewSchema,
                              .families = FamilyNames(),
                              .scanned_by = ScannedBy(),
                              .derived = true});
    EXPECT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
  }

  StoreRows Batch() { return StoreRows(*store_, waiting_, cache_, &filter_); }
  [[nodiscard]] std::string Key(std::string_view id) const { return EventBlockKey(block_, id); }
  void Put(StoreRows& rows, std::string_view id, std::string_view value) {
    ASSERT_TRUE(rows.Put(kFamily, Key(id), value).ok());
  }
  ShownRows Walked(StoreRows& rows) {
    ShownRows shown;
    EXPECT_TRUE(rows.Scan(kFamily, EventBlockPrefix(block_),
                          [&shown](auto key, auto value) {
                            shown.emplace_back(key, value);
                            return true;
                          })
                    .ok());
    return shown;
  }

  const EventBlock block_ = {.name = "오픈ai", .bucket = "2025-02-04/"};
  const TestFolder folder_;
  std::unique_ptr<Store> store_;
  WaitingRows waiting_;
  RowCache cache_{1 << 20};
  RowFilter filter_{1 << 10};
};

TEST_F(StoreRowsTest, ShowWhatIsStoredWhatWaitsAndWhatIsWritten) {
  {
    StoreRows rows = Batch();
    for (const char* id : {"1", "2", "3"}) Put(rows, id, "stored");
    ASSERT_TRUE(rows.Commit().ok());
  }
  {
    StoreRows rows = Batch();
    for (const char* id : {"2", "4"}) Put(rows, id, "waits");
    rows.Defer();
  }
  StoreRows rows = Batch();
  Put(rows, "5", "written");
  ASSERT_TRUE(rows.Delete(kFamily, Key("3")).ok());
  const ShownRows expected = {
      {Key("1"), "stored"}, {Key("2"), "waits"}, {Key("4"), "waits"}, {Key("5"), "written"}};
  EXPECT_EQ(Walked(rows), expected);
  for (const auto& [key, value] : expected) {
    const auto row = rows.Get(kFamily, key);
    ASSERT_TRUE(row.ok()) << row.status();
    EXPECT_EQ(*row, value);
  }
  const auto gone = rows.Get(kFamily, Key("3"));
  ASSERT_TRUE(gone.ok()) << gone.status();
  EXPECT_EQ(*gone, std::nullopt);
}

// Its iterator was made when the store had nothing of that.
TEST_F(StoreRowsTest, ABatchSeesInTheStoreWhatHasWaited) {
  StoreRows rows = Batch();
  Put(rows, "1", "written");
  rows.Defer();
  const ShownRows expected = {{Key("1"), "written"}};
  EXPECT_EQ(Walked(rows), expected);
  ASSERT_TRUE(rows.WriteWaiting().ok());
  EXPECT_TRUE(waiting_.empty());
  EXPECT_EQ(Walked(rows), expected);
}

TEST_F(StoreRowsTest, ABatchSeesInTheStoreWhatItHasWritten) {
  StoreRows rows = Batch();
  EXPECT_EQ(Walked(rows), ShownRows());
  Put(rows, "1", "written");
  ASSERT_TRUE(rows.Commit().ok());
  EXPECT_EQ(Walked(rows), (ShownRows{{Key("1"), "written"}}));
}

}  // namespace
}  // namespace sillok::query
