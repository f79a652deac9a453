#include "query/view/regroup_events.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "query/view/event_groups.h"
#include "tests/unit/view/lots.h"

namespace sillok::query {
namespace {

constexpr int32_t kDay = 738'000;

// The row of a clause, with something that is not compared.
void SetRow(EventTelling& telling, uint64_t sketch) {
  storage::v1::StoredEventMention row;
  row.set_sketch(sketch);
  row.set_traits(telling.clause->row);
  telling.row = SerializeRow(row);
}

// Clauses of two days and their month, of few names, kinds and words, so that many match, and some but over others.
EventTelling MakeTelling(Lots& lots, const std::string& id) {
  v1::Event event;
  event.set_type(lots.Draw(5) == 0 ? v1::EVENT_TYPE_STATEMENT : v1::EVENT_TYPE_MEETING);
  const std::vector<std::string> words = {"반도체",     "공장을", "새로",     "지역",   "상인과", "물가를",
                                          "간담회에서", "오찬을", "워크숍을", "개교식", "점검",   "약속"};
  std::string summary;
  for (int word = 0; word < 4; ++word) summary += words[static_cast<size_t>(lots.Draw(12))] + " ";
  event.set_summary(summary + "말했다");
  event.set_predicate(lots.Draw(2) == 0 ? "말하다" : "열다");
  std::vector<NameKey> names = {NameKeyOf(v1::ENTITY_TYPE_PERSON, "윤하경")};
  const std::vector<std::string> others = {"가람시", "한빛전자", "누리대"};
  if (lots.Draw(2) == 0) {
    names.push_back(NameKeyOf(v1::ENTITY_TYPE_ORGANIZATION, others[static_cast<size_t>(lots.Draw(3))]));
  }
  if (lots.Draw(6) == 0) names.push_back(NameKeyOf(v1::ENTITY_TYPE_NAMED_EVENT, "가람영화제"));
  EventTraits traits = TraitsOf(event, names, {});
  const int when = lots.Draw(8);
  traits.first_day = kDay + (when < 6 ? when % 2 : 0);
  traits.last_day = when < 6 ? traits.first_day : when == 6 ? kDay + 5 : kDay + 90;
  EventTelling telling = {.article_id = "a" + id, .clause = MakeClause(id, std::move(traits))};
  SetRow(telling, static_cast<uint64_t>(lots.Draw(3)));
  return telling;
}

std::string IdOf(int number) {
  return std::string(1, static_cast<char>('a' + number * 7 % 26)) + std::to_string(number);
}

using GroupsOf = std::map<std::string, std::set<std::string>>;

MapRows::Map Batch(const EventTellings& tellings, size_t leaders) {
  MapRows rows;
  EXPECT_TRUE(GroupEvents(rows, tellings, leaders).ok());
  return rows.rows();
}

// Every change at random, of one or several clauses, gives what the slow way gives for those that stand: with so few leaders that
// most blocks are hot.
TEST(RegroupEvents, EveryChangeGivesTheSlowGrouping) {
  size_t joined = 0;
  for (uint32_t seed = 1; seed <= 120; ++seed) {
    Lots lots(seed);
    const size_t leaders = 1 + seed % 4;
    MapRows rows;
    EventTellings standing;
    for (int change = 0; change < 40; ++change) {
      EventTellings before;
      EventTellings after;
      for (int clause = 1 + lots.Draw(3); clause > 0; --clause) {
        const std::string id = IdOf(lots.Draw(30));
        if (before.contains(id) || after.contains(id)) continue;
        if (const auto old = standing.find(id); old != standing.end()) before.insert(*old);
        if (!before.contains(id) || lots.Draw(3) == 0) after[id] = MakeTelling(lots, id);
        if (before.contains(id) && lots.Draw(6) == 0) {
          after[id] = before[id];
          SetRow(after[id], 7);
        }
      }
      ASSERT_TRUE(RegroupEvents(rows, before, after, leaders).ok());
      for (const auto& [id, telling] : before) standing.erase(id);
      for (const auto& [id, telling] : after) standing[id] = telling;
      ASSERT_TRUE(rows.rows() == Batch(standing, leaders)) << "seed " << seed << ", change " << change;
    }
    GroupsOf groups;
    for (const auto& [id, telling] : standing) groups[*EventGroups(rows).GroupOf(id)].insert(id);
    joined += standing.size() - groups.size();
  }
  EXPECT_GT(joined, 200U) << "clauses that are in the group of another one";
}

bool HasClauses(const MapRows::Map& rows, const std::string& group) {
  const auto row = rows.lower_bound({Family::kEventMentions, TextPrefix(group)});
  return row != rows.end() && row->first.first == Family::kEventMentions &&
         KeyReader(row->first.second).Text() == group;
}

// The groups to fold anew are those that changed, and those that are gone; new ones have not been there.
TEST(RegroupEvents, SaysWhichGroupsChanged) {
  for (uint32_t seed = 500; seed < 540; ++seed) {
    Lots lots(seed);
    MapRows rows;
    EventTellings standing;
    for (int change = 0; change < 30; ++change) {
      EventTellings before;
      EventTellings after;
      const std::string id = IdOf(lots.Draw(25));
      if (const auto old = standing.find(id); old != standing.end()) before.insert(*old);
      if (before.empty() || lots.Draw(2) == 0) after[id] = MakeTelling(lots, id);
      const MapRows::Map was = rows.rows();
      const auto changed = RegroupEvents(rows, before, after, 2);
      ASSERT_TRUE(changed.ok());
      for (const MapRows::Map* each : {&was, &rows.rows()}) {
        const MapRows::Map& other = each == &was ? rows.rows() : was;
        for (const auto& [row, value] : *each) {
          const auto same = other.find(row);
          if (row.first != Family::kEventMentions || (same != other.end() && same->second == value)) continue;
          EXPECT_TRUE(changed->contains(KeyReader(row.second).Text().value_or("")));
        }
      }
      for (const auto& [group, how] : *changed) EXPECT_FALSE(how.is_new && HasClauses(was, group)) << group;
      for (const auto& [gone, telling] : before) standing.erase(gone);
      for (const auto& [come, telling] : after) standing[come] = telling;
    }
  }
}

// A clause alone is its event, and the smallest of several is theirs: no row says so.
TEST(RegroupEvents, ARowSaysOnlyThatAClauseIsInTheGroupOfAnother) {
  Lots lots(3);
  const EventTelling telling = MakeTelling(lots, "b1");
  const auto called = [&telling](const std::string& id) {
    EventTelling same = telling;
    same.clause = MakeClause(id, telling.clause->traits);
    return EventTellings{{id, same}};
  };
  MapRows rows;
  ASSERT_TRUE(RegroupEvents(rows, {}, called("b1")).ok());
  EXPECT_FALSE(*rows.First(Family::kEventIds, ""));
  EXPECT_EQ(*EventGroups(rows).GroupOf("b1"), "b1");
  ASSERT_TRUE(RegroupEvents(rows, {}, called("c1")).ok());
  EXPECT_EQ(*rows.Get(Family::kEventIds, TextPrefix("c1")), "b1");
  ASSERT_TRUE(RegroupEvents(rows, {}, called("a1")).ok());
  EXPECT_EQ(*rows.Get(Family::kEventIds, TextPrefix("b1")), "a1");
  ASSERT_TRUE(RegroupEvents(rows, called("a1"), {}).ok());
  EXPECT_FALSE(*rows.Get(Family::kEventIds, TextPrefix("b1")));
  EXPECT_EQ(*EventGroups(rows).GroupOf("c1"), "b1");
}

}  // namespace
}  // namespace sillok::query
