#include "common/text/hash.h"

#include "gtest/gtest.h"

namespace sillok {
namespace {

TEST(HashId, DependsOnWhereThePartsEnd) {
  EXPECT_NE(HashId({"ab", "c"}), HashId({"a", "bc"}));
  EXPECT_NE(HashId({"ab"}), HashId({"ab", ""}));
}

// Ids are stored and given out: this value must never change.
TEST(HashId, IsStable) {
  EXPECT_EQ(HashId({"a", "b"}).size(), 24u);
  EXPECT_EQ(HashId({"referent", "x"}), HashId({"referent", "x"}));
  EXPECT_EQ(Sha256({"a"}).size(), 32u);
}

}  // namespace
}  // namespace sillok
