// Names that stand in the lexicon, and organisations and places that their endings give away.
#pragma once

#include <string_view>

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Without 대 in 대중국 수출, which says only to whom; `span` itself where no row knows what follows.
[[nodiscard]] TextSpan WithoutToward(std::string_view text, TextSpan span);

// Adds what the rows know: 한국은행, 삼성전자, 스페인, 샘 올트먼.
void FindListedNames(SentenceNames& names);
// Adds 소상공인연합회, 피규어AI, 일본 정부, 텔아비브 대학교, 서울 강남경찰서, 오픈AI 코리아. Needs the listed names.
void FindOrganizations(SentenceNames& names);
// Adds 서울 영등포구, 파이팩토리 스튜디오, 삼성전자 평택 공장. Needs the listed names and the organisations.
void FindPlaces(SentenceNames& names);

}  // namespace sillok::ingest
