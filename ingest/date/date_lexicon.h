// The rows that dates are read with, indexed once.
//
//   DateLexicon::Get().MatchWord("지난주에", 0)  → the row of 지난주, length 9
//
// Built from ingest/lexicon/date_*.tsv and holiday*.tsv at first use; constant afterwards, safe from any thread.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "absl/time/civil_time.h"
#include "ingest/date/date_token.h"

namespace sillok::ingest {

// A row of date_words.tsv, holiday_names.tsv or date_exceptions.tsv.
struct DateWord {
  DateKind kind = DateKind::kException;
  int value = 0;
  int margin = 0;  // days before and after, of a holiday
};

// A unit after a number.
enum class DateUnit {
  kYear,
  kDecade,
  kMonth,
  kDay,
  kWeek,
  kWeekNo,
  kMonths,
  kYears,
  kQuarter,
  kCentury,
  kOrdinal
};

template <typename T>
struct LexiconMatch {
  T value{};
  int length = 0;  // bytes; 0 when nothing matched
};

class DateLexicon {
 public:
  static const DateLexicon& Get();

  // The longest row that begins at byte `at`; `suffix` chooses the kinds that only follow another token.
  [[nodiscard]] LexiconMatch<DateWord> MatchWord(std::string_view text, size_t at, bool suffix) const;
  [[nodiscard]] LexiconMatch<DateUnit> MatchUnit(std::string_view text, size_t at) const;
  // A native number: 두, 열두.
  [[nodiscard]] LexiconMatch<int> MatchNumber(std::string_view text, size_t at) const;

  // True when the word that a date stands in may end at byte `at`: nothing but a particle follows.
  [[nodiscard]] bool EndsWord(std::string_view text, size_t at) const;

  // The day of a holiday in a year; nothing where the calendar does not know.
  [[nodiscard]] std::optional<absl::CivilDay> HolidayIn(int holiday, int year) const;

 private:
  template <typename T>
  struct Index {
    std::unordered_map<std::string, T> rows;
    std::bitset<0x10000> heads;  // the first code points of the rows
    size_t longest = 0;

    void Add(const std::string& surface, const T& value);
    [[nodiscard]] LexiconMatch<T> Match(std::string_view text, size_t at) const;
  };
  struct Holiday {
    int month = 0;  // 0 when it moves
    int day = 0;
    std::unordered_map<int, absl::CivilDay> by_year;
  };

  DateLexicon();
  void LoadWords();
  void LoadHolidays();

  Index<DateWord> words_;
  Index<DateWord> suffixes_;
  Index<DateUnit> units_;
  Index<int> numbers_;
  std::unordered_set<std::string> particles_;
  std::vector<Holiday> holidays_;
};

}  // namespace sillok::ingest
