#include "ingest/date/date_rules.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <utility>

#include "ingest/date/date_lexicon.h"

namespace sillok::ingest {
namespace {

struct RuleRow {
  std::string_view name;
  // Words separated by spaces; '|' between readings of one word, '?' after one that may be missing.
  std::string_view pattern;
};

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
    {"year_month", "toward? Y month part?"},
    {"year_same_month", "Y context_month"},
    {"year_quarter", "toward? Y quarter part?"},
    {"year_half", "toward? Y half part?"},
    {"year_season", "toward? Y season part?"},
    {"year_holiday", "Y holiday|weak_holiday"},
    {"year_part", "toward? Y part|year_part"},
    {"year", "toward? year|rel_year|context_year"},
    {"decade", "decade part?"},
    {"century", "century part?"},
    // Counted from the month of writing or the month last spoken of.
    {"relative_month_day", "rel_month day weekday?"},
    {"relative_month_nth_week", "rel_month ordinal week_unit weekday|week_part?"},
    {"relative_month_nth_week", "rel_month week_no weekday|week_part?"},
    {"relative_month_nth_weekday", "rel_month ordinal weekday"},
    {"relative_month", "rel_month part?"},
    {"same_month_day", "context_month day weekday?"},
    {"same_month", "context_month part?"},
    {"relative_quarter", "rel_quarter part?"},
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
    {"last_month", "past month part?"},
    {"last_day", "past|past_day day weekday?"},
    {"last_weekday", "past weekday"},
    {"last_quarter", "past quarter part?"},
    {"last_half", "past half part?"},
    {"last_season", "past season part?"},
    {"last_holiday", "past holiday|weak_holiday"},
    {"last_year_part", "past year_part|month_part"},
    {"next_month_day", "next month day weekday?"},
    {"next_month_nth_week", "next month ordinal week_unit weekday?"},
    {"next_month", "next month part?"},
    {"next_day", "next day weekday?"},
    {"next_weekday", "next weekday"},
    {"next_weekend", "next week_part"},
    {"next_quarter", "next quarter part?"},
    {"next_half", "next half part?"},
    {"next_season", "next season part?"},
    {"next_holiday", "next holiday|weak_holiday"},
    {"next_year_part", "next year_part|month_part"},
    {"this_month_day", "this month day weekday?"},
    {"this_month", "this month part?"},
    {"this_day", "this day weekday?"},
    {"this_weekday", "this weekday"},
    {"this_quarter", "this quarter part?"},
    {"this_half", "this half part?"},
    {"this_season", "this season part?"},
    {"this_holiday", "this holiday|weak_holiday"},
    // Counts.
    {"ago", "years|months|weeks|days before"},
    {"later_than_then", "from_then years|months|weeks|days after"},
    {"earlier_than_then", "from_then years|months|weeks|days before"},
    {"later", "years|months|weeks|days after"},
    {"last_span", "past|recent years|months|weeks|days duration?"},
    {"coming_span", "coming|next years|months|weeks|days duration?"},
    // Bare: the sentence and the time of writing decide.
    {"month_day", "month day weekday?"},
    {"month_nth_week", "month ordinal week_unit weekday|week_part?"},
    {"month_nth_week", "month week_no weekday|week_part?"},
    {"month_nth_weekday", "month ordinal weekday"},
    {"month", "month part?"},
    {"day", "day weekday?"},
    {"weekday", "weekday"},
    {"quarter", "quarter part?"},
    {"half", "half part?"},
    {"season", "season part?"},
    {"holiday", "holiday"},
    {"year_end_or_beginning", "year_part"},
    {"month_end_or_beginning", "month_part"},
    {"week_end_or_beginning", "week_part"},
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
    {"this_year_prefix", DateKind::kThisYearPrefix},
    {"context_day", DateKind::kContextDay},
    {"context_month", DateKind::kContextMonth},
    {"context_year", DateKind::kContextYear},
    {"context_time", DateKind::kContextTime},
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

constexpr uint64_t Bit(DateKind kind) { return uint64_t{1} << static_cast<int>(kind); }

constexpr uint64_t kSuffixes = Bit(DateKind::kPart) | Bit(DateKind::kBefore) | Bit(DateKind::kAfter) |
                               Bit(DateKind::kDuration) | Bit(DateKind::kPerDay) | Bit(DateKind::kWeekUnit);

struct Element {
  uint64_t kinds = 0;
  bool optional = false;
};

struct Rule {
  std::string_view name;
  std::vector<Element> elements;
  uint64_t first = 0;  // kinds that a match can begin with
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

Element ParseElement(std::string_view word) {
  Element element;
  element.optional = word.ends_with('?');
  if (element.optional) word.remove_suffix(1);
  while (!word.empty()) {
    const size_t bar = std::min(word.find('|'), word.size());
    element.kinds |= KindsNamed(word.substr(0, bar));
    word.remove_prefix(std::min(bar + 1, word.size()));
  }
  return element;
}

std::vector<Rule> ParseRules() {
  std::vector<Rule> rules;
  for (const RuleRow& row : kRules) {
    Rule rule{row.name, {}, 0};
    std::string_view rest = row.pattern;
    bool leading = true;
    while (!rest.empty()) {
      const size_t space = std::min(rest.find(' '), rest.size());
      rule.elements.push_back(ParseElement(rest.substr(0, space)));
      if (leading) rule.first |= rule.elements.back().kinds;
      leading = leading && rule.elements.back().optional;
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

const std::vector<Rule>& Rules() {
  static const std::vector<Rule>* const rules = new std::vector<Rule>(ParseRules());
  return *rules;
}

// Which token was read as which kind.
struct Reading {
  std::array<DateKind, 8> kinds{};
  size_t count = 0;
};

class Matcher {
 public:
  explicit Matcher(std::string_view text)
      : text_(text), lexicon_(DateLexicon::Get()), tokens_(TokenizeDates(text)) {}

  std::vector<DateMatch> Run() {
    for (size_t at = 0; at < tokens_.size();) at = Step(at);
    return std::move(matches_);
  }

 private:
  size_t Step(size_t at) {
    if (tokens_[at].Is(DateKind::kException)) return at + 1;
    if (tokens_[at].Is(DateKind::kRecurring)) return SkipRecurring(at + 1);
    DateMatch match;
    const size_t count = Longest(at, match);
    if (count == 0) return at + 1;
    Add(match);
    return at + count;
  }

  // 매주 금요일, and what is joined to it by a comma or 과.
  size_t SkipRecurring(size_t at) const {
    DateMatch ignored;
    bool joined = at < tokens_.size() && tokens_[at].joined;
    while (joined) {
      const size_t count = Longest(at, ignored);
      if (count == 0) break;
      at += count;
      joined =
          at < tokens_.size() && IsConjunction(Between(tokens_[at - 1].span.end, tokens_[at].span.begin));
    }
    return at;
  }

  // The number of tokens of the longest match at `at`, 0 when there is none.
  size_t Longest(size_t at, DateMatch& match) const {
    size_t longest = 0;
    for (const Rule& rule : Rules()) {
      if ((rule.first & tokens_[at].kinds) == 0) continue;
      Reading reading;
      if (!Matches(rule, 0, at, reading) || reading.count <= longest) continue;
      longest = reading.count;
      match.from = PartialDate();
      match.from.rule = rule.name;
      match.span = {tokens_[at].span.begin, tokens_[at + longest - 1].span.end};
      for (size_t i = 0; i < longest; ++i) match.from.Apply(tokens_[at + i], reading.kinds[i]);
      if (rule.name == "last_span") match.from.count.shape = CountShape::kLast;
      if (rule.name == "coming_span") match.from.count.shape = CountShape::kComing;
    }
    return longest;
  }

  // Matches rule.elements[element…] with the tokens from `at`, longest first.
  bool Matches(const Rule& rule, size_t element, size_t at, Reading& reading) const {
    if (element == rule.elements.size()) return MayEnd(rule, at - 1, reading);
    const Element& wanted = rule.elements[element];
    const bool reachable = at < tokens_.size() && (reading.count == 0 || tokens_[at].joined);
    const uint64_t kinds = reachable ? tokens_[at].kinds & wanted.kinds : 0;
    if (kinds != 0 && reading.count < reading.kinds.size()) {
      reading.kinds[reading.count++] = static_cast<DateKind>(std::countr_zero(kinds));
      if (Matches(rule, element + 1, at + 1, reading)) return true;
      --reading.count;
    }
    return wanted.optional && Matches(rule, element + 1, at, reading);
  }

  // Whether the word may end after token `last`, and what follows leaves it a date.
  bool MayEnd(const Rule& rule, size_t last, const Reading& reading) const {
    if (reading.count == 0) return false;
    const DateToken& token = tokens_[last];
    const DateKind kind = reading.kinds[reading.count - 1];
    const bool followed = last + 1 < tokens_.size() && tokens_[last + 1].joined;
    const bool adjacent = followed && tokens_[last + 1].span.begin == token.span.end;
    const bool span = rule.name == "last_span" || rule.name == "coming_span";
    if (followed && tokens_[last + 1].Is(DateKind::kDuration) && !span) {
      // 3월 이내 and 2024년 이상 are lengths of time or bounds only where the number can be counted.
      if (kind == DateKind::kDay || kind == DateKind::kQuarter || kind == DateKind::kWeekday || adjacent) {
        return false;
      }
    }
    if (followed && kind == DateKind::kDay && tokens_[last + 1].Is(DateKind::kPerDay)) return false;
    if (rule.name == "day" && !BareDayMayStand(last, reading.count)) return false;
    if ((rule.name == "season" || rule.name == "week_end_or_beginning") && !SeasonMayStand(token)) {
      return false;
    }
    if (rule.name == "month" && token.spelled && token.value <= 2) return false;
    if (rule.name == "last_span" && kind != DateKind::kDuration && token.Is(DateKind::kDay) &&
        !token.spelled && !CountsDays(token)) {
      return false;
    }
    if (kind == DateKind::kDuration || lexicon_.EndsWord(text_, token.span.end)) return true;
    return adjacent && (tokens_[last + 1].kinds & kSuffixes) == 0;
  }

  // 이틀 counts, 3일 names a day.
  [[nodiscard]] bool CountsDays(const DateToken& token) const {
    return text_[token.span.begin] < '0' || text_[token.span.begin] > '9';
  }

  [[nodiscard]] bool BareDayMayStand(size_t last, size_t count) const {
    const DateToken& day = tokens_[last - (count - 1)];
    if (day.spelled) return false;
    // 1일 2회: a rate.
    const size_t end = day.span.end;
    if (day.value != 1 || end + 1 >= text_.size() || text_[end] != ' ') return true;
    size_t at = end + 1;
    while (at < text_.size() && at < end + 6 && (text_[at] >= '0' && text_[at] <= '9')) ++at;
    if (at == end + 1 || at >= text_.size()) return true;
    if (text_[at] == ' ' && at + 1 < text_.size()) ++at;
    const LexiconMatch<DateWord> unit = lexicon_.MatchWord(text_, at, true);
    return unit.length == 0 || unit.value.kind != DateKind::kPerDay;
  }

  // A bare season or weekend is a time only with a particle of time: 가을에, 주말부터.
  [[nodiscard]] bool SeasonMayStand(const DateToken& token) const {
    constexpr std::array<std::string_view, 6> kParticles = {"에", "부터", "까지", "께", "쯤", "엔"};
    const std::string_view rest = text_.substr(token.span.end);
    for (const std::string_view particle : kParticles) {
      if (rest.starts_with(particle)) return true;
    }
    return false;
  }

  [[nodiscard]] std::string_view Between(int begin, int end) const {
    return text_.substr(begin, end - begin);
  }

  static bool IsDash(std::string_view gap) {
    if (gap.starts_with(' ')) gap.remove_prefix(1);
    if (gap.ends_with(' ')) gap.remove_suffix(1);
    return gap == "~" || gap == "∼" || gap == "～" || gap == "–" || gap == "-";
  }
  static bool IsConjunction(std::string_view gap) {
    return gap == "과 " || gap == "와 " || gap == ", " || gap == "·" || gap == " 및 " || gap == "," ||
           gap == "이나 ";
  }

  // Appends a match, or makes it the end of the range that the one before begins.
  void Add(const DateMatch& match) {
    if (!matches_.empty() && !matches_.back().until && match.from.count.unit == Unit::kNone) {
      DateMatch& before = matches_.back();
      const std::string_view gap = Between(before.span.end, match.span.begin);
      constexpr std::string_view kUntil = "까지";
      const bool until = text_.substr(match.span.end).starts_with(kUntil);
      if (IsDash(gap) || (until && (gap == "부터 " || gap == "부터" || gap == "에서 "))) {
        before.until = match.from;
        before.span.end = match.span.end + (until ? static_cast<int>(kUntil.size()) : 0);
        return;
      }
    }
    matches_.push_back(match);
  }

  std::string_view text_;
  const DateLexicon& lexicon_;
  std::vector<DateToken> tokens_;
  std::vector<DateMatch> matches_;
};

}  // namespace

std::vector<DateMatch> MatchDates(std::string_view text) { return Matcher(text).Run(); }

}  // namespace sillok::ingest
