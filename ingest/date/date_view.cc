#include "ingest/date/date_view.h"

#include <algorithm>

namespace sillok::ingest {

void Spoken::Hear(const CivilInterval& interval) {
  time = interval;
  if (HasDay(interval)) day = interval.first;
  if (HasMonth(interval)) month = absl::CivilMonth(interval.first);
  // A week is its Thursday's month's.
  if (interval.grain == Grain::kWeek) month = absl::CivilMonth(interval.first + 3);
  if (!HasDay(interval) && HasYear(interval) && interval.grain != Grain::kYear) period = interval;
  if (HasYear(interval)) year = static_cast<int>(interval.first.year());
}

void AddAlternative(const std::optional<CivilInterval>& interval, DateValue& value) {
  if (!interval || !value.interval || *interval == *value.interval) return;
  const auto known = std::find(value.alternatives.begin(), value.alternatives.end(), *interval);
  if (known == value.alternatives.end()) value.alternatives.push_back(*interval);
}

}  // namespace sillok::ingest
