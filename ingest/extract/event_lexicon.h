// Within stage 4: which verbs and nouns tell of an event.
//
//   FindEventPredicate("체결하다")->type   → kAgreement;  FindEventNoun("기자 간담회")   → kAnnouncement
//
// Rows of ingest/lexicon: event_predicates, event_nouns. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/extract/extracted_article.h"

namespace sillok::ingest {

struct EventPredicate {
  EventType type = EventType::kUnknown;
  EventStatus status = EventStatus::kUnknown;  // what the verb says of it by itself
  bool needs_date = false;                     // an event only with a date or an occasion of its own
  bool over_time = false;                      // of a stretch of time: the day of the report is not its date
};

[[nodiscard]] std::optional<EventPredicate> FindEventPredicate(std::string_view lemma);

// The type of the event that a noun, or the longest end of it, names; kUnknown when it names none.
[[nodiscard]] EventType FindEventNoun(std::string_view noun);

}  // namespace sillok::ingest
