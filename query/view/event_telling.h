// A clause of an article that tells an event: what of it is stored, and by what it is compared with others.
//
//   EventTelling telling = …;                            // article_facts.h derives them
//   rows.Put(Family::kEventMentions, MentionKey(group, id, telling), telling.row);
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "query/link/event_traits.h"
#include "query/view/day_number.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {

struct EventTelling {
  DayNumber published = kNoDay;
  std::string article_id;
  uint32_t sentence = 0;
  EventTraits traits;
  std::string traits_row = {};  // the same, serialised
  std::string row = {};         // a serialised StoredEventMention

  friend bool operator==(const EventTelling&, const EventTelling&) = default;
};

using EventTellings = std::map<std::string, EventTelling>;  // by the clause's id

// Its key among the clauses of a group.
[[nodiscard]] std::string MentionKey(std::string_view group, std::string_view id,
                                     const EventTelling& telling);

// A serialised storage.v1.EventTraits.
[[nodiscard]] std::string SerializeTraits(const EventTraits& traits);
// DATA_LOSS when it is none, or a name is no name key.
[[nodiscard]] absl::StatusOr<EventTraits> ParseTraits(std::string_view row);

}  // namespace sillok::query
