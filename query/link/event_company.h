// Who takes part in two events.
//
//   CompanyOf(이영 and 올트먼, 올트먼 and 최태원)  → one person in both, persons in each alone
//
// Pure, and the same for both orders but for the sides' own fields; safe from any thread.
#pragma once

#include "query/link/event_traits.h"

namespace sillok::query {

struct Company {
  int persons = 0;           // in both
  int names = 0;             // in both, persons and things but not those named aside
  bool any = false;          // somebody or something is in both
  bool named_thing = false;  // a named event, a work or a product is in both, and both call it so
  bool named_event = false;  // the same without products, by which makers are described: 챗GPT를 만든
  bool agent = false;        // somebody acts in both, or nobody in either
  // In one alone, and others in the other one alone.
  bool other_persons = false;
  bool other_agents = false;  // persons who act
  bool other_things = false;
};

[[nodiscard]] Company CompanyOf(const EventTraits& a, const EventTraits& b);

// Whether two participants are one, as far as their names and positions say. One text calls a thing a body, and another one
// an event: only persons are told from the rest. Foreign persons are compared by sound.
[[nodiscard]] bool IsSameName(const EventName& a, const EventName& b);

}  // namespace sillok::query
