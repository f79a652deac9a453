#include "ingest/date/rule_table.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sillok::ingest {
namespace {

struct RuleRow {
  std::string_view name;
  // Words separated by spaces; '|' between readings of one word, '?' after one that may be missing. "count" stands for every
  // row of kCounts, "clock" for every row of kClocks.
  std::string_view pattern;
};

// 사흘, 2년 1개월 21일, 한 달 반.
constexpr std::string_view kCounts[] = {
    "years months? days?", "months days?", "weeks days?", "days", "years|months half_more",
};

// 3시간 30분, 한 시간 반, 10분.
constexpr std::string_view kClocks[] = {"hours minutes?", "hours half_more", "minutes"};

// A reader's list. The longest match wins, then the earlier row. Y is a year in any form.
constexpr RuleRow kRules[] = {
    // Stated in full, or counted from a year.
    {"full_date", "full_date weekday?"},
    {"year_month_numeric", "year_month"},
    {"month_day_numeric", "month_day weekday?"},
    {"year_month_day", "toward? Y month day weekday?"},
    {"year_month_nth_week", "toward? Y month ordinal week_unit weekday|week_part?"},
    {"year_month_nth_week", "toward? Y month week_no weekday|week_part?"},
    {"year_month_nth_weekday", "toward? Y month ordinal weekday"},
    {"year_nth_week", "Y ordinal week_unit weekday|week_part?"},
    {"year_nth_week", "Y week_no weekday|week_part?"},
    {"year_lunar_month_day", "Y lunar month day"},
    {"era_year_month_day", "era year|years month day"},
    {"era_year", "era year|years"},
    {"year_month", "toward? Y month part?"},
    {"year_same_month", "Y context_month|this_time"},
    {"year_same_period", "Y context_period"},
    {"year_same_day", "Y rel_day"},
    {"year_quarter", "toward? Y quarter part?"},
    {"year_half", "toward? Y half part?"},
    {"year_season", "toward? Y season part?"},
    {"year_holiday", "Y holiday|weak_holiday part?"},
    {"year_part", "toward? Y part|year_part"},
    {"year", "toward? year|rel_year|context_year"},
    {"sexagenary_year", "sexagenary"},
    {"decade", "decade part?"},
    {"century", "century|rel_century part?"},
    // Counted from the month of writing or the month last spoken of.
    {"relative_month_day", "rel_month day weekday?"},
    {"relative_month_nth_week", "rel_month ordinal week_unit weekday|week_part?"},
    {"relative_month_nth_week", "rel_month week_no weekday|week_part?"},
    {"relative_month_nth_weekday", "rel_month ordinal weekday"},
    {"relative_month", "rel_month part?"},
    {"same_month_day", "context_month day weekday?"},
    {"same_month", "context_month part?"},
    {"relative_quarter", "rel_quarter part?"},
    {"same_quarter", "context_quarter part?"},
    {"relative_half", "rel_half part?"},
    // Weeks and days.
    {"relative_week_day", "rel_week weekday"},
    {"relative_week_part", "rel_week week_part|part"},
    {"relative_week", "rel_week"},
    {"relative_weekend", "rel_weekend weekday?"},
    {"relative_day", "rel_day weekday?"},
    {"same_day", "context_day weekday?"},
    {"same_time", "context_time"},
    // 지난, 오는, 이번.
    {"last_month_day", "past month day weekday?"},
    {"last_month_nth_week", "past month ordinal week_unit weekday?"},
    {"last_month_nth_weekday", "past month ordinal weekday"},
    {"last_month", "past month part?"},
    {"last_day", "past|past_day day weekday?"},
    {"last_weekday", "past weekday"},
    {"last_quarter", "past quarter part?"},
    {"last_half", "past half part?"},
    {"last_season", "past season part?"},
    {"last_holiday", "past holiday|weak_holiday part?"},
    {"last_year_part", "past year_part|month_part"},
    {"next_month_day", "next month day weekday?"},
    {"next_month_nth_week", "next month ordinal week_unit weekday?"},
    {"next_month_nth_weekday", "next month ordinal weekday"},
    {"next_month", "next month part?"},
    {"next_day", "next day weekday?"},
    {"next_weekday", "next weekday"},
    {"next_weekend", "next week_part"},
    {"next_quarter", "next quarter part?"},
    {"next_half", "next half part?"},
    {"next_season", "next season part?"},
    {"next_holiday", "next holiday|weak_holiday part?"},
    {"next_year_part", "next year_part|month_part"},
    {"this_month_day", "this month day weekday?"},
    {"this_month_nth_week", "this month ordinal week_unit weekday?"},
    {"this_month_nth_weekday", "this month ordinal weekday"},
    {"this_month", "this month part?"},
    {"this_day", "this day weekday?"},
    {"this_weekday", "this weekday"},
    {"this_quarter", "this quarter part?"},
    {"this_half", "this half part?"},
    {"this_season", "this season part?"},
    {"this_holiday", "this holiday|weak_holiday part?"},
    // Counts.
    {"ago", "count before"},
    {"ago_today", "count before rel_day|this_time"},
    {"weeks_ago_weekday", "weeks before weekday"},
    {"weeks_later_weekday", "weeks after weekday"},
    {"weeks_ago_part", "weeks before week_part"},
    {"years_ago_month", "years before month day?"},
    {"years_ago_season", "years before season"},
    {"years_ago_holiday", "years before holiday|weak_holiday"},
    {"years_later_month", "years after month day?"},
    {"hours_ago", "clock before"},
    {"hours_later", "coming? clock after"},
    {"later_than_then", "from_then clock after"},
    {"earlier_than_then", "from_then clock before"},
    {"later_than_then", "from_then count after"},
    {"earlier_than_then", "from_then count before"},
    {"later", "coming? count after"},
    {"last_span", "past|recent count duration?"},
    {"coming_span", "coming|next count duration?"},
    // Bare: the sentence and the time of writing decide.
    {"month_day", "month day weekday?"},
    {"month_nth_week", "month ordinal week_unit weekday|week_part?"},
    {"month_nth_week", "month week_no weekday|week_part?"},
    {"month_nth_weekday", "month ordinal weekday"},
    {"nth_week", "ordinal week_unit weekday?"},
    {"nth_weekday", "ordinal weekday"},
    {"lunar_month_day", "lunar month day"},
    {"lunar_month", "lunar month part?"},
    {"month", "month part?"},
    {"day", "day weekday?"},
    {"weekday", "weekday"},
    {"quarter", "quarter part?"},
    {"half", "half part?"},
    {"season", "season part?"},
    {"holiday", "holiday part?"},
    {"holiday", "weak_holiday"},
    {"year", "short_year"},
    {"year_end_or_beginning", "year_part"},
    {"month_end_or_beginning", "month_part"},
    {"week_end_or_beginning", "week_part"},
    {"now", "now"},
};

constexpr std::pair<std::string_view, DateKind> kKindNames[] = {
    {"year", DateKind::kYear},
    {"short_year", DateKind::kShortYear},
    {"month", DateKind::kMonth},
    {"day", DateKind::kDay},
    {"full_date", DateKind::kFullDate},
    {"year_month", DateKind::kYearMonth},
    {"month_day", DateKind::kMonthDay},
    {"years", DateKind::kYears},
    {"months", DateKind::kMonths},
    {"weeks", DateKind::kWeeks},
    {"hours", DateKind::kHours},
    {"minutes", DateKind::kMinutes},
    {"days", DateKind::kDays},
    {"week_no", DateKind::kWeekNo},
    {"quarter", DateKind::kQuarter},
    {"half", DateKind::kHalf},
    {"season", DateKind::kSeason},
    {"decade", DateKind::kDecade},
    {"century", DateKind::kCentury},
    {"weekday", DateKind::kWeekday},
    {"ordinal", DateKind::kOrdinal},
    {"week_unit", DateKind::kWeekUnit},
    {"rel_day", DateKind::kRelDay},
    {"rel_week", DateKind::kRelWeek},
    {"rel_weekend", DateKind::kRelWeekend},
    {"rel_month", DateKind::kRelMonth},
    {"rel_quarter", DateKind::kRelQuarter},
    {"rel_half", DateKind::kRelHalf},
    {"rel_year", DateKind::kRelYear},
    {"rel_century", DateKind::kRelCentury},
    {"this_year_prefix", DateKind::kThisYearPrefix},
    {"context_day", DateKind::kContextDay},
    {"context_month", DateKind::kContextMonth},
    {"context_quarter", DateKind::kContextQuarter},
    {"context_year", DateKind::kContextYear},
    {"context_time", DateKind::kContextTime},
    {"context_period", DateKind::kContextPeriod},
    {"this_time", DateKind::kThisTime},
    {"now", DateKind::kNow},
    {"lunar", DateKind::kLunar},
    {"era", DateKind::kEra},
    {"sexagenary", DateKind::kSexagenary},
    {"half_more", DateKind::kHalfMore},
    {"from_then", DateKind::kFromThen},
    {"past", DateKind::kPast},
    {"past_day", DateKind::kPastDay},
    {"next", DateKind::kNext},
    {"this", DateKind::kThis},
    {"recent", DateKind::kRecent},
    {"coming", DateKind::kComing},
    {"part", DateKind::kPart},
    {"year_part", DateKind::kYearPart},
    {"month_part", DateKind::kMonthPart},
    {"week_part", DateKind::kWeekPart},
    {"holiday", DateKind::kHoliday},
    {"weak_holiday", DateKind::kWeakHoliday},
    {"before", DateKind::kBefore},
    {"after", DateKind::kAfter},
    {"duration", DateKind::kDuration},
};

uint64_t KindsNamed(std::string_view name) {
  if (name == "Y") {
    return Bit(DateKind::kYear) | Bit(DateKind::kShortYear) | Bit(DateKind::kRelYear) |
           Bit(DateKind::kContextYear) | Bit(DateKind::kThisYearPrefix);
  }
  if (name == "toward") return Bit(DateKind::kPast) | Bit(DateKind::kNext) | Bit(DateKind::kThis);
  for (const auto& [known, kind] : kKindNames) {
    if (known == name) return Bit(kind);
  }
  return 0;
}

RuleElement ParseElement(std::string_view word) {
  RuleElement element;
  element.optional = word.ends_with('?');
  if (element.optional) word.remove_suffix(1);
  while (!word.empty()) {
    const size_t bar = std::min(word.find('|'), word.size());
    element.kinds |= KindsNamed(word.substr(0, bar));
    word.remove_prefix(std::min(bar + 1, word.size()));
  }
  return element;
}

DateRule ParseRule(std::string_view name, std::string_view pattern) {
  DateRule rule{name, {}, 0};
  bool leading = true;
  while (!pattern.empty()) {
    const size_t space = std::min(pattern.find(' '), pattern.size());
    rule.elements.push_back(ParseElement(pattern.substr(0, space)));
    if (leading) rule.first |= rule.elements.back().kinds;
    leading = leading && rule.elements.back().optional;
    pattern.remove_prefix(std::min(space + 1, pattern.size()));
  }
  return rule;
}

// Which rules begin with which kind.
std::array<DateRuleSet, 64> IndexRules(const std::vector<DateRule>& rules) {
  std::array<DateRuleSet, 64> index;
  for (size_t rule = 0; rule < std::min(rules.size(), DateRuleSet::kEnd); ++rule) {
    for (size_t kind = 0; kind < index.size(); ++kind) {
      if (((rules[rule].first >> kind) & 1) != 0) index[kind].Add(rule);
    }
  }
  return index;
}

// Adds `row` with every one of `lengths` for `word`; false when it does not hold the word.
template <size_t N>
bool AddLengths(const RuleRow& row, std::string_view word, const std::string_view (&lengths)[N],
                std::vector<DateRule>& rules) {
  const size_t at = row.pattern.find(word);
  if (at == std::string_view::npos) return false;
  for (const std::string_view length : lengths) {
    rules.push_back(
        ParseRule(row.name, std::string(row.pattern).replace(at, word.size(), std::string(length))));
  }
  return true;
}

std::vector<DateRule> ParseRules() {
  std::vector<DateRule> rules;
  for (const RuleRow& row : kRules) {
    if (AddLengths(row, "count", kCounts, rules) || AddLengths(row, "clock", kClocks, rules)) continue;
    rules.push_back(ParseRule(row.name, row.pattern));
  }
  return rules;
}

}  // namespace

const std::vector<DateRule>& DateRules() {
  static const std::vector<DateRule>* const rules = new std::vector<DateRule>(ParseRules());
  return *rules;
}

DateRuleSet DateRulesFrom(uint64_t kinds) {
  static const auto* const index = new std::array<DateRuleSet, 64>(IndexRules(DateRules()));
  DateRuleSet rules;
  for (; kinds != 0; kinds &= kinds - 1) rules |= (*index)[static_cast<size_t>(std::countr_zero(kinds))];
  return rules;
}

}  // namespace sillok::ingest
