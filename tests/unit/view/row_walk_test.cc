#include "query/view/row_walk.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/store/key_coding.h"
#include "common/store/store.h"
#include "gtest/gtest.h"
#include "tests/unit/view/lots.h"
#include "tests/unit/view/test_view.h"

namespace sillok::query {
namespace {

using Map = std::map<std::string, std::string>;
using ShownRows = std::vector<std::pair<std::string, std::string>>;

// Of one or two letters or none, so that layers mostly hide rows of each other.
std::string DrawShortKey(Lots& lots) {
  std::string key;
  for (int left = lots.Draw(3); left > 0; --left) key += static_cast<char>('a' + lots.Draw(4));
  return key;
}

// Two layers over the store's rows, the first one on top, and a map of what they show together.
class RowWalkTest : public testing::Test {
 protected:
  RowWalkTest() {
    auto store = Store::Open({.path = folder_.path(), .schema = "test-1", .families = {"a"}});
    EXPECT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
  }

  void DrawRows(Lots& lots) {
    for (int row = lots.Draw(8); row > 0; --row) {
      const std::string key = DrawShortKey(lots);
      ASSERT_TRUE(store_->db().Put(rocksdb::WriteOptions(), store_->family("a"), key, "stored").ok());
      rows_[key] = "stored";
    }
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
      for (int row = lots.Draw(8); row > 0; --row) {
        const std::string key = DrawShortKey(lots);
        const std::string value = "written " + std::to_string(layer - layers_.rbegin());
        if (lots.Draw(3) == 0) {
          layer->Delete(key);
          rows_.erase(key);
        } else {
          layer->Put(key, value);
          rows_[key] = value;
        }
      }
    }
  }

  // What a walk shows, up to `most` rows.
  ShownRows Walked(std::string_view prefix, std::optional<std::string> end, size_t most) {
    ShownRows shown;
    const auto show = [&](std::string_view key, std::string_view value) {
      shown.emplace_back(key, value);
      return shown.size() < most;
    };
    const RowLayers layers = {layers_.data(), &layers_[1]};
    const std::unique_ptr<rocksdb::Iterator> stored(
        store_->db().NewIterator(rocksdb::ReadOptions(), store_->family("a")));
    if (end.has_value()) {
      WalkRowsBack(layers, *stored, prefix, *end, show);
    } else {
      WalkRows(layers, *stored, prefix, show);
    }
    EXPECT_TRUE(stored->status().ok());
    return shown;
  }

  // What the map has, in order.
  [[nodiscard]] ShownRows Between(const std::string& prefix, const std::string& end) const {
    ShownRows rows;
    for (const auto& row : rows_) {
      if (row.first.starts_with(prefix) && (end.empty() || row.first < end)) rows.emplace_back(row);
    }
    return rows;
  }

  const TestFolder folder_;
  std::unique_ptr<Store> store_;
  std::array<WrittenRows, 2> layers_;
  Map rows_;
};

ShownRows FirstOf(ShownRows rows, size_t most) {
  if (rows.size() > most) rows.resize(most);
  return rows;
}

TEST_F(RowWalkTest, ShowsEachRowOnceAsItWasWrittenLast) {
  for (uint32_t seed = 1; seed <= 300; ++seed) {
    Lots lots(seed);
    for (auto& layer : layers_) layer.Clear();
    ASSERT_TRUE(store_->db().DeleteRange(rocksdb::WriteOptions(), store_->family("a"), "", "z").ok());
    rows_.clear();
    DrawRows(lots);
    const std::string prefix = DrawShortKey(lots);
    const size_t most = 1 + static_cast<size_t>(lots.Draw(20));
    EXPECT_EQ(Walked(prefix, std::nullopt, most), FirstOf(Between(prefix, ""), most)) << "seed " << seed;
    // Up to the end of the prefix, or to somewhere within.
    const std::string end = lots.Draw(2) == 0 ? PrefixEnd(prefix) : prefix + DrawShortKey(lots);
    ShownRows back = Between(prefix, end);
    std::reverse(back.begin(), back.end());
    EXPECT_EQ(Walked(prefix, end, most), FirstOf(back, most)) << "seed " << seed;
  }
}

}  // namespace
}  // namespace sillok::query
