// From what an expression says to the days it means, seen from a point in time and a point in the text.
//
//   DateView view{.now = DayOf(absl::CivilDay(2024, 3, 18)), .now_certainty = Certainty::kMedium};
//   Resolve(match, view).interval  → 2024-02-27 for "지난 2월 27일"
//
// Pure; safe from any thread.
#pragma once

#include "ingest/date/date_matcher.h"
#include "ingest/date/date_view.h"
#include "ingest/date/dated_article.h"

namespace sillok::ingest {

[[nodiscard]] DateValue Resolve(const DateMatch& match, const DateView& view);

}  // namespace sillok::ingest
