// Dates that come round again: 12월, 9일, 금요일, 추석. Which turn of them is meant, seen from the time of writing.
//
//   RecurringDate(partial /* 지난 9월 */, view).interval  → the September before this one
//
// Pure; safe from any thread; constant time.
#pragma once

#include "ingest/date/date_view.h"
#include "ingest/date/dated_article.h"
#include "ingest/date/partial_date.h"

namespace sillok::ingest {

// Interval, anchor, certainty and alternatives; no interval when the time of writing is not known exactly enough, and the text
// spoke of none that it goes on from.
[[nodiscard]] DateValue RecurringDate(const PartialDate& partial, const DateView& view);

}  // namespace sillok::ingest
