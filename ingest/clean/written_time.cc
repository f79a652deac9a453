#include "ingest/clean/written_time.h"

#include <array>
#include <charconv>
#include <string>

#include "common/time/civil_interval.h"
#include "ingest/clean/re2_piece.h"
#include "re2/re2.h"

namespace sillok::ingest {
namespace {

// More of them in one text are no claims.
constexpr size_t kMostTimes = 8;

int Number(re2::StringPiece digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// The part of a time of day, behind every form of a day.
constexpr std::string_view kClock =
    R"((?:\s?\(?[월화수목금토일](?:요일)?\)?(?:[^가-힣]|$))?)"
    R"((?:[\sT,|/·(-]{0,3}(?:at\s)?(오전|오후|[AaPp]\.?[Mm]\.?)?\s?(\d{1,2})\s?(?::|시)\s?(\d{1,2})\s?분?(?:\s?:?\s?(\d{2})(?:[.,]\d{1,9})?초?)?)"
    R"((?:\s?([AaPp]\.?[Mm]\.?))?(?:\s?(Z|KST|UTC|GMT|[+-]\d{2}:?\d{2}))?)?)";

// A form in which days are written; the groups of year, month and day.
struct DayForm {
  explicit DayForm(std::string_view day, int year_group, int month_group, int day_group)
      : pattern("(?:^|[^0-9.])(?:" + std::string(day) + ")" + std::string(kClock)),
        year(year_group),
        month(month_group),
        day(day_group),
        english(month_group != 2 || year_group != 1),
        short_year(day.starts_with("(\\d{2})[")) {}
  RE2 pattern;
  int year;
  int month;
  int day;
  bool english;     // the month is a word
  bool short_year;  // of two digits: a day only where a time of day follows
};

const std::array<DayForm, 4>& DayForms() {
  static const auto* const forms = new std::array<DayForm, 4>{
      DayForm(R"(((?:19|20)\d{2})\s?[.\-/년]\s{0,2}(\d{1,2})\s?[.\-/월]\s{0,2}(\d{1,2})(?:\s?일|\.)?)", 1, 2,
              3),
      DayForm(R"(([A-Z][a-z]{2,8})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d{2}))", 3, 1, 2),
      DayForm(R"((\d{1,2})(?:st|nd|rd|th)?\s([A-Z][a-z]{2,8})\.?,?\s((?:19|20)\d{2}))", 3, 2, 1),
      DayForm(R"((\d{2})[.\-/](\d{2})[.\-/](\d{2}))", 1, 2, 3),
  };
  return *forms;
}

// 1…12 for digits or an English name of a month; else 0.
int Month(re2::StringPiece text) {
  static constexpr std::string_view kNames = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (text.empty()) return 0;
  if (text[0] >= '0' && text[0] <= '9') return Number(text);
  if (text.size() < 3) return 0;
  std::string head;
  for (const char byte : text.substr(0, 3)) head.push_back(static_cast<char>(byte | 0x20));
  const size_t at = kNames.find(head);
  return at == kNames.npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
}

bool IsAfternoon(re2::StringPiece mark) {
  return mark == "오후" || (!mark.empty() && (mark[0] | 0x20) == 'p');
}
bool IsForenoon(re2::StringPiece mark) {
  return mark == "오전" || (!mark.empty() && (mark[0] | 0x20) == 'a');
}

absl::TimeZone Zone(re2::StringPiece zone) {
  if (zone.empty() || zone == "KST") return Korea();
  if (zone[0] != '+' && zone[0] != '-') return absl::UTCTimeZone();
  const int minutes = Number(zone.substr(1, 2)) * 60 + Number(zone.substr(zone.size() - 2));
  return absl::FixedTimeZone((zone[0] == '-' ? -60 : 60) * minutes);
}

// Puts the time of day of groups 4…9 into `written`, with the day it then is in Korea.
void SetClock(const std::array<re2::StringPiece, 10>& groups, WrittenTime& written) {
  if (groups[5].empty()) return;
  int hour = Number(groups[5]);
  const re2::StringPiece half = groups[4].empty() ? groups[8] : groups[4];
  if (IsAfternoon(half) && hour < 12) hour += 12;
  if (IsForenoon(half) && hour == 12) hour = 0;
  const int minute = Number(groups[6]);
  const int second = Number(groups[7]);
  if (hour > 23 || minute > 59 || second > 59) return;
  const absl::CivilSecond civil(written.day.year(), written.day.month(), written.day.day(), hour, minute,
                                second);
  written.time = absl::FromCivil(civil, Zone(groups[9]));
  written.day = absl::ToCivilDay(*written.time, Korea());
}

// Where "Mon, " or "Monday, " before an English day begins; `begin` itself when nothing such stands there.
size_t BeginOfWeekday(std::string_view text, size_t begin) {
  static const RE2 pattern(R"(((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s)$)");
  constexpr size_t kLongest = 12;
  const size_t from = begin - std::min(begin, kLongest);
  re2::StringPiece weekday;
  if (!RE2::PartialMatch(Piece(text.substr(from, begin - from)), pattern, &weekday)) return begin;
  return begin - weekday.size();
}

// A cheap look before the patterns: most lines have no year, and no 24.03.18 either.
bool HasYear(std::string_view text) {
  const auto digit = [&](size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  const auto mark = [&](size_t at) { return text[at] == '.' || text[at] == '-' || text[at] == '/'; };
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    if ((text[at] == '1' || text[at] == '2') && digit(at + 1) && digit(at + 2) && digit(at + 3)) return true;
    if (mark(at) && digit(at + 1) && digit(at + 2) && text[at + 3] == text[at]) return true;
  }
  return false;
}

// The same for a month's name.
bool HasEnglishWord(std::string_view text) {
  const auto small = [&](size_t at) { return text[at] >= 'a' && text[at] <= 'z'; };
  for (size_t at = 0; at + 3 <= text.size(); ++at) {
    if (text[at] >= 'A' && text[at] <= 'Z' && small(at + 1) && small(at + 2)) return true;
  }
  return false;
}

std::optional<WrittenTime> FindNext(std::string_view text, size_t from) {
  std::optional<WrittenTime> first;
  const bool english = HasEnglishWord(text.substr(from));
  for (const DayForm& form : DayForms()) {
    if (form.english && !english) continue;
    std::array<re2::StringPiece, 10> groups;
    size_t at = from;
    while (form.pattern.Match(Piece(text), at, text.size(), RE2::UNANCHORED, groups.data(), groups.size())) {
      const re2::StringPiece start = groups[1];
      const int year = Number(groups[form.year]) + (form.short_year ? 2000 : 0);
      const std::optional<absl::CivilDay> day =
          MakeDay(year, Month(groups[form.month]), Number(groups[form.day]));
      WrittenTime written;
      written.begin = static_cast<size_t>(start.data() - text.data());
      written.end = static_cast<size_t>(groups[0].data() + groups[0].size() - text.data());
      if (day.has_value() && year >= 1900 && year <= 2100) {
        written.day = *day;
        SetClock(groups, written);
        if (form.english) written.begin = BeginOfWeekday(text, written.begin);
        at = static_cast<size_t>(start.data() - text.data()) + 1;
        if (form.short_year && !written.time.has_value()) continue;
        if (!first.has_value() || written.begin < first->begin) first = written;
        break;
      }
      at = written.begin + 1;
    }
  }
  return first;
}

}  // namespace

absl::TimeZone Korea() { return absl::FixedTimeZone(9 * 60 * 60); }

std::vector<WrittenTime> FindTimes(std::string_view text) {
  std::vector<WrittenTime> times;
  if (!HasYear(text)) return times;
  size_t at = 0;
  while (at < text.size() && times.size() < kMostTimes) {
    const std::optional<WrittenTime> next = FindNext(text, at);
    if (!next.has_value()) break;
    at = next->end;
    times.push_back(*next);
  }
  return times;
}

std::optional<WrittenTime> ParseMachineTime(std::string_view text) {
  static const RE2 compact(
      R"(\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?:Z|[+-]\d{2}:?\d{2})?\s*)");
  text = text.substr(0, 64);
  const std::vector<WrittenTime> times = FindTimes(text);
  if (!times.empty()) return times.front();
  std::string part[6];
  if (!RE2::FullMatch(Piece(text), compact, &part[0], &part[1], &part[2], &part[3], &part[4], &part[5])) {
    return std::nullopt;
  }
  std::string iso = part[0] + "-" + part[1] + "-" + part[2];
  if (!part[3].empty()) iso += "T" + part[3] + ":" + part[4];
  const std::vector<WrittenTime> expanded = FindTimes(iso);
  if (expanded.empty()) return std::nullopt;
  return expanded.front();
}

}  // namespace sillok::ingest
