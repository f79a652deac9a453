// What of a clause is compared with others, to tell whether they speak of one event.
//
//   const EventTraits traits = TraitsOf(event, participants, {"샘 올트먼", "올트먼"});
//   traits.kinds      {visit}
//   traits.content    what is left of the summary's words, see event_words.h
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"
#include "query/link/event_words.h"
#include "query/link/name_key.h"
#include "sillok/v1/fact.pb.h"

namespace sillok::query {

// Participants that are compared, the first ones: more make a list, not an event.
inline constexpr size_t kComparedNames = 16;

// A participant, by what his own article calls him: neither what other articles join the name with nor what a person has decided
// about him is part of it, so that no other article's coming and going changes whether two clauses tell one event.
struct EventName {
  NameKey key;         // with its natural facet
  bool acts = false;   // PARTICIPANT_ROLE_AGENT
  bool aside = false;  // named as the organisation of another participant's position

  [[nodiscard]] bool is_person() const { return key.type == v1::ENTITY_TYPE_PERSON; }
  [[nodiscard]] bool is_named_event() const {
    return key.type == v1::ENTITY_TYPE_NAMED_EVENT || key.type == v1::ENTITY_TYPE_WORK;
  }
  // A named event, a work or a product.
  [[nodiscard]] bool is_named_thing() const {
    return is_named_event() || key.type == v1::ENTITY_TYPE_PRODUCT;
  }

  friend bool operator==(const EventName&, const EventName&) = default;
};

struct EventTraits {
  // Days since 0001-01-01, both inside; −1 when unresolved.
  int32_t first_day = -1;
  int32_t last_day = -1;
  bool range = false;  // both ends are given (15~17일): as good as a day
  bool planned = false;
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  std::string predicate;
  std::vector<EventName> names;    // sorted by key
  std::vector<std::string> place;  // words, sorted
  std::vector<uint16_t> content;   // sorted
  std::vector<EventKind> kinds;    // sorted

  [[nodiscard]] bool resolved() const { return first_day >= 0; }
  [[nodiscard]] bool is_day() const { return first_day == last_day; }
  [[nodiscard]] bool is_within_month() const;
  [[nodiscard]] bool is_statement() const { return type == v1::EVENT_TYPE_STATEMENT; }

  friend bool operator==(const EventTraits&, const EventTraits&) = default;
};

// The day of a number in traits.
[[nodiscard]] absl::CivilDay TraitDay(int32_t day);

// `participants` are the names of event.participants(), in their order; `forms` the written forms of names in its sentence.
[[nodiscard]] EventTraits TraitsOf(const v1::Event& event, const std::vector<NameKey>& participants,
                                   const std::vector<std::string>& forms);

}  // namespace sillok::query
