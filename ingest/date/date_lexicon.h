// The rows that dates are read with, indexed once.
//
//   DateLexicon::Get().MatchWord("지난주에", 0)  → the row of 지난주, length 9
//
// Built from ingest/lexicon/date_*.tsv, holiday*.tsv and lunar_months.tsv at first use; constant afterwards, safe from any thread.
#pragma once

#include <bitset>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/time/civil_time.h"
#include "common/time/civil_interval.h"
#include "ingest/date/date_token.h"
#include "ingest/date/word_index.h"

namespace sillok::ingest {

// A row of date_words.tsv, holiday_names.tsv or date_exceptions.tsv.
struct DateWord {
  DateKind kind = DateKind::kException;
  int value = 0;
  int last = 0;  // the end of 사나흘, as DateToken's; of a holiday the days before and after
  DatePart part = DatePart::kWhole;
  bool other = false;  // a holiday that is also another word: 동지
};

// A row of date_numbers.tsv: 두, or 두세 with its end.
struct NumberWord {
  int value = 0;
  int last = 0;
};

// A unit after a number.
enum class DateUnit {
  kYear,
  kYearName,  // 년도: never a length
  kDecade,
  kMonth,
  kDay,
  kWeek,
  kWeekNo,
  kMonths,
  kYears,
  kHours,
  kMinutes,
  kQuarter,
  kCentury,
  kOrdinal
};

// The letters of numbers as they are counted in 일이삼; also those that are nearly always part of other words.
inline constexpr std::u32string_view kSinoNumerals = U"일이삼사오육칠팔구십백천공영";
// The same numerals in Hanja, one for one.
inline constexpr std::u32string_view kHanjaNumerals = U"一二三四五六七八九十百千〇零";

class DateLexicon {
 public:
  static const DateLexicon& Get();

  // The longest row that begins at byte `at`; `suffix` chooses the kinds that only follow another token.
  [[nodiscard]] WordMatch<DateWord> MatchWord(std::string_view text, size_t at, bool suffix) const;
  [[nodiscard]] WordMatch<DateUnit> MatchUnit(std::string_view text, size_t at) const;
  // False when no row, number or short weekday begins with the code point at `at`.
  [[nodiscard]] bool MayBegin(std::string_view text, size_t at) const;
  // A native number: 두, 열두.
  [[nodiscard]] WordMatch<NumberWord> MatchNumber(std::string_view text, size_t at) const;

  // True when the word that a date stands in may end at byte `at`: nothing but a particle follows.
  [[nodiscard]] bool EndsWord(std::string_view text, size_t at) const;

  // True when the word before byte `at` leaves a count of hours there to the time of writing: 지진이 3시간 전.
  [[nodiscard]] bool LeadsToHours(std::string_view text, size_t at) const;
  // True when `word` ends in the name of what lasts: 유효기간.
  [[nodiscard]] bool IsLengthNoun(std::string_view word) const;
  // True for what makes a number after it a length: 최대.
  [[nodiscard]] bool IsLengthAdverb(std::string_view word) const;
  // True when `word` names what a two-digit `year` before it dates: 서울올림픽.
  [[nodiscard]] bool IsEventOf(std::string_view word, int year) const;

  // The days of a holiday in a year, in order; none where the calendar does not know.
  [[nodiscard]] std::vector<absl::CivilDay> HolidaysIn(int holiday, int year) const;
  // The days of a month of the lunar calendar that begins with the 설날 of `year`, without its leap month.
  [[nodiscard]] std::optional<CivilInterval> LunarMonth(int year, int month) const;

 private:
  struct Holiday {
    int month = 0;  // 0 when it moves
    int day = 0;
    bool lunar = false;  // month and day are those of the lunar calendar
    std::map<int, std::vector<absl::CivilDay>> by_year;
  };

  DateLexicon();
  void LoadWords();
  void LoadNumbers();
  void LoadNeighbours();
  void LoadHolidays();
  void LoadLunarMonths();
  void MarkHeads();

  WordIndex<DateWord> words_;
  WordIndex<DateWord> suffixes_;
  WordIndex<DateUnit> units_;
  WordIndex<NumberWord> numbers_;
  WordIndex<bool> particles_;
  std::vector<std::string> leads_;
  std::vector<std::string> length_nouns_;
  std::vector<std::string> length_adverbs_;
  std::vector<std::pair<std::string, bool>> year_events_;  // true for those of an old year only
  std::bitset<0x10000> heads_;                             // what MayBegin answers
  std::vector<Holiday> holidays_;
  std::map<std::pair<int, int>, CivilInterval> lunar_months_;  // by year and month
};

}  // namespace sillok::ingest
