#include "query/view/replace_totals.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "query/view/keys.h"
#include "sillok/v1/fact.pb.h"
#include "tests/unit/view/lots.h"

namespace sillok::query {
namespace {

const NameKey kCounted = {v1::ENTITY_TYPE_PERSON, "박서준"};

// What one article tells of the name.
struct Contribution {
  std::string id;
  DayNumber published = kNoDay;
  std::string form;
  DaySpan said;
  int64_t joined = 0;

  [[nodiscard]] NameTotals Totals() const {
    NameTotals totals;
    totals.first_id = id;
    totals.articles = 1;
    totals.published = {published, published};
    totals.forms[form] = {2, 1};
    totals.positions[Parts()] = {1, said};
    totals.joined = joined;
    totals.months[MonthOf(published)] = 1;
    return totals;
  }
  [[nodiscard]] static PositionParts Parts() { return {"대표", "한빛전자", "2/한빛전자"}; }
};

// The rows that hold the ends of one article.
std::vector<std::pair<Family, std::string>> RowsOfEnds(const Contribution& told) {
  std::vector<std::pair<Family, std::string>> rows = {
      {Family::kEntityDays, EntityDayKey(kCounted, told.published, "article", told.id)}};
  if (!told.said.resolved()) return rows;
  for (const auto& [end, day] :
       {std::pair(DayEnd::kFirst, told.said.first), std::pair(DayEnd::kLast, told.said.last)}) {
    rows.emplace_back(Family::kPositionDays,
                      PositionDayKey(kCounted, Contribution::Parts(), end, day, told.id, 0));
  }
  return rows;
}

Contribution DrawContribution(Lots& lots, int number) {
  Contribution told;
  told.id = std::string(1, static_cast<char>('a' + lots.Draw(26))) + std::to_string(number);
  if (lots.Draw(4) != 0) told.published = 738000 + static_cast<DayNumber>(lots.Draw(50));
  told.form = lots.Draw(2) == 0 ? "박서준" : "박서준 대표";
  told.joined = lots.Draw(2);
  if (lots.Draw(3) != 0) {
    told.said.first = 737000 + static_cast<DayNumber>(lots.Draw(50));
    told.said.last = told.said.first + static_cast<DayNumber>(lots.Draw(50));
  }
  return told;
}

NameTotals SumOf(const std::map<int, Contribution>& standing) {
  NameTotals sum;
  for (const auto& [number, told] : standing) sum.Add(told.Totals());
  return sum;
}

// Articles come and go at random, one or several at a time: the row is the sum over those that stand.
TEST(ReplaceTotals, KeepsTheSumOfWhatStands) {
  for (uint32_t seed = 1; seed <= 60; ++seed) {
    Lots lots(seed);
    MapRows rows;
    std::map<int, Contribution> standing;
    NameTotals before;
    for (int change = 0; change < 40; ++change) {
      TotalsChanges changes;
      std::set<int> changed_numbers;
      for (int articles = 1 + lots.Draw(3); articles > 0; --articles) {
        const int number = lots.Draw(8);
        if (!changed_numbers.insert(number).second) continue;
        if (const auto old = standing.find(number); old != standing.end()) {
          changes[kCounted].before.Add(old->second.Totals());
          for (const auto& [family, key] : RowsOfEnds(old->second)) {
            ASSERT_TRUE(rows.Delete(family, key).ok());
          }
          standing.erase(old);
        }
        if (lots.Draw(3) == 0) continue;
        const Contribution now = DrawContribution(lots, number);
        changes[kCounted].after.Add(now.Totals());
        for (const auto& [family, key] : RowsOfEnds(now)) ASSERT_TRUE(rows.Put(family, key, "").ok());
        standing[number] = now;
      }
      ChangedNames changed;
      const auto comings = ReplaceTotals(rows, changes, changed);
      ASSERT_TRUE(comings.ok()) << comings.status();
      const auto totals = ReadTotals(rows, kCounted);
      ASSERT_TRUE(totals.ok()) << totals.status();
      ASSERT_EQ(totals->has_value(), !standing.empty());
      const NameTotals now = totals->value_or(NameTotals());
      ASSERT_EQ(now, SumOf(standing)) << "seed " << seed << ", change " << change;
      ASSERT_EQ(comings->contains(kCounted), (now.articles > 0) != (before.articles > 0));
      if (comings->contains(kCounted)) {
        ASSERT_EQ(comings->at(kCounted), now.articles > 0);
      }
      ASSERT_EQ(changed.by_base().contains(kCounted), (now.joined > 0) != (before.joined > 0));
      before = now;
    }
  }
}

// What is stated of another name is told by no article that names it.
TEST(ReplaceTotals, ANameThatIsOnlyStatedIsGroupedAndNotTold) {
  MapRows rows;
  TotalsChanges changes;
  changes[kCounted].after.joined = 2;
  ChangedNames changed;
  EXPECT_TRUE(ReplaceTotals(rows, changes, changed)->empty());
  EXPECT_TRUE(changed.by_base().contains(kCounted));
  EXPECT_EQ((*ReadTotals(rows, kCounted))->articles, 0);
  std::swap(changes[kCounted].before, changes[kCounted].after);
  EXPECT_TRUE(ReplaceTotals(rows, changes, changed)->empty());
  EXPECT_FALSE(ReadTotals(rows, kCounted)->has_value());
}

}  // namespace
}  // namespace sillok::query
