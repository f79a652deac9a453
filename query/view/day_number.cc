#include "query/view/day_number.h"

#include "absl/time/civil_time.h"
#include "common/time/civil_interval.h"

namespace sillok::query {
namespace {
constexpr absl::CivilDay kFirstDay(1, 1, 1);

DayNumber NumberOf(absl::CivilDay day) { return static_cast<DayNumber>(day - kFirstDay); }
}  // namespace

DayNumber DayNumberOf(std::string_view day) {
  const std::optional<absl::CivilDay> parsed = ParseDay(day);
  return parsed.has_value() ? NumberOf(*parsed) : kNoDay;
}

DayNumber MonthOf(DayNumber day) {
  return day == kNoDay ? kNoDay : NumberOf(absl::CivilDay(absl::CivilMonth(kFirstDay + day)));
}

DayNumber MonthAfter(DayNumber day) {
  return day == kNoDay ? kNoDay : NumberOf(absl::CivilDay(absl::CivilMonth(kFirstDay + day) + 1));
}

std::string DayText(DayNumber day) { return day == kNoDay ? "" : FormatDay(kFirstDay + day); }

}  // namespace sillok::query
