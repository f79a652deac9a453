#include "ingest/date/date_lexicon.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "ingest/date/date_number.h"
#include "ingest/date/weekday_word.h"

namespace sillok::ingest {
namespace {

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
    {"rel_century", DateKind::kRelCentury, false},
    {"this_year_prefix", DateKind::kThisYearPrefix, false},
    {"context_day", DateKind::kContextDay, false},
    {"context_month", DateKind::kContextMonth, false},
    {"context_quarter", DateKind::kContextQuarter, false},
    {"context_year", DateKind::kContextYear, false},
    {"context_time", DateKind::kContextTime, false},
    {"context_period", DateKind::kContextPeriod, true},
    {"this_time", DateKind::kThisTime, true},
    {"now", DateKind::kNow, false},
    {"lunar", DateKind::kLunar, false},
    {"era", DateKind::kEra, false},
    {"sexagenary", DateKind::kSexagenary, false},
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
    {"half_more", DateKind::kHalfMore, true},
    {"before", DateKind::kBefore, true},
    {"after", DateKind::kAfter, true},
    {"duration", DateKind::kDuration, true},
    {"per_day", DateKind::kPerDay, true},
    {"week_unit", DateKind::kWeekUnit, true},
};

constexpr std::pair<std::string_view, DatePart> kParts[] = {
    {"early", DatePart::kEarly},      {"middle", DatePart::kMiddle},     {"late", DatePart::kLate},
    {"first", DatePart::kFirst},      {"second", DatePart::kSecond},     {"rest", DatePart::kRest},
    {"weekend", DatePart::kWeekend},  {"workdays", DatePart::kWorkdays}, {"first_day", DatePart::kFirstDay},
    {"last_day", DatePart::kLastDay},
};

constexpr std::pair<std::string_view, DateUnit> kUnits[] = {
    {"year", DateUnit::kYear},       {"year_name", DateUnit::kYearName},
    {"decade", DateUnit::kDecade},   {"month", DateUnit::kMonth},
    {"day", DateUnit::kDay},         {"week", DateUnit::kWeek},
    {"week_no", DateUnit::kWeekNo},  {"months", DateUnit::kMonths},
    {"years", DateUnit::kYears},     {"hours", DateUnit::kHours},
    {"minutes", DateUnit::kMinutes}, {"quarter", DateUnit::kQuarter},
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

}  // namespace

const DateLexicon& DateLexicon::Get() {
  static const DateLexicon* const lexicon = new DateLexicon();
  return *lexicon;
}

DateLexicon::DateLexicon() {
  LoadHolidays();
  LoadLunarMonths();
  LoadWords();
  LoadNumbers();
  LoadNeighbours();
  MarkHeads();
}

void DateLexicon::LoadNumbers() {
  const LexiconTable units = FindLexicon("date_units");
  for (const LexiconRow& row : units.rows()) {
    for (const auto& [name, unit] : kUnits) {
      if (name == row[1]) units_.Add(std::string(row[0]), unit);
    }
  }
  const LexiconTable numbers = FindLexicon("date_numbers");
  for (const LexiconRow& row : numbers.rows()) {
    numbers_.Add(std::string(row[0]), {ParseInt(row[1]), ParseInt(row[2].empty() ? row[1] : row[2])});
  }
  const LexiconTable particles = FindLexicon("date_particles");
  for (const LexiconRow& row : particles.rows()) particles_.Add(std::string(row[0]), true);
}

void DateLexicon::LoadNeighbours() {
  const LexiconTable leads = FindLexicon("date_leads");
  for (const LexiconRow& row : leads.rows()) {
    std::string& ending = leads_.emplace_back(row[0]);
    std::replace(ending.begin(), ending.end(), '_', ' ');
  }
  const LexiconTable nouns = FindLexicon("length_nouns");
  for (const LexiconRow& row : nouns.rows()) {
    (row[1] == "adverb" ? length_adverbs_ : length_nouns_).emplace_back(row[0]);
  }
  const LexiconTable events = FindLexicon("year_events");
  for (const LexiconRow& row : events.rows()) year_events_.emplace_back(row[0], row[1] == "old");
}

void DateLexicon::MarkHeads() {
  for (char32_t code = 0; code < heads_.size(); ++code) {
    heads_[code] = words_.Begins(code) || numbers_.Begins(code);
  }
  for (const char32_t code : kWeekdays) heads_.set(code);
  for (const char32_t code : kSinoNumerals) heads_.set(code);
  for (const char32_t code : kHanjaNumerals) heads_.set(code);
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
      const int value = ParseValue(row[2]);
      const DatePart part = static_cast<DatePart>(row[4].empty() ? 0 : ParseValue(row[4]));
      const DateWord word = {named.kind, value, row[3].empty() ? value : ParseInt(row[3]), part, false};
      for (const std::string& surface : Spellings(row[0])) {
        (named.suffix ? suffixes_ : words_).Add(surface, word);
      }
    }
  }
}

