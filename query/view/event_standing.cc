#include "query/view/event_standing.h"

#include <algorithm>
#include <iterator>

namespace sillok::query {

bool IsAmong(const EventClauses& clauses, size_t first, const EventClause& clause) {
  const auto end = std::next(clauses.begin(), static_cast<std::ptrdiff_t>(first));
  const auto found = std::lower_bound(clauses.begin(), end, clause.id,
                                      [](const auto& one, const std::string& id) { return one->id < id; });
  return found != end && (*found)->id == clause.id;
}

}  // namespace sillok::query
