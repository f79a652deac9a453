#include "common/time/civil_interval.h"

#include <array>
#include <cstdio>

namespace sillok {
namespace {

CivilInterval MonthsFrom(int year, int month, int months, Grain grain) {
  const absl::CivilMonth first(year, month);
  return {absl::CivilDay(first), absl::CivilDay(first + months) - 1, grain};
}

// The number of exactly `digits` ASCII digits at `at`; nothing for any other byte.
std::optional<int> ParseDigits(std::string_view text, size_t at, size_t digits) {
  int value = 0;
  for (size_t i = at; i < at + digits; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

CivilInterval DayOf(absl::CivilDay day) { return {day, day, Grain::kDay}; }

CivilInterval WeekOf(absl::CivilDay day) {
  const absl::CivilDay monday = absl::PrevWeekday(day + 1, absl::Weekday::monday);
  return {monday, monday + 6, Grain::kWeek};
}

CivilInterval MonthOf(int year, int month) { return MonthsFrom(year, month, 1, Grain::kMonth); }

CivilInterval QuarterOf(int year, int quarter) {
  return MonthsFrom(year, 3 * quarter - 2, 3, Grain::kQuarter);
}

CivilInterval HalfOf(int year, int half) { return MonthsFrom(year, 6 * half - 5, 6, Grain::kHalf); }

CivilInterval YearOf(int year) { return MonthsFrom(year, 1, 12, Grain::kYear); }

std::optional<absl::CivilDay> MakeDay(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const absl::CivilDay result(year, month, day);
  // CivilDay carries the 31st of a short month into the next one.
  if (result.month() != month) return std::nullopt;
  return result;
}

std::string FormatDay(absl::CivilDay day) {
  constexpr int kDecimal = 10;
  if (day.year() < 0 || day.year() > 9999) {
    std::array<char, 40> buffer;
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04lld-%02d-%02d",
                                     static_cast<long long>(day.year()), day.month(), day.day());
    return std::string(buffer.data(), static_cast<size_t>(length));
  }
  std::string text = "0000-00-00";
  const auto write = [&text](size_t end, int number) {
    for (; number > 0; number /= kDecimal) text[--end] = static_cast<char>('0' + number % kDecimal);
  };
  write(4, static_cast<int>(day.year()));
  write(7, day.month());
  write(10, day.day());
  return text;
}

std::optional<absl::CivilDay> ParseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = ParseDigits(text, 0, 4);
  const std::optional<int> month = ParseDigits(text, 5, 2);
  const std::optional<int> day = ParseDigits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  return MakeDay(*year, *month, *day);
}

std::optional<CivilInterval> ParseInterval(std::string_view text) {
  if (text.size() == 10) {
    const std::optional<absl::CivilDay> day = ParseDay(text);
    if (!day) return std::nullopt;
    return DayOf(*day);
  }
  const std::optional<int> year = ParseDigits(text, 0, 4);
  if (!year || *year < 1) return std::nullopt;
  if (text.size() == 4) return YearOf(*year);
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const std::optional<int> month = ParseDigits(text, 5, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  return MonthOf(*year, *month);
}

std::string FormatInterval(const CivilInterval& interval) {
  const auto same_days = [&](const CivilInterval& other) {
    return interval.first == other.first && interval.last == other.last;
  };
  const int year = static_cast<int>(interval.first.year());
  std::string first = FormatDay(interval.first);
  if (interval.first == interval.last) return first;
  if (same_days(YearOf(year))) return first.substr(0, first.size() - 6);
  if (same_days(MonthOf(year, interval.first.month()))) return first.substr(0, first.size() - 3);
  return first + "/" + FormatDay(interval.last);
}

}  // namespace sillok
