// Dates that come round again: 12월, 9일, 금요일, 추석. Which turn of them is meant, seen from the time of writing.
//
//   ChooseTurn(partial /* 지난 9월 */, view, turn, kYearHome)  → the September before this one
//
// Pure; safe from any thread; constant time.
#pragma once

#include <functional>
#include <optional>

#include "common/time/civil_interval.h"
#include "ingest/date/date_view.h"
#include "ingest/date/dated_article.h"
#include "ingest/date/partial_date.h"

namespace sillok::ingest {

// The n-th turn from the present one (0); nothing where the calendar skips it.
using Turn = std::function<std::optional<CivilInterval>(int)>;

// Interval, anchor, certainty and alternatives. `view.now` is known. `home` days are granted to the present turn when both
// directions are open.
[[nodiscard]] DateValue ChooseTurn(const PartialDate& partial, const DateView& view, const Turn& turn,
                                   int home);

// 5일과 7일: `first`, or the turn after it when it would go back before what was just spoken of; no interval when neither
// fits the direction.
[[nodiscard]] DateValue ContinueTurn(const PartialDate& partial, const DateView& view,
                                     const std::optional<CivilInterval>& first,
                                     const std::optional<CivilInterval>& second);

}  // namespace sillok::ingest
