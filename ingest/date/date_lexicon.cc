#include "ingest/date/date_lexicon.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace sillok::ingest {
namespace {

constexpr int kLongestParticle = 8;

struct NamedKind {
  std::string_view name;
  DateKind kind;
  bool suffix;  // only right after another token
};

constexpr NamedKind kWordKinds[] = {
    {"rel_day", DateKind::kRelDay, false},
    {"rel_week", DateKind::kRelWeek, false},
    {"rel_weekend", DateKind::kRelWeekend, false},
    {"rel_month", DateKind::kRelMonth, false},
    {"rel_quarter", DateKind::kRelQuarter, false},
    {"rel_half", DateKind::kRelHalf, false},
    {"rel_year", DateKind::kRelYear, false},
    {"this_year_prefix", DateKind::kThisYearPrefix, false},
    {"context_day", DateKind::kContextDay, false},
    {"context_month", DateKind::kContextMonth, false},
    {"context_year", DateKind::kContextYear, false},
    {"context_time", DateKind::kContextTime, false},
    {"from_then", DateKind::kFromThen, false},
    {"past", DateKind::kPast, false},
    {"past_day", DateKind::kPastDay, false},
    {"next", DateKind::kNext, false},
    {"this", DateKind::kThis, false},
    {"recent", DateKind::kRecent, false},
    {"coming", DateKind::kComing, false},
    {"recurring", DateKind::kRecurring, false},
    {"weekday", DateKind::kWeekday, false},
    {"half", DateKind::kHalf, false},
    {"season", DateKind::kSeason, false},
    {"year_part", DateKind::kYearPart, false},
    {"month_part", DateKind::kMonthPart, false},
    {"week_part", DateKind::kWeekPart, false},
    {"ordinal", DateKind::kOrdinal, false},
    {"days", DateKind::kDays, false},
    {"weeks", DateKind::kWeeks, false},
    {"months", DateKind::kMonths, false},
    {"month", DateKind::kMonth, false},
    {"part", DateKind::kPart, true},
    {"before", DateKind::kBefore, true},
    {"after", DateKind::kAfter, true},
    {"duration", DateKind::kDuration, true},
    {"per_day", DateKind::kPerDay, true},
    {"week_unit", DateKind::kWeekUnit, true},
};

constexpr std::pair<std::string_view, DatePart> kParts[] = {
    {"early", DatePart::kEarly},     {"middle", DatePart::kMiddle},     {"late", DatePart::kLate},
    {"first", DatePart::kFirst},     {"second", DatePart::kSecond},     {"rest", DatePart::kRest},
    {"weekend", DatePart::kWeekend}, {"workdays", DatePart::kWorkdays},
};

constexpr std::pair<std::string_view, DateUnit> kUnits[] = {
    {"year", DateUnit::kYear},       {"decade", DateUnit::kDecade},   {"month", DateUnit::kMonth},
    {"day", DateUnit::kDay},         {"week", DateUnit::kWeek},       {"week_no", DateUnit::kWeekNo},
    {"months", DateUnit::kMonths},   {"years", DateUnit::kYears},     {"quarter", DateUnit::kQuarter},
    {"century", DateUnit::kCentury}, {"ordinal", DateUnit::kOrdinal},
};

int ParseInt(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int ParseValue(std::string_view text) {
  for (const auto& [name, part] : kParts) {
    if (name == text) return static_cast<int>(part);
  }
  return ParseInt(text);
}

// The spellings of "다음_날": with the space and without, all or none.
std::vector<std::string> Spellings(std::string_view row) {
  std::string spaced(row);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  if (spaced == row) return {spaced};
  std::string closed(row);
  closed.erase(std::remove(closed.begin(), closed.end(), '_'), closed.end());
  return {spaced, closed};
}

bool IsBoundary(std::string_view text, size_t at) { return at >= text.size() || (text[at] & 0xC0) != 0x80; }

}  // namespace

template <typename T>
void DateLexicon::Index<T>::Add(const std::string& surface, const T& value) {
  rows.emplace(surface, value);
  heads.set(DecodeRune(surface, 0).code & 0xFFFF);
  longest = std::max(longest, surface.size());
}

template <typename T>
LexiconMatch<T> DateLexicon::Index<T>::Match(std::string_view text, size_t at) const {
  if (!heads.test(DecodeRune(text, at).code & 0xFFFF)) return {};
  std::string key;
  for (size_t length = std::min(longest, text.size() - at); length > 0; --length) {
    if (!IsBoundary(text, at + length)) continue;
    key.assign(text.substr(at, length));
    const auto row = rows.find(key);
    if (row != rows.end()) return {row->second, static_cast<int>(length)};
  }
  return {};
}

const DateLexicon& DateLexicon::Get() {
  static const DateLexicon* const lexicon = new DateLexicon();
  return *lexicon;
}

DateLexicon::DateLexicon() {
  LoadHolidays();
  LoadWords();
  const LexiconTable units = FindLexicon("date_units");
  for (const LexiconRow& row : units.rows()) {
    for (const auto& [name, unit] : kUnits) {
      if (name == row[1]) units_.Add(std::string(row[0]), unit);
    }
  }
  const LexiconTable numbers = FindLexicon("date_numbers");
  for (const LexiconRow& row : numbers.rows()) numbers_.Add(std::string(row[0]), ParseInt(row[1]));
  const LexiconTable particles = FindLexicon("date_particles");
  for (const LexiconRow& row : particles.rows()) particles_.emplace(row[0]);
}

void DateLexicon::LoadWords() {
  const LexiconTable exceptions = FindLexicon("date_exceptions");
  for (const LexiconRow& row : exceptions.rows()) {
    for (const std::string& surface : Spellings(row[0])) words_.Add(surface, DateWord{});
  }
  const LexiconTable words = FindLexicon("date_words");
  for (const LexiconRow& row : words.rows()) {
    for (const NamedKind& named : kWordKinds) {
      if (named.name != row[1]) continue;
      const DateWord word = {named.kind, ParseValue(row[2]), 0};
      for (const std::string& surface : Spellings(row[0])) {
        (named.suffix ? suffixes_ : words_).Add(surface, word);
      }
    }
  }
}

void DateLexicon::LoadHolidays() {
  std::unordered_map<std::string, int> index;
  const LexiconTable holidays = FindLexicon("holidays");
  for (const LexiconRow& row : holidays.rows()) {
    const auto [entry, added] = index.emplace(std::string(row[0]), static_cast<int>(holidays_.size()));
    if (added) holidays_.emplace_back();
    Holiday& holiday = holidays_[entry->second];
    const std::string_view date = row[1];
    if (date.size() == 5) {
      holiday.month = ParseInt(date.substr(0, 2));
      holiday.day = ParseInt(date.substr(3));
    } else {
      const int year = ParseInt(date.substr(0, 4));
      holiday.by_year.emplace(year,
                              absl::CivilDay(year, ParseInt(date.substr(5, 2)), ParseInt(date.substr(8))));
    }
  }
  const LexiconTable names = FindLexicon("holiday_names");
  for (const LexiconRow& row : names.rows()) {
    const auto entry = index.find(std::string(row[1]));
    if (entry == index.end()) continue;
    const DateKind kind = CountRunes(row[0]) == 1 ? DateKind::kWeakHoliday : DateKind::kHoliday;
    const DateWord word = {kind, entry->second, ParseInt(row[2])};
    for (const std::string& surface : Spellings(row[0])) words_.Add(surface, word);
  }
}

LexiconMatch<DateWord> DateLexicon::MatchWord(std::string_view text, size_t at, bool suffix) const {
  return (suffix ? suffixes_ : words_).Match(text, at);
}

LexiconMatch<DateUnit> DateLexicon::MatchUnit(std::string_view text, size_t at) const {
  return units_.Match(text, at);
}

LexiconMatch<int> DateLexicon::MatchNumber(std::string_view text, size_t at) const {
  return numbers_.Match(text, at);
}

bool DateLexicon::EndsWord(std::string_view text, size_t at) const {
  size_t end = at;
  for (int runes = 0; end < text.size() && runes <= kLongestParticle; ++runes) {
    const DecodedRune rune = DecodeRune(text, end);
    if (!IsHangulSyllable(rune.code)) break;
    end += rune.length;
  }
  return end == at || particles_.contains(std::string(text.substr(at, end - at)));
}

std::optional<absl::CivilDay> DateLexicon::HolidayIn(int holiday, int year) const {
  const Holiday& entry = holidays_[holiday];
  if (entry.month != 0) return absl::CivilDay(year, entry.month, entry.day);
  const auto day = entry.by_year.find(year);
  if (day == entry.by_year.end()) return std::nullopt;
  return day->second;
}

}  // namespace sillok::ingest
