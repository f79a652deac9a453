// Where a person's name of several words begins and ends, when what proposed it took too much.
//
//   아토 3 오너 소병철                 → 소병철
//   에린 이스터 웨스트라피엣, before 시장 → 에린 이스터
//
// Pure; safe from any thread.
#pragma once

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Leaves out the words before a name and the place behind it. False when no name is left.
[[nodiscard]] bool TrimPerson(const SentenceNames& names, NameCandidate& person);

// The last word of [first, title) is where the office is held, not more of a foreign name: 웨스트라피엣 before 시장, 오이타현 before
// 지사. `title` is a word with a title.
[[nodiscard]] bool IsPlaceOfOffice(const SentenceNames& names, int first, int title);

// Cuts people whom a title gave away where the tagger sees a body or a place begin: 로버트 라터 | 영국남극조사국.
void CutAtTags(SentenceNames& names);

}  // namespace sillok::ingest
