#include "ingest/date/date_matcher.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <utility>

#include "ingest/date/date_lexicon.h"
#include "ingest/date/rule_table.h"

namespace sillok::ingest {
namespace {

constexpr uint64_t Bit(DateKind kind) { return uint64_t{1} << static_cast<int>(kind); }

constexpr uint64_t kSuffixes = Bit(DateKind::kPart) | Bit(DateKind::kBefore) | Bit(DateKind::kAfter) |
                               Bit(DateKind::kDuration) | Bit(DateKind::kPerDay) | Bit(DateKind::kWeekUnit);

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
    for (const DateRule& rule : DateRules()) {
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
  bool Matches(const DateRule& rule, size_t element, size_t at, Reading& reading) const {
    if (element == rule.elements.size()) return MayEnd(rule, at - 1, reading);
    const RuleElement& wanted = rule.elements[element];
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
  bool MayEnd(const DateRule& rule, size_t last, const Reading& reading) const {
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
