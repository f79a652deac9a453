#include "query/view/label_cache.h"

#include "gtest/gtest.h"

namespace sillok::query {
namespace {

const NameKey kSeojun = {v1::ENTITY_TYPE_PERSON, "박서준"};
const std::string kText = NameKeyText(kSeojun);

TEST(LabelCache, KeepsWhatDidNotChange) {
  LabelCache cache;
  cache.Advance(1, {});
  cache.Insert(1, kText, {"07", "박서준"});
  cache.Advance(2, {{v1::ENTITY_TYPE_PERSON, "이하늘"}});
  ASSERT_TRUE(cache.Find(2, kText).has_value());
  EXPECT_EQ(cache.Find(2, kText)->id, "07");
  cache.Advance(3, {kSeojun});
  EXPECT_FALSE(cache.Find(3, kText).has_value());
}

TEST(LabelCache, OtherVersionsNeitherSeeNorWrite) {
  LabelCache cache;
  cache.Advance(2, {});
  cache.Insert(1, kText, {"01", "예전"});
  EXPECT_FALSE(cache.Find(2, kText).has_value());
  cache.Insert(2, kText, {"02", "지금"});
  EXPECT_FALSE(cache.Find(1, kText).has_value());
  EXPECT_EQ(cache.Find(2, kText)->display_name, "지금");
}

}  // namespace
}  // namespace sillok::query
