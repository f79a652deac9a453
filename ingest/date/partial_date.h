// What a date expression says by itself, before it is counted from anything: 지난 2월 27일 is month 2, day 27, in the past.
//
// A plain value; FillYear, FillMonth and FillWeek complete one whose missing part is known. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "common/time/civil_interval.h"
#include "ingest/date/date_token.h"

namespace sillok::ingest {

// What a number is counted from.
enum class Base { kNone, kAbsolute, kWritten, kContext };

// A field that is a number (absolute) or an offset (from the time of writing, or from what was last spoken of).
struct Field {
  Base base = Base::kNone;
  int value = 0;

  [[nodiscard]] bool known() const { return base != Base::kNone; }
};

enum class Toward { kNone, kPast, kNext, kThis };
enum class Unit { kNone, kHour, kDay, kWeek, kMonth, kYear };
enum class CountShape { kBefore, kAfter, kLast, kComing };

// 사흘 전, 지난 10년, 2년 1개월 21일 전.
struct Count {
  Unit unit = Unit::kNone;  // the finest
  int months = 0;           // years as twelve
  int days = 0;             // weeks as seven
  int minutes = 0;          // hours as sixty
  int spread = 0;           // units that 사나흘 may be farther
  CountShape shape = CountShape::kBefore;
  bool approximate = false;
  bool from_then = false;  // counted from what was last spoken of
};

struct PartialDate {
  std::string_view rule;
  Field year;
  Field half;
  Field quarter;
  Field month;
  Field week;
  Field day;
  int last = 0;                   // the end of a range in the finest field, 0 when there is none
  int season = 0;                 // 1 spring … 4 winter
  int decade = 0;                 // 1990
  int century = 0;                // 21
  bool relative_century = false;  // `century` is an offset from the present one
  std::optional<int> era;         // years between the stated one and ours
  int sexagenary = -1;            // 0 갑자
  int ordinal = 0;                // of a week or a weekday in its month; -1 the last
  bool week_of_month = false;
  bool numbered_week = false;  // 2주차, which is never a weekday's turn
  int weekday = -1;            // 0 Monday
  int holiday = -1;
  int margin = 0;  // days around a holiday
  bool context_time = false;
  bool context_period = false;  // 동기: the period spoken of
  bool this_time = false;       // 이맘때: the month of writing
  bool lunar = false;
  DatePart part = DatePart::kWhole;
  Unit part_of = Unit::kNone;  // the unit that 연말, 월말 and 주말 name a part of
  bool beyond = false;         // 다음: not within the present unit
  Toward toward = Toward::kNone;
  Count count;
};

// The span within a year of a partial date whose own year is not known, or known to be `year`; nothing when the
// calendar has none (30 February). A holiday whose day the calendar does not know gives nothing.
[[nodiscard]] std::optional<CivilInterval> FillYear(const PartialDate& partial, int year);
// Within a month.
[[nodiscard]] std::optional<CivilInterval> FillMonth(const PartialDate& partial, absl::CivilMonth month);
// Within the week that begins on `monday`.
[[nodiscard]] CivilInterval FillWeek(const PartialDate& partial, absl::CivilDay monday);

// What is known without any anchor, as EDTF ("XXXX-02-27"); empty when nothing is.
[[nodiscard]] std::string PatternOf(const PartialDate& partial);

}  // namespace sillok::ingest
