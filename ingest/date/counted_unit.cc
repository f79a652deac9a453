#include "ingest/date/counted_unit.h"

#include "ingest/date/date_lexicon.h"
#include "ingest/date/numeric_date.h"

namespace sillok::ingest {
namespace {

constexpr std::string_view kOdd = "여";

bool Within(const DateNumber& number, int first, int last) {
  return number.value >= first && number.value <= last && number.last >= number.value && number.last <= last;
}

uint64_t If(bool condition, DateKind kind) { return condition ? Bit(kind) : 0; }

// 24년, and 98~02년 but not 24~99년.
bool IsShortYear(const DateNumber& number) {
  return number.value < 100 && number.last < 100 && ExpandYear(number.value) <= ExpandYear(number.last);
}

// 2024년 is a year, 24년 a year or a length.
uint64_t YearKinds(DateNumber& number) {
  // 천년 is a length.
  const bool four_digits = number.value > 1000 || (number.value == 1000 && !number.spelled);
  // 2022~23년.
  if (four_digits && number.last < 100) number.last += number.value / 100 * 100;
  if (four_digits && number.value < 3000) {
    return If(number.last < 3000 && number.last >= number.value, DateKind::kYear);
  }
  return Bit(DateKind::kYears) | If(IsShortYear(number) && !number.spelled, DateKind::kShortYear);
}

uint64_t KindsOf(DateUnit unit, DateNumber& number) {
  switch (unit) {
    case DateUnit::kYear:
      return YearKinds(number);
    case DateUnit::kYearName:
      // 30년도 may be 30년 and a particle.
      return If(Within(number, 1000, 2999), DateKind::kYear) | If(number.value < 100, DateKind::kYears) |
             If(IsShortYear(number), DateKind::kShortYear);
    case DateUnit::kDecade:
      return If(number.value % 10 == 0 && (number.value >= 1000 || number.value < 100), DateKind::kDecade);
    case DateUnit::kMonth:
      // 11~2월 goes over the end of a year.
      return If(number.value >= 1 && number.value <= 12 && number.last >= 1 && number.last <= 12,
                DateKind::kMonth);
    case DateUnit::kDay:
      return Bit(DateKind::kDays) | If(Within(number, 1, 31), DateKind::kDay);
    case DateUnit::kWeek:
      return Bit(DateKind::kWeeks);
    case DateUnit::kWeekNo:
      return If(Within(number, 1, 53), DateKind::kWeekNo);
    case DateUnit::kMonths:
      return Bit(DateKind::kMonths);
    case DateUnit::kYears:
      return Bit(DateKind::kYears);
    case DateUnit::kHours:
      return Bit(DateKind::kHours);
    case DateUnit::kMinutes:
      return Bit(DateKind::kMinutes);
    case DateUnit::kQuarter:
      return If(Within(number, 1, 4), DateKind::kQuarter);
    case DateUnit::kCentury:
      return If(Within(number, 1, 30), DateKind::kCentury);
    case DateUnit::kOrdinal:
      return If(Within(number, 1, 53), DateKind::kOrdinal);
  }
  return 0;
}

// 0일 counts nothing; 00년 is a year.
uint64_t WithoutCounts(uint64_t kinds) {
  return kinds & ~(Bit(DateKind::kYears) | Bit(DateKind::kMonths) | Bit(DateKind::kWeeks) |
                   Bit(DateKind::kDays) | Bit(DateKind::kHours) | Bit(DateKind::kMinutes));
}

bool NativeCounts(DateUnit unit, bool stretch) {
  return unit == DateUnit::kMonths || unit == DateUnit::kYears || unit == DateUnit::kWeek ||
         unit == DateUnit::kHours || (stretch && (unit == DateUnit::kDay || unit == DateUnit::kYear));
}

// 삼 년 뒤, but 이 일 뒤 (after this) and 이 달 are other words.
bool SpelledApart(std::string_view text, size_t unit_end, DateUnit unit, const DateNumber& number) {
  if (unit == DateUnit::kDay && number.value == 2) return false;
  if (unit != DateUnit::kYear && unit != DateUnit::kMonths && unit != DateUnit::kWeek &&
      unit != DateUnit::kDay && unit != DateUnit::kHours && unit != DateUnit::kMinutes) {
    return false;
  }
  const size_t at = unit_end < text.size() && text[unit_end] == ' ' ? unit_end + 1 : unit_end;
  if (at >= text.size()) return false;
  const DateKind next = DateLexicon::Get().MatchWord(text, at, true).value.kind;
  return next == DateKind::kBefore || next == DateKind::kAfter;
}

// 90년대, 1970~80년대.
void CompleteDecade(DateToken& token) {
  if (token.value < 100) token.value = ExpandYear(token.value);
  if (token.last < 100) token.last += token.value / 100 * 100;
}

}  // namespace

std::optional<DateToken> ReadUnit(std::string_view text, DateNumber number) {
  const DateLexicon& lexicon = DateLexicon::Get();
  size_t at = number.end;
  const bool odd = text.substr(at).starts_with(kOdd);
  if (odd) at += kOdd.size();
  const bool apart = at < text.size() && text[at] == ' ';
  if (apart) ++at;
  const WordMatch<DateUnit> unit = at < text.size() ? lexicon.MatchUnit(text, at) : WordMatch<DateUnit>();
  if (unit.length == 0) return std::nullopt;
  const size_t end = at + unit.length;
  // 5 일본: a space before the unit needs the word to end with it.
  if (apart && !odd && !lexicon.EndsWord(text, end) && lexicon.MatchWord(text, end, true).length == 0) {
    return std::nullopt;
  }
  if (apart && number.spelled && !number.native && !SpelledApart(text, end, unit.value, number)) {
    return std::nullopt;
  }
  if (number.native && !NativeCounts(unit.value, number.last > number.value)) return std::nullopt;
  DateToken token;
  token.kinds = KindsOf(unit.value, number);
  if (number.last == 0) token.kinds = WithoutCounts(token.kinds);
  if (token.kinds == 0) return std::nullopt;
  token.value = number.value;
  token.last = number.last;
  token.span = {static_cast<int>(number.begin), static_cast<int>(end)};
  token.approximate = odd;
  token.spelled = number.spelled;
  if (unit.value == DateUnit::kDecade) CompleteDecade(token);
  if (text.substr(end).starts_with(kOdd) && text.substr(end + kOdd.size()).starts_with(" ")) {
    token.approximate = true;
    token.span.end += static_cast<int>(kOdd.size());
  }
  return token;
}

}  // namespace sillok::ingest
