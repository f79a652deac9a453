// Within stage 4: what kind of event a clause tells of.
//
//   SetEventType(text, clauses, c, p, dated, event)   // “간담회를 열었다” → meeting, predicate 열다
//
// By the verb (event_predicates), or by the noun that a verb without a meaning of its own takes (event_nouns).
// Pure; safe from any thread.
#pragma once

#include <string_view>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

// Sets event.type, event.status, and event.predicate where a noun says what is done (간담회를 하다 → 간담회하다).
// False when only a date of its own could make the clause an event. `dated`: a date is named in the sentence so far.
bool SetEventType(std::string_view text, const SentenceClauses& in, int clause, int predicate, bool dated,
                  EventMention& event);

// 이다, 있다, 크다: how something is, not what happens.
[[nodiscard]] bool TellsState(const Predicate& predicate);

}  // namespace sillok::ingest
