#include "ingest/date/numeric_date.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/utf8.h"
#include "common/time/civil_interval.h"
#include "ingest/date/date_lexicon.h"
#include "ingest/date/date_number.h"
#include "ingest/date/weekday_word.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

constexpr std::array<std::string_view, 12> kEnglishMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Up to three numbers with the same mark between them.
struct NumberRow {
  std::array<std::string_view, 3> digits;
  size_t count = 0;
  char mark = 0;        // '.', '-' or '/'
  bool spaced = false;  // 2024. 3.
  std::array<size_t, 3> ends{};

  [[nodiscard]] int value(size_t i) const { return DigitsValue(digits[i]); }
  [[nodiscard]] size_t width(size_t i) const { return digits[i].size(); }
};

NumberRow ReadRow(std::string_view text, size_t at) {
  constexpr size_t kWidest = 8;
  NumberRow row;
  while (row.count < row.digits.size()) {
    // A longer run is looked at no farther.
    const size_t end = EndOfDigits(text.substr(0, std::min(text.size(), at + kWidest + 1)), at);
    if (end == at || end - at > kWidest) break;
    row.digits[row.count] = text.substr(at, end - at);
    row.ends[row.count++] = end;
    if (end >= text.size() || (text[end] != '.' && text[end] != '-' && text[end] != '/')) break;
    if (row.mark != 0 && text[end] != row.mark) break;
    row.mark = text[end];
    at = end + 1;
    if (row.mark == '.' && at < text.size() && text[at] == ' ') {
      row.spaced = row.spaced || row.count == 1;
      ++at;
    }
  }
  return row;
}

// No digit, and no further part of a version or an address, follows.
bool MayEnd(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const char c = text[at];
  if (IsAsciiDigit(c) || (IsAsciiLetter(c) && c != 'T') || c == '%') return false;
  const bool mark = c == '.' || c == '-' || c == '/' || c == ',';
  return !(mark && at + 1 < text.size() && IsAsciiDigit(text[at + 1]));
}

DateToken TokenOf(DateKind kind, size_t begin, size_t end, int year, int month, int day) {
  DateToken token;
  token.kinds = Bit(kind);
  token.value = token.last = day;
  token.year = year;
  token.month = month;
  token.span = {static_cast<int>(begin), static_cast<int>(end)};
  return token;
}

std::optional<DateToken> FullDate(std::string_view text, size_t begin, size_t end, int year, int month,
                                  int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31 || !MayEnd(text, end)) return std::nullopt;
  if (end < text.size() && text[end] == '.') ++end;
  return TokenOf(DateKind::kFullDate, begin, end, year, month, day);
}

// 20240318, where it is a day of our time.
std::optional<DateToken> Compact(std::string_view text, size_t begin, const NumberRow& row) {
  const int value = row.value(0);
  const int year = value / 10000;
  const std::optional<absl::CivilDay> day = MakeDay(year, value / 100 % 100, value % 100);
  if (!day || year < 1900 || year > 2099 || !DateLexicon::Get().EndsWord(text, row.ends[0])) {
    return std::nullopt;
  }
  if (row.mark != 0 || !MayEnd(text, row.ends[0])) return std::nullopt;
  return TokenOf(DateKind::kFullDate, begin, row.ends[0], year, day->month(), day->day());
}

bool IsWave(char32_t code) { return code == U'~' || code == U'∼' || code == U'～'; }

// 24.12.20~25.2.28: a wave before or after, and a number beyond it.
bool IsInLongStretch(std::string_view text, size_t begin, size_t end) {
  if (end < text.size() && text[end] == ' ') ++end;
  if (end < text.size() && IsWave(DecodeRune(text, end).code)) {
    size_t next = end + DecodeRune(text, end).length;
    if (next < text.size() && text[next] == ' ') ++next;
    return ReadRow(text, next).count == 3;
  }
  if (begin > 0 && text[begin - 1] == ' ') --begin;
  if (begin == 0 || !IsWave(DecodeRuneBefore(text, begin).code)) return false;
  begin -= DecodeRuneBefore(text, begin).length;
  if (begin > 0 && text[begin - 1] == ' ') --begin;
  return begin > 0 && (IsAsciiDigit(text[begin - 1]) || text[begin - 1] == ')' || text[begin - 1] == '.');
}

// 24.12.6(금): what a version is not, though it be written alike.
bool StandsAsDay(std::string_view text, size_t begin, size_t end) {
  return ReadWeekdayMark(text, end) || IsInLongStretch(text, begin, end);
}

