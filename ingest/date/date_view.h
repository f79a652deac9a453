// Where a date expression stands: the time it is counted from, and what the text spoke of before it.
//
//   DateView view{.now = DayOf(absl::CivilDay(2024, 3, 18)), .now_certainty = Certainty::kMedium};
//
// Plain values; safe from any thread.
#pragma once

#include <optional>

#include "absl/time/civil_time.h"
#include "common/time/civil_interval.h"
#include "ingest/date/dated_article.h"
#include "ingest/date/direction.h"

namespace sillok::ingest {

// What the running text last spoke of.
struct Spoken {
  std::optional<absl::CivilDay> day;
  std::optional<absl::CivilMonth> month;
  std::optional<int> year;
  std::optional<CivilInterval> time;
  std::optional<CivilInterval> period;  // longer than a day, within one year

  // Takes over what `interval` tells: a day its month and year too, a month its year.
  void Hear(const CivilInterval& interval);
};

struct DateView {
  std::optional<CivilInterval> now;  // the time of writing, or of saying, as exact as it is known
  Certainty now_certainty = Certainty::kUnknown;
  Direction direction = Direction::kUnclear;
  Spoken spoken;
  bool alone = false;   // nothing else is written
  bool quoted = false;  // in somebody's words: 이날 is not the day of writing there
  // Set when the expression goes on from one just before it: 5일과 7일, 지난해 3월 착공해 12월 완공.
  std::optional<absl::CivilMonth> same_month;
  std::optional<int> same_year;
  std::optional<absl::CivilDay> same_week;  // its Monday
};

[[nodiscard]] inline bool HasDay(const CivilInterval& now) { return now.first == now.last; }
[[nodiscard]] inline bool HasMonth(const CivilInterval& now) {
  return absl::CivilMonth(now.first) == absl::CivilMonth(now.last);
}
[[nodiscard]] inline bool HasYear(const CivilInterval& now) { return now.first.year() == now.last.year(); }

// Adds another reading to `value`, unless it is there.
void AddAlternative(const std::optional<CivilInterval>& interval, DateValue& value);

}  // namespace sillok::ingest
