#include "query/view/keys.h"

#include <algorithm>
#include <vector>

#include "gtest/gtest.h"
#include "query/view/article_counter.h"
#include "query/view/copies.h"
#include "query/view/relation_key.h"

namespace sillok::query {
namespace {

const NameKey kKey = {v1::ENTITY_TYPE_ORGANIZATION, "오픈ai"};

TEST(Keys, FamiliesStandInTheOrderOfTheEnum) {
  for (size_t index = 0; index < Families().size(); ++index) {
    EXPECT_EQ(static_cast<size_t>(Families()[index].family), index) << Families()[index].name;
  }
  EXPECT_EQ(InfoOf(Family::kMeta).name, "meta");
  EXPECT_EQ(InfoOf(Family::kTimeline).name, "timeline");
}

TEST(Keys, AreSaidInWords) {
  const DayNumber day = DayNumberOf("2024-03-18");
  const std::vector<std::string> position = {"대표", "한빛전자", "2/한빛전자"};
  std::string quote = QuotePrefix(kKey, QuoteRole::kAbout);
  AppendFactKey({day, day}, "a1", 3, quote);
  std::string quantity = QuantityPrefix(kKey, "직원");
  AppendFactKey({}, "a1", 0, quantity);
  const RelationHead head = {v1::RELATION_KIND_SUBSIDIARY, RelationSide::kSubject, "자회사", "2/한빛"};
  const std::string relation = NamePrefix(kKey) + RelationPart(head) +
                               RelationTail({{day, day}, v1::EVENT_STATUS_REPORTED, kNoDay, "a1", 2});
  const std::vector<std::tuple<Family, std::string, std::string>> cases = {
      {Family::kArticles, ArticleOriginKey("a1", "0fe2"), "'a1' '0fe2'"},
      {Family::kArticlesByDate, ArticleByDateKey(day, "a1"), "2024-03-18 'a1'"},
      {Family::kArticlesByDate, ArticleByDateKey(kNoDay, "a1"), "undated 'a1'"},
      {Family::kNames, NameRowKey("openai", kKey), "'openai' 2 '오픈ai' ''"},
      {Family::kNameInitials, NameInitialsKey(NameRowKey("오픈ai", kKey)), "'ㅇㅍai' '오픈ai' 2 '오픈ai' ''"},
      {Family::kNameTitles, NameTitleKey("임", "정책실장", {v1::ENTITY_TYPE_PERSON, "임정욱"}),
       "'임' '장실책정' 1 '임정욱' ''"},
      {Family::kNameTotals, NamePrefix(kKey), "2 '오픈ai' ''"},
      {Family::kEntityDays, EntityDayKey(kKey, day, "a1", "07f3"), "2 '오픈ai' '' 2024-03-18 'a1' '07f3'"},
      {Family::kPositionDays, PositionDayKey(kKey, position, DayEnd::kLast, day, "a1", 2),
       "2 '오픈ai' '' '대표' '한빛전자' '2/한빛전자' 2 2024-03-18 'a1' 2"},
      {Family::kEventMentions, EventMentionKey("9c", day, "a1", 4, "19"), "'9c' 2024-03-18 'a1' 4 '19'"},
      {Family::kTimeline, TimelineKey(kKey, {{day, day}, "9c"}), "2 '오픈ai' '' 2024-03-18 2024-03-18 '9c'"},
      {Family::kQuotes, quote, "2 '오픈ai' '' 2 2024-03-18 2024-03-18 'a1' 3"},
      {Family::kQuantities, quantity, "2 '오픈ai' '' '직원' undated undated 'a1' 0"},
      {Family::kRelations, relation,
       "2 '오픈ai' '' 6 1 '자회사' '2/한빛' 2024-03-18 2024-03-18 1 undated 'a1' 2"},
      {Family::kArticleCounts, ArticleCountKey(TallySpan::kMonth, MonthOf(day)), "1 2024-03-01"},
      {Family::kSketchBands, SketchBandKey(1, 0x0001000200030004, "a1"), "1 131075 262145 'a1'"},
  };
  for (const auto& [family, key, words] : cases) EXPECT_EQ(DescribeKey(family, key), words);
  EXPECT_EQ(DescribeKey(Family::kNameTotals, "\x02"), "0x02");
}

TEST(Keys, RelationsAreTakenApartAgain) {
  const RelationHead head = {v1::RELATION_KIND_POSITION, RelationSide::kObject, "대표",
                             "1/박서준\tbusiness/한빛"};
  const RelationRow row = {{10, 12}, v1::EVENT_STATUS_PLANNED, 9, "a1", 7};
  const std::optional<ParsedRelationPart> parsed = ParseRelationPart(RelationPart(head) + RelationTail(row));
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(parsed->part, RelationPart(head));
  EXPECT_EQ(parsed->head.other, head.other);
  const std::optional<RelationRow> tail = ParseRelationTail(RelationTail(row));
  ASSERT_TRUE(tail.has_value());
  EXPECT_EQ(RelationTail(*tail), RelationTail(row));
  EXPECT_FALSE(ParseRelationPart("short").has_value());
  EXPECT_FALSE(ParseRelationTail("short").has_value());
  EXPECT_FALSE(ParseNameKey(OtherOfWords("2/한빛")).has_value());
}

TEST(Keys, OnlyFormsWithASyllableHaveInitials) { EXPECT_EQ(NameInitialsKey(NameRowKey("openai", kKey)), ""); }

TEST(Keys, TitlesWithOneEndAreARange) {
  const NameKey person = {v1::ENTITY_TYPE_PERSON, "임정욱"};
  EXPECT_TRUE(NameTitleKey("임", "정책실장", person).starts_with(NameTitlePrefix("임", "실장")));
  EXPECT_FALSE(NameTitleKey("임", "실장보", person).starts_with(NameTitlePrefix("임", "실장")));
}

TEST(Keys, TimelinesSortByDayThenGroupUnresolvedLast) {
  const std::vector<TimelinePosition> in_order = {{{10, 10}, "b"}, {{10, 12}, "a"}, {{11, 11}, "a"},
                                                  {{11, 11}, "b"}, {{}, "a"},       {{}, "b"}};
  std::vector<std::string> keys;
  for (const TimelinePosition& position : in_order) {
    keys.push_back(TimelineKey(kKey, position));
    EXPECT_EQ(ParseTimelinePosition(std::string_view(keys.back()).substr(NamePrefix(kKey).size())), position);
  }
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(ParseTimelinePosition("short"), std::nullopt);
}

TEST(Keys, NewestArticlesComeFirstUndatedLast) {
  EXPECT_LT(ArticleByDateKey(20, "z"), ArticleByDateKey(19, "a"));
  EXPECT_LT(ArticleByDateKey(0, "z"), ArticleByDateKey(kNoDay, "a"));
  EXPECT_EQ(ArticleDay(ArticleByDateKey(20, "z")), 20U);
  EXPECT_EQ(ArticleDay(ArticleByDateKey(kNoDay, "z")), kNoDay);
}

TEST(Keys, OneNameIsNoPrefixOfAnother) {
  EXPECT_FALSE(NamePrefix({v1::ENTITY_TYPE_PERSON, "김민수"})
                   .starts_with(NamePrefix({v1::ENTITY_TYPE_PERSON, "김민"})));
}

TEST(TimelineBefore, UnresolvedIsLastInBothOrders) {
  const TimelinePosition early = {{10, 10}, "a"};
  const TimelinePosition late = {{11, 11}, "a"};
  const TimelinePosition never = {{}, "a"};
  const TimelinePosition never_either = {{}, "b"};
  EXPECT_TRUE(TimelineBefore(TimelineOrder::kAscending, early, late));
  EXPECT_TRUE(TimelineBefore(TimelineOrder::kDescending, late, early));
  for (const TimelineOrder order : {TimelineOrder::kAscending, TimelineOrder::kDescending}) {
    EXPECT_TRUE(TimelineBefore(order, early, never));
    EXPECT_FALSE(TimelineBefore(order, never, late));
    EXPECT_TRUE(TimelineBefore(order, never, never_either));
    EXPECT_FALSE(TimelineBefore(order, early, early));
  }
}

}  // namespace
}  // namespace sillok::query
