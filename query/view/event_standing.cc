#include "query/view/event_standing.h"

#include <algorithm>
#include <iterator>

namespace sillok::query {

bool IsAmong(const EventClauses& clauses, size_t first, const EventClause& clause) {
  const auto end = std::next(clauses.begin(), static_cast<std::ptrdiff_t>(first));
  return std::binary_search(clauses.begin(), end, &clause, ById());
}

}  // namespace sillok::query