// Year first, or two digits of it.
std::optional<DateToken> YearFirst(std::string_view text, size_t begin, const NumberRow& row) {
  const bool marked = !IsAsciiDigit(text[begin]);
  const size_t width = row.width(0);
  if (width != 2 && (width != 4 || marked)) return std::nullopt;
  // 17.4.1 is a version; 24.03.18, 24. 3. 18. and 24/3/18 are days.
  const bool padded = row.width(1) == 2 && row.width(2) == 2;
  const bool plain = width == 2 && !marked && !padded && !row.spaced && row.mark != '/';
  if (plain && !StandsAsDay(text, begin, row.ends[2])) return std::nullopt;
  const int year = width == 2 ? ExpandYear(row.value(0)) : row.value(0);
  return FullDate(text, begin, row.ends[2], year, row.value(1), row.value(2));
}

// 03/18/2024, 18-03-2024: what is more than twelve is no month.
std::optional<DateToken> YearLast(std::string_view text, size_t begin, const NumberRow& row) {
  const bool day_first = row.value(0) > 12;
  return FullDate(text, begin, row.ends[2], row.value(2), row.value(day_first ? 1 : 0),
                  row.value(day_first ? 0 : 1));
}

// 2011-12 시즌 is two years.
bool IsSeason(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == ' ') ++at;
  const std::string_view rest = text.substr(at);
  return rest.starts_with("시즌") || rest.starts_with("절기") || rest.starts_with("학년도") ||
         rest.starts_with("회계");
}

std::optional<DateToken> YearAndMonth(std::string_view text, size_t begin, const NumberRow& row) {
  const int year = row.value(0);
  const int month = row.value(1);
  size_t end = row.ends[1];
  if (row.width(1) == 1) {
    // 2024. 3. is a month; 2024.3 is a number.
    const bool dot = row.mark == '.' && end < text.size() && text[end] == '.';
    if (!dot || !(row.spaced || text.substr(end + 1).starts_with(" "))) return std::nullopt;
  }
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || !MayEnd(text, end) || IsSeason(text, end)) {
    return std::nullopt;
  }
  if (end < text.size() && text[end] == '.') ++end;
  return TokenOf(DateKind::kYearMonth, begin, end, year, month, month);
}

// 3.13.~3.15., 3/1 ~ 3/5: a wave before or after, with another such row beyond it.
bool IsInStretch(std::string_view text, size_t begin, size_t end) {
  if (end < text.size() && text[end] == ' ') ++end;
  if (end < text.size() && IsWave(DecodeRune(text, end).code)) {
    size_t next = end + DecodeRune(text, end).length;
    if (next < text.size() && text[next] == ' ') ++next;
    const NumberRow row = ReadRow(text, next);
    return row.count == 2 && row.width(0) <= 2 && row.width(1) <= 2;
  }
  if (begin > 0 && text[begin - 1] == ' ') --begin;
  if (begin == 0) return false;
  const DecodedRune before = DecodeRuneBefore(text, begin);
  if (!IsWave(before.code)) return false;
  const size_t wave = begin - before.length;
  const size_t mark = wave > 0 && text[wave - 1] == ' ' ? wave - 1 : wave;
  return mark > 0 && (IsAsciiDigit(text[mark - 1]) || text[mark - 1] == '.' || text[mark - 1] == ')');
}

// 3/18 is a fraction unless a weekday says otherwise or no fraction is written so; 03-18 is no score.
std::optional<DateToken> MonthAndDay(std::string_view text, size_t begin, const NumberRow& row) {
  const int month = row.value(0);
  const int day = row.value(1);
  size_t end = row.ends[1];
  if (month < 1 || month > 12 || day < 1 || day > 31 || !MayEnd(text, end)) return std::nullopt;
  const bool padded = row.width(0) == 2 && row.width(1) == 2 && row.digits[0].front() == '0';
  if (row.mark == '.' && end < text.size() && text[end] == '.') ++end;
  // 1.5~3.0 are measures.
  const bool dotted = row.mark == '.' && (padded || text[end - 1] == '.');
  if ((row.mark == '/' || dotted) && IsInStretch(text, begin, end)) {
    return TokenOf(DateKind::kMonthDay, begin, end, 0, month, day);
  }
  if (!ReadWeekdayMark(text, end)) {
    if (!DateLexicon::Get().EndsWord(text, end)) return std::nullopt;
    if (!padded && (row.mark != '/' || day < 13)) return std::nullopt;
  } else if (row.mark == '-' && !padded) {
    return std::nullopt;
  }
  return TokenOf(DateKind::kMonthDay, begin, end, 0, month, day);
}