void DateLexicon::LoadHolidays() {
  std::map<std::string, int> index;
  const LexiconTable holidays = FindLexicon("holidays");
  for (const LexiconRow& row : holidays.rows()) {
    const auto [entry, added] = index.emplace(std::string(row[0]), static_cast<int>(holidays_.size()));
    if (added) holidays_.emplace_back();
    Holiday& holiday = holidays_[entry->second];
    std::string_view date = row[1];
    holiday.lunar = date.starts_with('L');
    if (holiday.lunar) date.remove_prefix(1);
    if (date.size() == 5) {
      holiday.month = ParseInt(date.substr(0, 2));
      holiday.day = ParseInt(date.substr(3));
    } else {
      const int year = ParseInt(date.substr(0, 4));
      holiday.by_year[year].emplace_back(year, ParseInt(date.substr(5, 2)), ParseInt(date.substr(8)));
    }
  }
  const LexiconTable names = FindLexicon("holiday_names");
  for (const LexiconRow& row : names.rows()) {
    const auto entry = index.find(std::string(row[1]));
    if (entry == index.end()) continue;
    const DateKind kind = CountRunes(row[0]) == 1 ? DateKind::kWeakHoliday : DateKind::kHoliday;
    const DateWord word = {kind, entry->second, ParseInt(row[2]), DatePart::kWhole, row[3] == "other"};
    for (const std::string& surface : Spellings(row[0])) words_.Add(surface, word);
  }
}

// The row of a month gives its first day; it ends before the next row's.
void DateLexicon::LoadLunarMonths() {
  const LexiconTable months = FindLexicon("lunar_months");
  const std::vector<LexiconRow>& rows = months.rows();
  for (size_t i = 0; i + 1 < rows.size(); ++i) {
    const std::optional<absl::CivilDay> first = ParseDay(rows[i][2]);
    const std::optional<absl::CivilDay> next = ParseDay(rows[i + 1][2]);
    if (!first || !next || rows[i][1].ends_with('L')) continue;
    lunar_months_[{ParseInt(rows[i][0]), ParseInt(rows[i][1])}] = {*first, *next - 1, Grain::kMonth};
  }
}

std::optional<CivilInterval> DateLexicon::LunarMonth(int year, int month) const {
  const auto found = lunar_months_.find({year, month});
  if (found == lunar_months_.end()) return std::nullopt;
  return found->second;
}

bool DateLexicon::MayBegin(std::string_view text, size_t at) const {
  return heads_[DecodeRune(text, at).code & 0xFFFF];
}

WordMatch<DateWord> DateLexicon::MatchWord(std::string_view text, size_t at, bool suffix) const {
  return (suffix ? suffixes_ : words_).Match(text, at);
}

WordMatch<DateUnit> DateLexicon::MatchUnit(std::string_view text, size_t at) const {
  return units_.Match(text, at);
}

WordMatch<NumberWord> DateLexicon::MatchNumber(std::string_view text, size_t at) const {
  return numbers_.Match(text, at);
}

bool DateLexicon::EndsWord(std::string_view text, size_t at) const {
  if (at >= text.size() || !IsHangulSyllable(DecodeRune(text, at).code)) return true;
  const size_t end = at + static_cast<size_t>(particles_.Match(text, at).length);
  return end > at && (end >= text.size() || !IsHangulSyllable(DecodeRune(text, end).code));
}

bool DateLexicon::LeadsToHours(std::string_view text, size_t at) const {
  if (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0 || !IsHangulSyllable(DecodeRuneBefore(text, at).code)) {
    return at == 0 || !IsAsciiDigit(text[at - 1]);
  }
  const std::string_view before = text.substr(0, at);
  return std::any_of(leads_.begin(), leads_.end(), [&](std::string_view ending) {
    return before.ends_with(ending) || (ending.starts_with(' ') && before == ending.substr(1));
  });
}

bool DateLexicon::IsLengthNoun(std::string_view word) const {
  return std::any_of(length_nouns_.begin(), length_nouns_.end(),
                     [&](std::string_view noun) { return word.ends_with(noun); });
}

bool DateLexicon::IsLengthAdverb(std::string_view word) const {
  return std::find(length_adverbs_.begin(), length_adverbs_.end(), word) != length_adverbs_.end();
}

bool DateLexicon::IsEventOf(std::string_view word, int year) const {
  const bool old = year > 50 && year % 10 != 0;
  return std::any_of(year_events_.begin(), year_events_.end(), [&](const auto& event) {
    return (old || !event.second) && word.find(event.first) != std::string_view::npos;
  });
}

std::vector<absl::CivilDay> DateLexicon::HolidaysIn(int holiday, int year) const {
  const Holiday& entry = holidays_[holiday];
  if (entry.lunar) {
    const std::optional<CivilInterval> month = LunarMonth(year, entry.month);
    return month ? std::vector{month->first + (entry.day - 1)} : std::vector<absl::CivilDay>();
  }
  if (entry.month != 0) return {absl::CivilDay(year, entry.month, entry.day)};
  const auto days = entry.by_year.find(year);
  return days == entry.by_year.end() ? std::vector<absl::CivilDay>() : days->second;
}

}  // namespace sillok::ingest
