// Within stage 4: who is given a post by a verb.
//
//   누리사는 이든 부사장을 대표로 선임했다   → position 이든 → 누리사, "대표"
//   이든이 가람전자 대표에 취임했다          → position 이든 → 가람전자, "대표"
//
// Pure; safe from any thread; the look-around of a verb is bounded.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/relation_parties.h"
#include "ingest/extract/relation_status.h"

namespace sillok::ingest {

[[nodiscard]] std::vector<RelationMention> FindAppointments(const NamedArticle& named,
                                                            const ArticleClauses& clauses,
                                                            const PartyReader& parties,
                                                            RelationStatuses& statuses);

}  // namespace sillok::ingest
