// People: Korean names by their syllables, foreign names by their sound, both by the titles beside them.
//
//   임정욱 중기부 창업벤처혁신실장은   → 임정욱, and that he holds 창업벤처혁신실장 of 중기부
//   오픈AI 창업자 샘 올트먼이          → 샘 올트먼, 창업자 of 오픈AI
#pragma once

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Needs the listed names and organisations of the sentence.
void FindPeople(SentenceNames& names);

}  // namespace sillok::ingest
