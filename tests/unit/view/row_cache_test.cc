#include "query/view/row_cache.h"

#include <optional>
#include <string>

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

constexpr Family kSome = Family::kEventBlocks;
constexpr Family kOther = Family::kNameTotals;

std::optional<std::string> Found(RowCache& cache, Family family, std::string_view key) {
  const std::string* row = cache.Find(family, key);
  return row == nullptr ? std::nullopt : std::optional(*row);
}

TEST(RowCache, KeepsRowsByFamilyAndKey) {
  RowCache cache(10'000);
  cache.Keep(kSome, "a", "1");
  cache.Keep(kOther, "a", "2");
  EXPECT_EQ(Found(cache, kSome, "a"), "1");
  EXPECT_EQ(Found(cache, kOther, "a"), "2");
  EXPECT_EQ(Found(cache, kSome, "b"), std::nullopt);
  EXPECT_TRUE(cache.HasKept(kSome));
  EXPECT_FALSE(cache.HasKept(Family::kNames));
  cache.Clear();
  EXPECT_FALSE(cache.HasKept(kSome));
  EXPECT_EQ(Found(cache, kSome, "a"), std::nullopt);
}

TEST(RowCache, HasARowAsItWasWrittenLast) {
  RowCache cache(1'000);
  cache.Keep(kSome, "a", "1");
  cache.Replace(kSome, "a", "2");
  EXPECT_EQ(Found(cache, kSome, "a"), "2");
  cache.Replace(kSome, "never read", "1");
  EXPECT_EQ(Found(cache, kSome, "never read"), std::nullopt);
  // In the old generation as well.
  for (int other = 0; other < 4; ++other) cache.Keep(kOther, std::to_string(other), "");
  cache.Replace(kSome, "a", "3");
  EXPECT_EQ(Found(cache, kSome, "a"), "3");
  cache.Replace(kSome, "a", std::nullopt);
  EXPECT_EQ(Found(cache, kSome, "a"), std::nullopt);
}

TEST(RowCache, LetsGoWhatIsNotAskedFor) {
  RowCache cache(2'000);
  cache.Keep(kSome, "asked for", "1");
  cache.Keep(kSome, "forgotten", "2");
  for (int other = 0; other < 100; ++other) {
    cache.Keep(kOther, std::to_string(other), "");
    EXPECT_EQ(Found(cache, kSome, "asked for"), "1");
  }
  EXPECT_EQ(Found(cache, kSome, "forgotten"), std::nullopt);
  EXPECT_EQ(Found(cache, kOther, "0"), std::nullopt);
}

TEST(RowCache, KeepsNoLargeRow) {
  RowCache cache(100'000);
  const std::string large(RowCache::kMostRowBytes + 1, 'x');
  cache.Keep(kSome, "a", large);
  EXPECT_EQ(Found(cache, kSome, "a"), std::nullopt);
  cache.Keep(kSome, "a", "small");
  cache.Replace(kSome, "a", large);
  EXPECT_EQ(Found(cache, kSome, "a"), std::nullopt);
}

}  // namespace
}  // namespace sillok::query
