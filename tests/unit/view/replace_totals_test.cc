#include "query/view/replace_totals.h"

#include <map>
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

  [[nodiscard]] NameTotals Totals() const {
    NameTotals totals;
    totals.first_id = id;
    totals.articles = 1;
    totals.published = {published, published};
    totals.forms[form] = {2, 1};
    totals.positions[Parts()] = {1, said};
    return totals;
  }
  [[nodiscard]] static PositionParts Parts() { return {"대표", "한빛전자", "2/한빛전자"}; }
};

// The rows that hold the ends of one article.
std::vector<std::pair<Family, std::string>> RowsOfEnds(const Contribution& told) {
  std::vector<std::pair<Family, std::string>> rows = {
      {Family::kEntityIds, EntityIdKey(kCounted, told.id)},
      {Family::kEntityDays, EntityDayKey(kCounted, told.published, told.id)}};
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
    for (int change = 0; change < 40; ++change) {
      TotalsChanges changes;
      for (int articles = 1 + lots.Draw(3); articles > 0; --articles) {
        const int number = lots.Draw(8);
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
      ASSERT_TRUE(ReplaceTotals(rows, changes).ok());
      const auto totals = ReadTotals(rows, kCounted);
      ASSERT_TRUE(totals.ok()) << totals.status();
      ASSERT_EQ(totals->has_value(), !standing.empty());
      ASSERT_EQ(totals->value_or(NameTotals()), SumOf(standing)) << "seed " << seed << ", change " << change;
    }
  }
}

}  // namespace
}  // namespace sillok::query
