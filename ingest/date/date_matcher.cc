#include "ingest/date/date_matcher.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "ingest/date/beside.h"
#include "ingest/date/date_join.h"
#include "ingest/date/date_lexicon.h"
#include "ingest/date/date_number.h"
#include "ingest/date/rule_table.h"
#include "ingest/date/token_meaning.h"

namespace sillok::ingest {
namespace {

constexpr std::string_view kLastSpan = "last_span";
constexpr std::string_view kComingSpan = "coming_span";

constexpr uint64_t kSuffixes = Bit(DateKind::kPart) | Bit(DateKind::kBefore) | Bit(DateKind::kAfter) |
                               Bit(DateKind::kDuration) | Bit(DateKind::kPerDay) | Bit(DateKind::kWeekUnit);

// What may follow 의 or 하고 within one expression.
constexpr uint64_t kAfterOf = Bit(DateKind::kOrdinal) | Bit(DateKind::kWeekNo) | Bit(DateKind::kPart) |
                              Bit(DateKind::kSeason) | Bit(DateKind::kHoliday) | Bit(DateKind::kQuarter) |
                              Bit(DateKind::kHalf) | Bit(DateKind::kMonth);
constexpr uint64_t kAfterAnd = Bit(DateKind::kMonths) | Bit(DateKind::kDays) | Bit(DateKind::kHalfMore);

// What is finer than a year or a month: no stretch of them has one such (2014~2018년 5월, 3~5월 12일).
constexpr uint64_t kFiner = Bit(DateKind::kMonth) | Bit(DateKind::kDay) | Bit(DateKind::kMonthDay) |
                            Bit(DateKind::kQuarter) | Bit(DateKind::kHalf) | Bit(DateKind::kSeason) |
                            Bit(DateKind::kWeekNo) | Bit(DateKind::kWeekUnit) | Bit(DateKind::kOrdinal) |
                            Bit(DateKind::kHoliday);

bool IsStretch(const DateToken& token) { return token.last > token.value && !token.Is(DateKind::kHoliday); }

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
    return JoinMatches(text_, matches_);
  }

 private:
  size_t Step(size_t at) {
    if (tokens_[at].Is(DateKind::kException)) return at + 1;
    if (tokens_[at].Is(DateKind::kRecurring)) {
      const size_t next = SkipRecurring(at + 1);
      recurring_ = true;
      return next;
    }
    DateMatch match;
    const size_t count = Longest(at, match);
    if (count == 0) return at + 1;
    matches_.push_back(match);
    return at + count;
  }

  // 매주 금요일, and what is joined to it by a comma or 과.
  size_t SkipRecurring(size_t at) const {
    DateMatch ignored;
    bool joined = at < tokens_.size() && tokens_[at].joined();
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
    Reading best;
    const DateRule* rule = nullptr;
    const DateRuleSet candidates = DateRulesFrom(tokens_[at].kinds);
    for (size_t i = candidates.Next(0); i < DateRuleSet::kEnd; i = candidates.Next(i + 1)) {
      Reading reading;
      if (!Matches(DateRules()[i], 0, at, reading) || reading.count <= best.count) continue;
      best = reading;
      rule = &DateRules()[i];
    }
    if (rule == nullptr) return 0;
    match.from = PartialDate();
    match.from.rule = rule->name;
    match.span = {tokens_[at].span.begin, tokens_[at + best.count - 1].span.end};
    for (size_t i = 0; i < best.count; ++i) AddMeaning(tokens_[at + i], best.kinds[i], match.from);
    if (rule->name == kLastSpan) match.from.count.shape = CountShape::kLast;
    if (rule->name == kComingSpan) match.from.count.shape = CountShape::kComing;
    return best.count;
  }

  // The kinds that the token at `at` may be read as where `wanted` is asked for.
  [[nodiscard]] uint64_t KindsAt(size_t at, const RuleElement& wanted, bool first) const {
    if (at >= tokens_.size()) return 0;
    const DateToken& token = tokens_[at];
    uint64_t kinds = token.kinds & wanted.kinds;
    if (!first && IsStretch(tokens_[at - 1])) kinds &= ~kFiner;
    if (first || token.joined()) return kinds;
    if (token.gap == Gap::kAnd) return kinds & kAfterAnd;
    if (token.gap != Gap::kOf) return 0;
    const bool edge = token.value == static_cast<int>(DatePart::kFirstDay) ||
                      token.value == static_cast<int>(DatePart::kLastDay);
    return token.Is(DateKind::kPart) && !edge ? 0 : kinds & kAfterOf;
  }

