// From what an expression says to the days it means, seen from a point in time and a point in the text.
//
//   View view{.now = DayOf(absl::CivilDay(2024, 3, 18)), .now_certainty = Certainty::kMedium};
//   Resolve(match, view).interval  → 2024-02-27 for "지난 2월 27일"
//
// Pure; safe from any thread.
#pragma once

#include <optional>

#include "ingest/date/date_matcher.h"
#include "ingest/date/dated_article.h"
#include "ingest/date/direction.h"

namespace sillok::ingest {

// What the running text last spoke of.
struct Spoken {
  std::optional<absl::CivilDay> day;
  std::optional<absl::CivilMonth> month;
  std::optional<int> year;
  std::optional<CivilInterval> time;

  // Takes over what `interval` tells: a day its month and year too, a month its year.
  void Hear(const CivilInterval& interval);
};

// Where an expression stands.
struct View {
  std::optional<CivilInterval> now;  // the time of writing, or of saying, as exact as it is known
  Certainty now_certainty = Certainty::kUnknown;
  Direction direction = Direction::kUnclear;
  Spoken spoken;
  bool quoted = false;  // in somebody's words: 이날 is not the day of writing there
  // Set when the expression goes on from one just before it: 5일과 7일, 지난해 3월 착공해 12월 완공.
  std::optional<absl::CivilMonth> same_month;
  std::optional<int> same_year;
  std::optional<absl::CivilDay> same_week;  // its Monday
};

[[nodiscard]] DateValue Resolve(const DateMatch& match, const View& view);

}  // namespace sillok::ingest