struct EnglishPattern {
  const RE2 date{
      R"((?i)(?:(\d{1,2})(?:st|nd|rd|th)? )?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?: (\d{1,2})(?:st|nd|rd|th)?\b)?(?:,? (\d{4})\b)?)"};
};

// Which month begins with these three letters, the first of them a capital; 0 for none.
int MonthNamed(std::string_view letters) {
  if (letters.size() < 3 || letters[0] < 'A' || letters[0] > 'Z') return 0;
  std::string name(letters.substr(0, 3));
  for (char& c : name) c = static_cast<char>(c | 0x20);
  const auto* const found = std::find(kEnglishMonths.begin(), kEnglishMonths.end(), name);
  return found == kEnglishMonths.end() ? 0 : static_cast<int>(found - kEnglishMonths.begin()) + 1;
}

// Where the name of a month would stand: after "18 " or "18th ".
size_t NameAt(std::string_view text, size_t at) {
  if (!IsAsciiDigit(text[at])) return at;
  const size_t space = text.substr(0, std::min(text.size(), at + 5)).find(' ', at);
  return space == std::string_view::npos ? text.size() : space + 1;
}

int ValueOf(re2::StringPiece digits) { return DigitsValue({digits.data(), digits.size()}); }

}  // namespace

std::optional<DateToken> ReadNumericDate(std::string_view text, size_t at) {
  const bool marked = !IsAsciiDigit(text[at]);
  const NumberRow row = ReadRow(text, marked ? at + DecodeRune(text, at).length : at);
  if (row.count == 0) return std::nullopt;
  const auto at_most_two = [&](size_t i) { return row.count > i && row.width(i) <= 2; };
  if (row.count == 3 && at_most_two(1)) {
    if (at_most_two(2)) return YearFirst(text, at, row);
    if (row.width(2) == 4 && at_most_two(0) && !marked) return YearLast(text, at, row);
    return std::nullopt;
  }
  if (marked) return std::nullopt;
  if (row.width(0) == 8) return Compact(text, at, row);
  if (!at_most_two(1)) return std::nullopt;
  if (row.width(0) == 4) return YearAndMonth(text, at, row);
  return at_most_two(0) ? MonthAndDay(text, at, row) : std::nullopt;
}

std::optional<DateToken> ReadDottedYear(std::string_view text, size_t at) {
  const NumberRow row = ReadRow(text, IsAsciiDigit(text[at]) ? at : at + DecodeRune(text, at).length);
  if (row.count != 2 || row.mark != '.' || row.width(1) > 2 || row.ends[1] >= text.size()) {
    return std::nullopt;
  }
  if (row.width(0) != 2 && (row.width(0) != 4 || row.value(0) < 1900 || row.value(0) > 2100)) {
    return std::nullopt;
  }
  const WordMatch<DateUnit> unit = DateLexicon::Get().MatchUnit(text, row.ends[1]);
  if (unit.length == 0 || (unit.value != DateUnit::kMonth && unit.value != DateUnit::kQuarter)) {
    return std::nullopt;
  }
  DateToken token = TokenOf(DateKind::kYear, at, row.ends[0] + 1, 0, 0, 0);
  token.value = token.last = row.width(0) == 2 ? ExpandYear(row.value(0)) : row.value(0);
  return token;
}

std::optional<DateToken> ReadEnglishDate(std::string_view text, size_t at) {
  static const EnglishPattern* const pattern = new EnglishPattern();
  constexpr size_t kWidest = 40;
  const size_t name = NameAt(text, at);
  const int month = name < text.size() ? MonthNamed(text.substr(name, 3)) : 0;
  if (month == 0) return std::nullopt;
  const std::string_view window = text.substr(at, kWidest);
  re2::StringPiece rest(window.data(), window.size());
  std::array<re2::StringPiece, 4> group;
  if (!RE2::Consume(&rest, pattern->date, &group[0], &group[1], &group[2], &group[3])) return std::nullopt;
  const size_t end = at + (window.size() - rest.size());
  const re2::StringPiece written = group[0].empty() ? group[2] : group[0];
  const int day = written.empty() ? 0 : ValueOf(written);
  if (day > 31 || (day == 0 && (group[3].empty() || !written.empty()))) return std::nullopt;
  const int year = group[3].empty() ? 0 : ValueOf(group[3]);
  const DateKind kind = day == 0    ? DateKind::kYearMonth
                        : year == 0 ? DateKind::kMonthDay
                                    : DateKind::kFullDate;
  return TokenOf(kind, at, end, year, month, day);
}

}  // namespace sillok::ingest
