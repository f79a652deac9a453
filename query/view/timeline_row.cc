#include "query/view/timeline_row.h"

namespace sillok::query {

bool TimelineBefore(TimelineOrder order, const TimelinePosition& a, const TimelinePosition& b) {
  if (a.days.resolved() != b.days.resolved()) return a.days.resolved();
  return order == TimelineOrder::kAscending || !a.days.resolved() ? a < b : b < a;
}

}  // namespace sillok::query
