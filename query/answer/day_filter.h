// A stretch of days that a request filters by.
//
//   SILLOK_ASSIGN_OR_RETURN(const DayFilter said, DayFilter::Read(request.has_said(), request.said(), "said"));
//   if (!said.Overlaps(cursor.days())) continue;
//
// Pure; safe from any thread.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "query/view/day_number.h"
#include "sillok/v1/date.pb.h"
#include "sillok/v1/fact.pb.h"

namespace sillok::query {

class DayFilter {
 public:
  // `given` is false for an absent field: everything passes then, dated or not. An interval without bounds is a
  // filter that only leaves the undated out. INVALID_ARGUMENT naming `field.first` or `field.last`.
  [[nodiscard]] static absl::StatusOr<DayFilter> Read(bool given, const v1::DayInterval& interval,
                                                      std::string_view field);

  // True when the request filters at all.
  [[nodiscard]] bool given() const { return given_; }
  // The bounds, both inside.
  [[nodiscard]] const DaySpan& days() const { return days_; }

  // Whether some day of the span lies in the filter; never for an unresolved one.
  [[nodiscard]] bool Overlaps(const DaySpan& span) const {
    return !given_ || (span.resolved() && span.first <= days_.last && span.last >= days_.first);
  }
  // Whether the article that the evidence comes from was published in the filter.
  [[nodiscard]] bool Holds(const v1::Evidence& evidence) const {
    return !given_ || Contains(DayNumberOf(evidence.published()));
  }
  [[nodiscard]] bool Contains(DayNumber day) const { return Overlaps({.first = day, .last = day}); }

 private:
  bool given_ = false;
  DaySpan days_ = {.first = 0, .last = kNoDay - 1};
};

}  // namespace sillok::query
