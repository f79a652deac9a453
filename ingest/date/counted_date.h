// Dates counted from another: 사흘 전, 2년 1개월 21일 뒤, 지난 10년, 향후 5년간.
//
//   CountDate(count /* 사흘 전 */, view).interval  → three days before view.now
//
// Pure; safe from any thread.
#pragma once

#include "ingest/date/date_view.h"
#include "ingest/date/dated_article.h"
#include "ingest/date/partial_date.h"

namespace sillok::ingest {

// Interval, anchor, certainty and alternatives; no interval when what it is counted from is not known exactly enough.
[[nodiscard]] DateValue CountDate(const PartialDate& partial, const DateView& view);

// The same from `base`, which an expression names: 화요일부터 이틀 뒤.
[[nodiscard]] DateValue CountFrom(const PartialDate& partial, const CivilInterval& base, Certainty certainty);

}  // namespace sillok::ingest
