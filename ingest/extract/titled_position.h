// What a person is, and where: the words beside a name that its title says are a position.
//
//   홍길동 가온누리 대표   → person 홍길동, title 대표, organisation 가온누리
//   오픈AI의 창업자 샘 올트먼   → title 창업자, organisation 오픈AI
#pragma once

#include "ingest/extract/name_candidate.h"
#include "ingest/extract/person_signs.h"

namespace sillok::ingest {

// Adds to names.titled what the words of [first, title] that are not the name say of `name`, which stands before the title
// or right after it; an unlisted body between name and title becomes a candidate.
void AddPosition(SentenceNames& names, const WordRange& name, int first, int title);

}  // namespace sillok::ingest
