// Named events, works and products: what quotation marks and a noun beside them say, or an ending.
//
//   ‘코리아 파운더 데이’를 열 예정   → 코리아 파운더 데이, a named event
//   영화 ‘가나다’가, 서비스인 '라마'  → a work, a product
//   APEC 리더 위크 행사              → APEC 리더 위크
#pragma once

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Needs the listed names of the sentence.
void FindQuotedNames(SentenceNames& names);
void FindEvents(SentenceNames& names);

}  // namespace sillok::ingest