  // Matches rule.elements[element…] with the tokens from `at`, longest first.
  bool Matches(const DateRule& rule, size_t element, size_t at, Reading& reading) const {
    if (element == rule.elements.size()) return reading.count > 0 && MayEnd(rule, at - 1, reading);
    const RuleElement& wanted = rule.elements[element];
    const uint64_t kinds = KindsAt(at, wanted, reading.count == 0);
    if (kinds != 0 && reading.count < reading.kinds.size()) {
      reading.kinds[reading.count++] = static_cast<DateKind>(std::countr_zero(kinds));
      if (Matches(rule, element + 1, at + 1, reading)) return true;
      --reading.count;
    }
    return wanted.optional && Matches(rule, element + 1, at, reading);
  }

  // Whether the word may end after token `last`, and what follows leaves it a date.
  [[nodiscard]] bool MayEnd(const DateRule& rule, size_t last, const Reading& reading) const {
    const DateToken& token = tokens_[last];
    const DateKind kind = reading.kinds[reading.count - 1];
    const bool followed = last + 1 < tokens_.size() && tokens_[last + 1].joined();
    const bool adjacent = followed && tokens_[last + 1].span.begin == token.span.end;
    if (followed && IsLength(rule, kind, tokens_[last + 1], adjacent) && !IsOr(last + 1)) return false;
    if (!MayStand(rule.name, last, reading)) return false;
    if (kind == DateKind::kDuration) return true;
    // 1974년 10월 31일생: born on that day.
    const bool born = text_.substr(static_cast<size_t>(token.span.end)).starts_with("생");
    if (born && rule.name == "year_month_day") return true;
    if (lexicon_.EndsWord(text_, static_cast<size_t>(token.span.end))) return true;
    return adjacent && (tokens_[last + 1].kinds & kSuffixes) == 0;
  }

  // 9일간, 3월 이내 and 2024년 이상 are lengths of time or bounds only where the number can be counted.
  static bool IsLength(const DateRule& rule, DateKind kind, const DateToken& next, bool adjacent) {
    if (!next.Is(DateKind::kDuration) || rule.name == kLastSpan || rule.name == kComingSpan) return false;
    if (kind == DateKind::kPart) return false;
    return kind == DateKind::kDay || kind == DateKind::kQuarter || kind == DateKind::kWeekday || adjacent;
  }
  // 3월이나 4월; 3일이나 is as long as that.
  [[nodiscard]] bool IsOr(size_t at) const {
    return tokens_[at].span.In(text_) == "이나" && at + 1 < tokens_.size() && tokens_[at + 1].joined();
  }

  // What a rule that begins with nothing asks for beside its words.
  [[nodiscard]] bool MayStand(std::string_view rule, size_t last, const Reading& reading) const {
    const DateToken& token = tokens_[last];
    // 다음 3일 is a length.
    if (rule == "next_day") return tokens_[last + 1 - reading.count].value == 0;
    if (rule == "day") return BareDayMayStand(last, reading.count);
    if (rule.starts_with("hours_") && reading.kinds[0] != DateKind::kComing) {
      return lexicon_.LeadsToHours(text_, static_cast<size_t>(tokens_[last + 1 - reading.count].span.begin));
    }
    if (rule == "season" || rule == "week_end_or_beginning") return HasParticleOfTime(token);
    if (rule == "holiday" && token.span.In(text_).starts_with("대체")) {
      return HasParticleOfTime(token) || text_.substr(token.span.end).starts_with("인 ");
    }
    // 단기 5년 is a sentence.
    if (rule == "era_year") return token.value + tokens_[last - 1].value > 0;
    // 설 사흘 전, but 설 is also a theory.
    if (rule == "holiday" && reading.kinds[0] == DateKind::kWeakHoliday) return IsFollowedByDays(last);
    // 24년 is a length, unless it ends 2022년~24년; 02년 is none.
    if (rule == "year" && reading.kinds[0] == DateKind::kShortYear) {
      return EndsStretch(last) || token.span.In(text_).starts_with('0') ||
             IsYearOfEvent(text_, token.span, token.value);
    }
    if (rule == "month") return !token.spelled || token.value > 2 || reading.count > 1;
    if (rule == "nth_week" || rule == "nth_weekday") return NthMayStand(rule, last, reading);
    // 지난 3일 is a day, unless nothing else is said; 지난 이틀 and 다음 3일 are lengths.
    const bool alone = tokens_[last + 1 - reading.count].span.begin == 0 &&
                       static_cast<size_t>(token.span.end) == text_.size();
    const bool number =
        reading.count == 2 && token.Is(DateKind::kDay) && IsAsciiDigit(text_[token.span.begin]);
    constexpr int kMostDays = 10;
    const bool length = alone && token.value <= kMostDays;
    if (rule == "last_day" && number && reading.kinds[0] == DateKind::kPast) return !length;
    if (rule == kLastSpan && number) return length;
    // 앞으로 4일까지 비가 내린다.
    const bool until = text_.substr(static_cast<size_t>(token.span.end)).starts_with("까지");
    if (rule == kComingSpan && number && until) return false;
    return true;
  }

