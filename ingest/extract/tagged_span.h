// Within stage 4: where a name that the tagger reads really begins and ends.
//
//   “오름저수지가” → 오름저수지; 캐나다 온타마린자산운용 → 온타마린자산운용
//
// Pure; linear in the name.
#pragma once

#include <string_view>

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Without the marks and spaces around it.
[[nodiscard]] TextSpan WithoutMarks(std::string_view text, TextSpan span);

// True when it goes over the edge of a quotation or of a reporter's line, which no name does: 새봄=한빛뉴스.
[[nodiscard]] bool IsBroken(std::string_view name);

// Leaves out particles, and the country or the stranger before a body that is known by itself; takes in the ending of
// a place. `name` has its words.
void CorrectSpan(const SentenceNames& names, NameCandidate& name);

}  // namespace sillok::ingest
