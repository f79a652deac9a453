#include "query/view/written_rows.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "tests/unit/view/lots.h"

namespace sillok::query {
namespace {

// Keys of few letters, the least and the greatest byte among them, mostly alike in their first eight or sixteen and often no longer than that.
std::string DrawKey(Lots& lots) {
  const std::string letters = {'a', 'b', '\0', '\xFF'};
  std::string key(static_cast<size_t>(lots.Draw(5) * 4), 'a');
  for (int left = lots.Draw(5); left > 0; --left) key += letters[static_cast<size_t>(lots.Draw(4))];
  return key;
}

// Whatever is written, and whenever somebody looks, the rows are those of a map of whole keys.
TEST(WrittenRows, HoldsInOrderWhatWasWrittenLast) {
  for (uint32_t seed = 1; seed <= 50; ++seed) {
    Lots lots(seed);
    WrittenRows rows;
    std::map<std::string, std::optional<std::string>> expected;
    for (int row = 0; row < 200; ++row) {
      const std::string key = DrawKey(lots);
      if (lots.Draw(4) == 0) {
        rows.Delete(key);
        expected[key] = std::nullopt;
      } else {
        const std::string value(static_cast<size_t>(lots.Draw(9)), static_cast<char>('0' + row % 10));
        rows.Put(key, value);
        expected[key] = value;
      }
      if (lots.Draw(10) > 0) continue;
      ASSERT_TRUE(rows.Find(key) != rows.end());
      EXPECT_EQ(rows.Find(key)->value(), expected[key]);
    }
    auto row = rows.begin();
    for (const auto& [key, value] : expected) {
      ASSERT_TRUE(row != rows.end());
      EXPECT_EQ(row->key(), key);
      EXPECT_EQ(row->value(), value);
      ++row;
    }
    EXPECT_TRUE(row == rows.end());
    for (int asked = 0; asked < 200; ++asked) {
      const std::string key = DrawKey(lots);
      EXPECT_EQ(rows.Find(key) != rows.end(), expected.contains(key));
      const auto from = expected.lower_bound(key);
      ASSERT_EQ(rows.From(key) == rows.end(), from == expected.end());
      if (from != expected.end()) {
        EXPECT_EQ(rows.From(key)->key(), from->first);
      }
    }
  }
}

TEST(WrittenRows, ShowsAllInOrderUntilThatFails) {
  WrittenRows rows;
  std::string expected;
  for (char key = 'a'; key <= 'z'; ++key) {
    rows.Put(std::string(1, static_cast<char>('a' + 'z' - key)), "");
    expected += key;
  }
  std::string seen;
  const absl::Status all = rows.ForEach([&seen](const WrittenRows::Row& row) {
    seen += row.key();
    return absl::OkStatus();
  });
  EXPECT_TRUE(all.ok()) << all;
  EXPECT_EQ(seen, expected);
  seen.clear();
  const absl::Status failed = rows.ForEach([&seen](const WrittenRows::Row& row) {
    seen += row.key();
    return row.key() == "c" ? absl::DataLossError("c") : absl::OkStatus();
  });
  EXPECT_EQ(failed.code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(seen, "abc");
}

TEST(WrittenRows, KeepsItsOwnCopies) {
  WrittenRows rows;
  std::string key = "a long enough key of its own";
  std::string value = "and a value that is long enough";
  rows.Put(key, value);
  key.assign(key.size(), 'x');
  value.assign(value.size(), 'x');
  EXPECT_EQ(rows.begin()->key(), "a long enough key of its own");
  EXPECT_EQ(rows.begin()->value(), "and a value that is long enough");
}

TEST(WrittenRows, TakesInWhatIsNewer) {
  WrittenRows rows;
  for (int batch = 0; batch < 3; ++batch) {
    WrittenRows newer;
    newer.Put("batch " + std::to_string(batch), "whole");
    newer.Put("last", std::to_string(batch));
    if (batch == 1) newer.Delete("batch 0");
    rows.Add(std::move(newer));
  }
  std::string all;
  for (const WrittenRows::Row& row : rows) {
    all += std::string(row.key()) + "=" + std::string(row.value().value_or("gone")) + ";";
  }
  EXPECT_EQ(all, "batch 0=gone;batch 1=whole;batch 2=whole;last=2;");
  EXPECT_GT(rows.bytes(), all.size());
}

TEST(WrittenRows, IsEmptyAgainOnceCleared) {
  WrittenRows rows;
  rows.Put("a", "1");
  rows.Clear();
  EXPECT_TRUE(rows.empty());
  EXPECT_EQ(rows.bytes(), 0U);
  rows.Put("b", "2");
  EXPECT_EQ(rows.begin()->key(), "b");
}

}  // namespace
}  // namespace sillok::query
