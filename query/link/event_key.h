// Which event a clause tells: the key of its group.
//
// Two clauses tell one event when they agree on the date, the type, the predicate and the set of participants. A
// clause without a resolved date, or without a known participant, is a group of its own: nothing proves it is another.
// Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/link/name_key.h"
#include "sillok/v1/fact.pb.h"

namespace sillok::query {

// 24 hex digits. `mention_id` is the clause's own id, which is the key of a group of one. `participants` in any order.
[[nodiscard]] std::string EventGroupKey(const v1::Event& event, std::string_view mention_id,
                                        std::vector<NameKey> participants);

}  // namespace sillok::query
