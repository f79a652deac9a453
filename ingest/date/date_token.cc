#include "ingest/date/date_token.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/date/date_lexicon.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

constexpr uint64_t Bit(DateKind kind) { return uint64_t{1} << static_cast<int>(kind); }

// A number is a date's only when it is this short; longer runs of digits are skipped whole.
constexpr int kLongestNumber = 4;

constexpr std::array<std::string_view, 12> kEnglishMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiAlnum(char c) { return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int ExpandYear(int two_digits) { return two_digits + (two_digits < 50 ? 2000 : 1900); }

struct Patterns {
  // Year first, or two digits of it: 2024. 3. 18., 2024-03-18, 2024/3/18, '24.3.18, 24.03.18.
  const RE2 full{
      R"((?:'|‘|’)?(\d{4}|\d{2})(?:(\. ?)(\d{1,2})\. ?(\d{1,2})|(-)(\d{1,2})-(\d{1,2})|(/)(\d{1,2})/(\d{1,2})))"};
  const RE2 year_month{R"((\d{4})(?:\. ?(\d{2}|\d\. )|[-/](\d{2}))\.?)"};
  const RE2 month_day{R"((\d{1,2})[./](\d{1,2}))"};
  const RE2 english{
      R"((?i)(?:(\d{1,2})(?:st|nd|rd|th)? )?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?: (\d{1,2})(?:st|nd|rd|th)?\b)?(?:,? (\d{4})\b)?)"};
  const RE2 weekday_mark{R"( ?\((월|화|수|목|금|토|일)(?:요일)?\))"};
  const RE2 range_end{R"( ?(?:([~∼～–—-])|[,·]) ?(\d{1,4}))"};
};

const Patterns& Compiled() {
  static const Patterns* const patterns = new Patterns();
  return *patterns;
}

int DigitValue(char32_t code) {
  constexpr std::u32string_view kDigits = U"영일이삼사오육칠팔구";
  const size_t at = kDigits.find(code);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

// The value of Sino-Korean digits: 이천이십사 → 2024; nothing when they are none.
std::optional<int> SinoValue(std::u32string_view runes) {
  int total = 0;
  int digit = -1;
  for (const char32_t code : runes) {
    const int scale = code == U'십' ? 10 : code == U'백' ? 100 : code == U'천' ? 1000 : 0;
    if (scale > 0) {
      total += std::max(digit, 1) * scale;
      digit = -1;
    } else if (digit >= 0) {
      return std::nullopt;
    } else {
      digit = DigitValue(code);
    }
  }
  return total + std::max(digit, 0);
}

// Walks a sentence once. Each method that reads a token returns where it ends, or 0.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text), lexicon_(DateLexicon::Get()) {}

  std::vector<DateToken> Run() {
    size_t at = 0;
    while (at < text_.size()) {
      const size_t end = ReadToken(at);
      if (end > at) {
        at = end;
      } else {
        at = Skip(at);
      }
    }
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] size_t token_end() const {
    return tokens_.empty() ? 0 : static_cast<size_t>(tokens_.back().span.end);
  }
  [[nodiscard]] bool AfterToken(size_t at) const {
    return !tokens_.empty() && (at == token_end() || (at == token_end() + 1 && text_[at - 1] == ' '));
  }
  [[nodiscard]] bool AtWordStart(size_t at) const {
    if (at == 0 || (!tokens_.empty() && at == token_end())) return true;
    return !IsHangulSyllable(DecodeRuneBefore(text_, at).code);
  }

  // One code point, or a whole run of digits.
  size_t Skip(size_t at) const {
    if (!IsDigit(text_[at])) return at + DecodeRune(text_, at).length;
    while (at < text_.size() && IsDigit(text_[at])) ++at;
    return at;
  }

  size_t Emit(size_t begin, size_t end, uint64_t kinds, int value, int last) {
    DateToken token;
    token.kinds = kinds;
    token.value = value;
    token.last = last;
    token.span = {static_cast<int>(begin), static_cast<int>(end)};
    token.joined = AfterToken(begin);
    tokens_.push_back(token);
    return end;
  }

  size_t ReadToken(size_t at) {
    const char c = text_[at];
    if (IsDigit(c)) return ReadNumberedName(at) > 0 ? token_end() : ReadDigits(at, at);
    if (c == '(' || c == ' ') return ReadWeekdayMark(at);
    if (c == '\'') return ReadDigits(at, at + 1);
    const DecodedRune rune = DecodeRune(text_, at);
    if (rune.code == U'‘' || rune.code == U'’') return ReadDigits(at, at + rune.length);
    if (IsAsciiAlnum(c)) return ReadEnglish(at);
    if (!IsHangulSyllable(rune.code)) return 0;
    return ReadHangul(at);
  }

  // 3·1절, 6월 항쟁: rows that begin with a digit.
  size_t ReadNumberedName(size_t at) {
    const LexiconMatch<DateWord> word = lexicon_.MatchWord(text_, at, false);
    return word.length > 0 && NumberMayBegin(at) ? EmitWord(at, word) : 0;
  }

  size_t ReadHangul(size_t at) {
    if (AfterToken(at)) {
      const LexiconMatch<DateWord> suffix = lexicon_.MatchWord(text_, at, true);
      // 전 may begin 전날, 간 may begin 간담회.
      const LexiconMatch<DateWord> word = lexicon_.MatchWord(text_, at, false);
      const bool whole = suffix.length > 0 && lexicon_.EndsWord(text_, at + suffix.length);
      if (whole && suffix.length >= word.length) return EmitWord(at, suffix);
    }
    if (!AtWordStart(at)) return 0;
    const LexiconMatch<DateWord> word = lexicon_.MatchWord(text_, at, false);
    const size_t counted = ReadNativeNumber(at, word.length);
    if (counted > 0) return counted;
    if (word.length > 0 && Plausible(at, word)) return EmitWord(at, word);
    return ReadSinoNumber(at);
  }

  // One-syllable words are words only when a date can follow or nothing does: 올 여름, not 올해는 or 올림픽.
  [[nodiscard]] bool Plausible(size_t at, const LexiconMatch<DateWord>& word) const {
    const size_t end = at + word.length;
    switch (word.value.kind) {
      case DateKind::kThisYearPrefix:
      case DateKind::kRecurring:
      case DateKind::kOrdinal:
        return lexicon_.EndsWord(text_, end) || BeginsDate(end);
      default:
        return true;
    }
  }
  [[nodiscard]] bool BeginsDate(size_t at) const {
    return at < text_.size() && (IsDigit(text_[at]) || lexicon_.MatchWord(text_, at, false).length > 0 ||
                                 lexicon_.MatchWord(text_, at, true).length > 0);
  }

  size_t EmitWord(size_t at, const LexiconMatch<DateWord>& word) {
    Emit(at, at + word.length, Bit(word.value.kind), word.value.value, word.value.value);
    if (word.value.kind == DateKind::kHoliday) tokens_.back().last = word.value.margin;
    return at + word.length;
  }

  // Digits at `at`; the token begins at `begin`, before it where an apostrophe shortens the year.
  size_t ReadDigits(size_t begin, size_t at) {
    if (at >= text_.size() || !IsDigit(text_[at]) || !NumberMayBegin(begin)) return 0;
    if (const size_t end = ReadNumericDate(begin); end > 0) return end;
    if (begin == at) {
      if (const size_t end = ReadEnglish(at); end > 0) return end;
    }
    size_t end = at;
    while (end < text_.size() && IsDigit(text_[end])) ++end;
    if (end - at > kLongestNumber) return 0;
    const int value = std::stoi(std::string(text_.substr(at, end - at)));
    if (begin != at) {
      const LexiconMatch<DateUnit> unit = lexicon_.MatchUnit(text_, end);
      if (end - at != 2 || unit.length == 0 || unit.value != DateUnit::kYear) return 0;
      return Emit(begin, end + unit.length, Bit(DateKind::kYear), ExpandYear(value), ExpandYear(value));
    }
    return ReadRangeOrUnit(at, end, value);
  }

  size_t ReadRangeOrUnit(size_t begin, size_t end, int value) {
    re2::StringPiece rest(text_.data() + end, text_.size() - end);
    const size_t before = rest.size();
    re2::StringPiece dash;
    int last = 0;
    if (RE2::Consume(&rest, Compiled().range_end, &dash, &last) &&
        // 16, 17일 is a stretch; 5, 9일 is not.
        (!dash.empty() || last == value + 1)) {
      const size_t range_end = end + (before - rest.size());
      const size_t done = range_end < text_.size() && !IsDigit(text_[range_end])
                              ? ReadUnit(begin, range_end, value, last, false)
                              : 0;
      if (done > 0) return done;
    }
    return ReadUnit(begin, end, value, value, false);
  }

  [[nodiscard]] bool NumberMayBegin(size_t at) const {
    if (at == 0 || at == token_end()) return true;
    const char before = text_[at - 1];
    if (IsAsciiAlnum(before) || before == '$' || before == '#') return false;
    const bool after_digit = at >= 2 && IsDigit(text_[at - 2]);
    if (after_digit && (before == '.' || before == ',' || before == '-' || before == '/' || before == ':')) {
      return false;
    }
    return !IsHangulSyllable(DecodeRuneBefore(text_, at).code);
  }

  // The unit after a number that ends at `end`.
  size_t ReadUnit(size_t begin, size_t end, int value, int last, bool native) {
    size_t at = end;
    bool approximate = false;
    constexpr std::string_view kOdd = "여";
    if (text_.substr(at).starts_with(kOdd)) {
      approximate = true;
      at += kOdd.size();
    }
    if (at < text_.size() && text_[at] == ' ') ++at;
    const LexiconMatch<DateUnit> unit =
        at < text_.size() ? lexicon_.MatchUnit(text_, at) : LexiconMatch<DateUnit>();
    if (unit.length == 0) return 0;
    const size_t unit_end = at + unit.length;
    // 5 일본: a space before the unit needs the word to end with it.
    if (at > end && !approximate && !lexicon_.EndsWord(text_, unit_end) &&
        lexicon_.MatchWord(text_, unit_end, true).length == 0) {
      return 0;
    }
    if (native && unit.value != DateUnit::kMonths && unit.value != DateUnit::kYears &&
        unit.value != DateUnit::kWeek) {
      return 0;
    }
    const bool four_digits = end - begin >= kLongestNumber && value >= 1000;
    const uint64_t kinds = KindsOf(unit.value, value, last, four_digits, native);
    if (kinds == 0) return 0;
    if (unit.value == DateUnit::kDecade) {
      if (value < 100) value = ExpandYear(value);
      if (last < 100) last += value / 100 * 100;
    }
    Emit(begin, unit_end, kinds, value, last);
    constexpr std::string_view kOddAfter = "여 ";
    if (text_.substr(unit_end).starts_with(kOddAfter)) {
      approximate = true;
      tokens_.back().span.end += 3;
    }
    tokens_.back().approximate = approximate;
    tokens_.back().spelled = native;
    return static_cast<size_t>(tokens_.back().span.end);
  }

  static uint64_t KindsOf(DateUnit unit, int value, int last, bool four_digits, bool native) {
    switch (unit) {
      case DateUnit::kYear:
        if (four_digits && value < 3000) return last < 3000 && last >= value ? Bit(DateKind::kYear) : 0;
        return Bit(DateKind::kYears) | (value < 100 && !native ? Bit(DateKind::kShortYear) : 0);
      case DateUnit::kDecade:
        return value % 10 == 0 && (four_digits || value < 100) ? Bit(DateKind::kDecade) : 0;
      case DateUnit::kMonth:
        return value >= 1 && value <= 12 && last >= 1 && last <= 12 ? Bit(DateKind::kMonth) : 0;
      case DateUnit::kDay: {
        const bool day = value >= 1 && value <= 31 && last >= value && last <= 31;
        return Bit(DateKind::kDays) | (day ? Bit(DateKind::kDay) : 0);
      }
      case DateUnit::kWeek:
        return Bit(DateKind::kWeeks);
      case DateUnit::kWeekNo:
        return value >= 1 && value <= 5 ? Bit(DateKind::kWeekNo) : 0;
      case DateUnit::kMonths:
        return Bit(DateKind::kMonths);
      case DateUnit::kYears:
        return Bit(DateKind::kYears);
      case DateUnit::kQuarter:
        return value >= 1 && value <= 4 && last >= value && last <= 4 ? Bit(DateKind::kQuarter) : 0;
      case DateUnit::kCentury:
        return value >= 1 && value <= 30 ? Bit(DateKind::kCentury) : 0;
      case DateUnit::kOrdinal:
        return value >= 1 && value <= 6 ? Bit(DateKind::kOrdinal) : 0;
    }
    return 0;
  }

  // 2024. 3. 18.: dates without unit words.
  size_t ReadNumericDate(size_t begin) {
    const std::string_view window = text_.substr(begin, 24);
    const re2::StringPiece input(window.data(), window.size());
    std::array<re2::StringPiece, 10> group;
    re2::StringPiece rest = input;
    if (RE2::Consume(&rest, Compiled().full, &group[0], &group[1], &group[2], &group[3], &group[4], &group[5],
                     &group[6], &group[7], &group[8], &group[9])) {
      const int base = !group[1].empty() ? 2 : !group[4].empty() ? 5 : 8;
      return EmitFullDate(begin, begin + (input.size() - rest.size()), group[0], group[base],
                          group[base + 1]);
    }
    rest = input;
    if (RE2::Consume(&rest, Compiled().year_month, &group[0], &group[1], &group[2])) {
      return EmitYearMonth(begin, begin + (input.size() - rest.size()), group[0],
                           group[1].empty() ? group[2] : group[1]);
    }
    rest = input;
    if (RE2::Consume(&rest, Compiled().month_day, &group[0], &group[1])) {
      return EmitMonthDay(begin, begin + (input.size() - rest.size()), group[0], group[1]);
    }
    return 0;
  }

  static int Number(re2::StringPiece digits) { return std::stoi(std::string(digits.data(), digits.size())); }

  // No digit, and no further part of a version or an address, follows.
  [[nodiscard]] bool NumericDateMayEnd(size_t at) const {
    if (at >= text_.size()) return true;
    if (IsAsciiAlnum(text_[at]) && text_[at] != 'T') return false;
    const bool joint =
        text_[at] == '.' || text_[at] == '-' || text_[at] == '/' || text_[at] == '%' || text_[at] == ',';
    if (text_[at] == '%') return false;
    return !(joint && at + 1 < text_.size() && IsDigit(text_[at + 1]));
  }

  size_t EmitFullDate(size_t begin, size_t end, re2::StringPiece year, re2::StringPiece month,
                      re2::StringPiece day) {
    const bool marked = !IsDigit(text_[begin]);
    // 17.4.1 is a version; 24.03.18 is a day.
    if (year.size() == 2 && !marked && (month.size() < 2 || day.size() < 2)) return 0;
    if (marked && year.size() != 2) return 0;
    if (!NumericDateMayEnd(end)) return 0;
    const int m = Number(month);
    const int d = Number(day);
    if (m < 1 || m > 12 || d < 1 || d > 31) return 0;
    if (end < text_.size() && text_[end] == '.') ++end;
    Emit(begin, end, Bit(DateKind::kFullDate), d, d);
    tokens_.back().year = year.size() == 2 ? ExpandYear(Number(year)) : Number(year);
    tokens_.back().month = m;
    return end;
  }

  size_t EmitYearMonth(size_t begin, size_t end, re2::StringPiece year, re2::StringPiece month) {
    const int y = Number(year);
    const int m = Number(month);
    if (!NumericDateMayEnd(end) || y < 1900 || y > 2100 || m < 1 || m > 12) return 0;
    if (text_[end - 1] == ' ') --end;
    Emit(begin, end, Bit(DateKind::kYearMonth), m, m);
    tokens_.back().year = y;
    tokens_.back().month = m;
    return end;
  }

  // 3/18 is a fraction unless a weekday says otherwise or no fraction is written so.
  size_t EmitMonthDay(size_t begin, size_t end, re2::StringPiece month, re2::StringPiece day) {
    const int m = Number(month);
    const int d = Number(day);
    if (m < 1 || m > 12 || d < 1 || d > 31 || !NumericDateMayEnd(end)) return 0;
    const std::string_view window = text_.substr(end, 16);
    re2::StringPiece rest(window.data(), window.size());
    const bool marked = RE2::Consume(&rest, Compiled().weekday_mark);
    if (!marked && (text_[begin + month.size()] == '.' || d < 13 || !lexicon_.EndsWord(text_, end))) return 0;
    Emit(begin, end, Bit(DateKind::kMonthDay), d, d);
    tokens_.back().month = m;
    return end;
  }

  // March 18, 2024; 18 March 2024; March 2024.
  size_t ReadEnglish(size_t at) {
    if (at > 0 && IsAsciiAlnum(text_[at - 1])) return 0;
    const std::string_view window = text_.substr(at, 40);
    re2::StringPiece rest(window.data(), window.size());
    std::array<re2::StringPiece, 4> group;
    if (!RE2::Consume(&rest, Compiled().english, &group[0], &group[1], &group[2], &group[3])) return 0;
    const size_t end = at + (window.size() - rest.size());
    std::string name(group[1].data(), 3);
    if (name[0] < 'A' || name[0] > 'Z') return 0;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return static_cast<char>(c | 0x20); });
    const int month = static_cast<int>(std::find(kEnglishMonths.begin(), kEnglishMonths.end(), name) -
                                       kEnglishMonths.begin()) +
                      1;
    const re2::StringPiece day = group[0].empty() ? group[2] : group[0];
    const int d = day.empty() ? 0 : Number(day);
    if (d > 31 || (d == 0 && group[3].empty()) || (d == 0 && !day.empty())) return 0;
    const DateKind kind = d == 0             ? DateKind::kYearMonth
                          : group[3].empty() ? DateKind::kMonthDay
                                             : DateKind::kFullDate;
    Emit(at, end, Bit(kind), d, d);
    tokens_.back().year = group[3].empty() ? 0 : Number(group[3]);
    tokens_.back().month = month;
    return end;
  }

  // (월) right after a date.
  size_t ReadWeekdayMark(size_t at) {
    if (tokens_.empty() || at != token_end()) return 0;
    const std::string_view window = text_.substr(at, 20);
    re2::StringPiece rest(window.data(), window.size());
    re2::StringPiece day;
    if (!RE2::Consume(&rest, Compiled().weekday_mark, &day)) return 0;
    constexpr std::string_view kDays = "월화수목금토일";
    const int value = static_cast<int>(kDays.find(std::string_view(day.data(), day.size())) / day.size());
    return Emit(at, at + (window.size() - rest.size()), Bit(DateKind::kWeekday), value, value);
  }

  // 두 달, 세 번째; `word_length` is that of the row that begins here, which wins when it is longer.
  size_t ReadNativeNumber(size_t at, int word_length) {
    const LexiconMatch<int> number = lexicon_.MatchNumber(text_, at);
    if (number.length == 0) return 0;
    if (word_length > number.length) return 0;
    return ReadUnit(at, at + number.length, number.value, number.value, true);
  }

  // 십이월 이십오일. The last 일 of a run is the unit.
  size_t ReadSinoNumber(size_t at) {
    constexpr std::u32string_view kNumerals = U"일이삼사오육칠팔구십백천";
    constexpr size_t kLongestRun = 9;
    std::u32string runes;
    size_t end = at;
    while (end < text_.size() && runes.size() < kLongestRun) {
      const DecodedRune rune = DecodeRune(text_, end);
      if (kNumerals.find(rune.code) == std::u32string_view::npos) break;
      runes.push_back(rune.code);
      end += rune.length;
    }
    if (runes.empty()) return 0;
    const LexiconMatch<DateUnit> unit =
        end < text_.size() ? lexicon_.MatchUnit(text_, end) : LexiconMatch<DateUnit>();
    if (unit.length == 0 && runes.back() == U'일') {
      runes.pop_back();
      end -= std::string_view("일").size();
    }
    const std::optional<int> value = SinoValue(runes);
    if (runes.empty() || !value || text_.substr(end).starts_with(" ")) return 0;
    const size_t done = ReadUnit(at, end, *value, *value, false);
    if (done > 0) {
      tokens_.back().spelled = true;
      if (tokens_.back().Is(DateKind::kShortYear)) tokens_.back().kinds = Bit(DateKind::kYears);
    }
    return done;
  }

  std::string_view text_;
  const DateLexicon& lexicon_;
  std::vector<DateToken> tokens_;
};

}  // namespace

std::vector<DateToken> TokenizeDates(std::string_view text) { return Tokenizer(text).Run(); }

}  // namespace sillok::ingest
