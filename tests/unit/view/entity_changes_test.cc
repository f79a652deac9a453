#include "query/view/entity_changes.h"

#include "gtest/gtest.h"
#include "query/view/keys.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

const NameKey kAltman = {v1::ENTITY_TYPE_PERSON, "샘알트만"};
const NameKey kOltman = {v1::ENTITY_TYPE_PERSON, "샘올트먼"};

void Tell(MapRows& rows, const NameKey& key) {
  NameTotals totals;
  totals.articles = 1;
  ASSERT_TRUE(rows.Put(Family::kNameTotals, NamePrefix(key), SerializeRow(TotalsRow(totals))).ok());
}

void Join(MapRows& rows) {
  storage::v1::NameGroup group;
  for (const NameKey& key : {kAltman, kOltman}) group.add_names(NameKeyText(key));
  for (const NameKey& key : {kAltman, kOltman}) {
    ASSERT_TRUE(rows.Put(Family::kNameGroups, NamePrefix(key), SerializeRow(group)).ok());
  }
}

int More(MapRows& rows, const std::vector<NameKey>& told, const Comings& comings, const MovedNames& moved) {
  return FindEntityChanges(rows, told, comings, moved)->more;
}

TEST(EntityChanges, ANameAloneComesAndGoes) {
  MapRows rows;
  EXPECT_EQ(More(rows, {kAltman}, {{kAltman, false}}, {}), -1);
  Tell(rows, kAltman);
  EXPECT_EQ(More(rows, {kAltman}, {{kAltman, true}}, {}), 1);
  EXPECT_EQ(More(rows, {kAltman}, {}, {}), 0) << "told of before and now";
}

TEST(EntityChanges, TwoNamesThatBecomeOneAreOneLess) {
  MapRows rows;
  Tell(rows, kAltman);
  Tell(rows, kOltman);
  Join(rows);
  const MovedNames moved = {{kAltman, {kAltman}}, {kOltman, {kOltman}}};
  EXPECT_EQ(More(rows, {}, {}, moved), -1);
  EXPECT_EQ(More(rows, {kOltman}, {{kOltman, true}}, moved), 0) << "one of them comes with the joining";
  EXPECT_EQ(More(rows, {kOltman}, {{kOltman, true}}, {}), 0) << "the other one was the entity";
}

TEST(EntityChanges, AGroupThatFallsApartMayLeaveAnEmptyName) {
  MapRows rows;
  Tell(rows, kAltman);
  const MovedNames moved = {{kAltman, {kAltman, kOltman}}, {kOltman, {kAltman, kOltman}}};
  EXPECT_EQ(More(rows, {kOltman}, {{kOltman, false}}, moved), 0);
  Tell(rows, kOltman);
  EXPECT_EQ(More(rows, {}, {}, moved), 1);
}

TEST(EntityChanges, AllNamesOfAGroupHaveChanged) {
  MapRows rows;
  Tell(rows, kAltman);
  Join(rows);
  const std::set<NameKey> both = {kAltman, kOltman};
  EXPECT_TRUE(FindEntityChanges(rows, {kAltman}, {}, {})->names == both);
}

}  // namespace
}  // namespace sillok::query
