// Within stage 4: what a noun between two names, or said of one, says binds them.
//
//   가람그룹 계열사인 누리사, 가람그룹의 자회사 누리사, 누리사는 가람그룹의 자회사다   → subsidiary 가람그룹 → 누리사
//   가람FC 소속 이든                                                        → membership 이든 → 가람FC
//
// Pure; safe from any thread; linear in the text.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/relation_parties.h"

namespace sillok::ingest {

[[nodiscard]] std::vector<RelationMention> FindTiedNames(const NamedArticle& named,
                                                         const ArticleClauses& clauses,
                                                         const PartyReader& parties);

}  // namespace sillok::ingest
