#include "query/view/day_number.h"

#include "absl/time/civil_time.h"
#include "common/time/civil_interval.h"

namespace sillok::query {
namespace {
constexpr absl::CivilDay kFirstDay(1, 1, 1);
}  // namespace

DayNumber DayNumberOf(std::string_view day) {
  const std::optional<absl::CivilDay> parsed = ParseDay(day);
  return parsed.has_value() ? static_cast<DayNumber>(*parsed - kFirstDay) : kNoDay;
}

std::string DayText(DayNumber day) { return day == kNoDay ? "" : FormatDay(kFirstDay + day); }

}  // namespace sillok::query
