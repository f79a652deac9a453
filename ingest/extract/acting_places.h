// Within stage 4: places that a sentence speaks of as bodies.
//
//   가람시는 3일 예산을 편성했다고 밝혔다   → 가람시 is an organisation there
//   가람시에 비가 내렸다                    → and a place there
//
// By the clause and rows of body_acts. Pure; linear in the sentence.
#pragma once

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Changes the type of such candidates. `names` has all candidates and tags.
void TakeActingPlaces(SentenceNames& names);

}  // namespace sillok::ingest