  [[nodiscard]] bool IsFollowedByDays(size_t last) const {
    return last + 1 < tokens_.size() && tokens_[last + 1].joined() && tokens_[last + 1].Is(DateKind::kDays);
  }
  [[nodiscard]] bool EndsStretch(size_t at) const {
    if (at == 0 || !tokens_[at - 1].Is(DateKind::kYear)) return false;
    const std::string_view gap = Between(tokens_[at - 1].span.end, tokens_[at].span.begin);
    return gap == "~" || gap == "∼" || gap == "～" || gap == " ~ " || gap == "-";
  }

  // 둘째 주 and 둘째 일요일 are a month's; 첫 주 and 마지막 일요일 are also those of a film or a season. What recurs is no date.
  [[nodiscard]] bool NthMayStand(std::string_view rule, size_t last, const Reading& reading) const {
    constexpr int kMostWeeks = 5;
    if (recurring_) return false;
    if (rule == "nth_week" && reading.kinds[reading.count - 1] == DateKind::kWeekday) return true;
    const DateToken& ordinal = tokens_[last + 1 - reading.count];
    return ordinal.span.In(text_).ends_with("째") && ordinal.value <= kMostWeeks;
  }

  [[nodiscard]] bool BareDayMayStand(size_t last, size_t count) const {
    const DateToken& day = tokens_[last - (count - 1)];
    if (day.spelled || IsLengthOf(text_, day.span)) return false;
    // 1박 2일: a length.
    const std::string_view before = text_.substr(0, static_cast<size_t>(day.span.begin));
    if (before.ends_with("박 ") || before.ends_with("박")) return false;
    // 1일 2회, 1일 평균: a rate.
    size_t at = static_cast<size_t>(day.span.end);
    if (day.value != 1 || at + 1 >= text_.size() || text_[at] != ' ') return true;
    ++at;
    constexpr size_t kLongest = 8;
    const size_t number = at;
    while (at < text_.size() && at < number + kLongest && (IsAsciiDigit(text_[at]) || text_[at] == ',')) ++at;
    if (at < text_.size() && at > number && text_[at] == ' ') ++at;
    if (at >= text_.size()) return true;
    const WordMatch<DateWord> unit = lexicon_.MatchWord(text_, at, true);
    return unit.length == 0 || unit.value.kind != DateKind::kPerDay;
  }

  // A bare season or weekend is a time only with a particle of time, or when nothing else is said: 가을에, 주말부터.
  [[nodiscard]] bool HasParticleOfTime(const DateToken& token) const {
    constexpr std::array<std::string_view, 6> kParticles = {"에", "부터", "까지", "께", "쯤", "엔"};
    const std::string_view rest = text_.substr(token.span.end);
    if (rest.empty() && token.span.begin == 0) return true;
    return std::any_of(kParticles.begin(), kParticles.end(),
                       [&](std::string_view particle) { return rest.starts_with(particle); });
  }

  [[nodiscard]] std::string_view Between(int begin, int end) const {
    return text_.substr(begin, static_cast<size_t>(end - begin));
  }

  std::string_view text_;
  const DateLexicon& lexicon_;
  std::vector<DateToken> tokens_;
  std::vector<DateMatch> matches_;
  bool recurring_ = false;  // 매주 has been read
};

}  // namespace

std::vector<DateMatch> MatchDates(std::string_view text) { return Matcher(text).Run(); }

}  // namespace sillok::ingest
