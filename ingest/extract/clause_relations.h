// Within stage 4: what a verb says binds two sides.
//
//   누리사는 가람대와 업무협약을 체결했다   → agreement 누리사, 가람대 ("업무협약")
//   누리사가 투자한 가람전자              → investment 누리사 → 가람전자
//
// What is denied, called off, wished or only weighed is none; what is to come is planned. A clause
// that leaves its subject out has that of the event it tells. Pure; safe from any thread; the look-around of a verb is bounded.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/relation_parties.h"
#include "ingest/extract/relation_status.h"

namespace sillok::ingest {

[[nodiscard]] std::vector<RelationMention> FindClauseRelations(const NamedArticle& named,
                                                               const ArticleClauses& clauses,
                                                               const PartyReader& parties,
                                                               RelationStatuses& statuses);

}  // namespace sillok::ingest
