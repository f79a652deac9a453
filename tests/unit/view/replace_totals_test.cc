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

const NameKey kName = {v1::ENTITY_TYPE_PERSON, "박서준"};

// What one article tells of the name.
struct Telling {
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
std::vector<std::pair<Family, std::string>> RowsOf(const Telling& telling) {
  std::vector<std::pair<Family, std::string>> rows = {
      {Family::kEntityIds, EntityIdKey(kName, telling.id)},
      {Family::kEntityDays, EntityDayKey(kName, telling.published, telling.id)}};
  if (!telling.said.resolved()) return rows;
  for (const auto& [end, day] :
       {std::pair(DayEnd::kFirst, telling.said.first), std::pair(DayEnd::kLast, telling.said.last)}) {
    rows.emplace_back(Family::kPositionDays,
                      PositionDayKey(kName, Telling::Parts(), end, day, telling.id, 0));
  }
  return rows;
}

Telling Draw(Lots& lots, int number) {
  Telling telling;
  telling.id = std::string(1, static_cast<char>('a' + lots.Draw(26))) + std::to_string(number);
  if (lots.Draw(4) != 0) telling.published = 738000 + static_cast<DayNumber>(lots.Draw(50));
  telling.form = lots.Draw(2) == 0 ? "박서준" : "박서준 대표";
  if (lots.Draw(3) != 0) {
    telling.said.first = 737000 + static_cast<DayNumber>(lots.Draw(50));
    telling.said.last = telling.said.first + static_cast<DayNumber>(lots.Draw(50));
  }
  return telling;
}

NameTotals SumOf(const std::map<int, Telling>& standing) {
  NameTotals sum;
  for (const auto& [number, telling] : standing) sum.Add(telling.Totals());
  return sum;
}

// Articles come and go at random, one or several at a time: the row is the sum over those that stand.
TEST(ReplaceTotals, KeepsTheSumOfWhatStands) {
  for (uint32_t seed = 1; seed <= 60; ++seed) {
    Lots lots(seed);
    MapRows rows;
    std::map<int, Telling> standing;
    for (int change = 0; change < 40; ++change) {
      TotalsChanges changes;
      for (int articles = 1 + lots.Draw(3); articles > 0; --articles) {
        const int number = lots.Draw(8);
        if (const auto old = standing.find(number); old != standing.end()) {
          changes[kName].before.Add(old->second.Totals());
          for (const auto& [family, key] : RowsOf(old->second)) ASSERT_TRUE(rows.Delete(family, key).ok());
          standing.erase(old);
        }
        if (lots.Draw(3) == 0) continue;
        const Telling now = Draw(lots, number);
        changes[kName].after.Add(now.Totals());
        for (const auto& [family, key] : RowsOf(now)) ASSERT_TRUE(rows.Put(family, key, "").ok());
        standing[number] = now;
      }
      ASSERT_TRUE(ReplaceTotals(rows, changes).ok());
      const auto totals = ReadTotals(rows, kName);
      ASSERT_TRUE(totals.ok()) << totals.status();
      ASSERT_EQ(totals->has_value(), !standing.empty());
      ASSERT_EQ(totals->value_or(NameTotals()), SumOf(standing)) << "seed " << seed << ", change " << change;
    }
  }
}

}  // namespace
}  // namespace sillok::query
