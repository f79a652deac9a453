#include "query/answer/day_filter.h"

#include <optional>

#include "common/status/errors.h"
#include "common/time/civil_interval.h"

namespace sillok::query {
namespace {

absl::Status Malformed(std::string_view field, std::string_view bound) {
  return InvalidField(std::string(field).append(".").append(bound),
                      "is no day, month or year of the calendar; give 2024-03-18, 2024-03 or 2024");
}

}  // namespace

absl::StatusOr<DayFilter> DayFilter::Read(bool given, const v1::DayInterval& interval,
                                          std::string_view field) {
  DayFilter filter;
  filter.given_ = given;
  if (!given) return filter;
  if (!interval.first().empty()) {
    const std::optional<CivilInterval> first = ParseInterval(interval.first());
    if (!first) return Malformed(field, "first");
    filter.days_.first = DayNumberOf(FormatDay(first->first));
  }
  if (!interval.last().empty()) {
    const std::optional<CivilInterval> last = ParseInterval(interval.last());
    if (!last) return Malformed(field, "last");
    filter.days_.last = DayNumberOf(FormatDay(last->last));
  }
  if (filter.days_.first > filter.days_.last) {
    return InvalidField(
        std::string(field) + ".first",
        "lies after " + std::string(field) + ".last; give an interval that ends no earlier than it begins");
  }
  return filter;
}

}  // namespace sillok::query
