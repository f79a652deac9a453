// Within stage 4: what an article says binds a person and a body, or two bodies.
//
//   FindRelations(named, clauses, events)[0]   → {agreement, 누리사, 가람대, "업무협약", 2024-05-09}
//
// By place; each relation once, where it is told best. Pure; safe from any thread.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

[[nodiscard]] std::vector<RelationMention> FindRelations(const NamedArticle& named,
                                                         const ArticleClauses& clauses,
                                                         const std::vector<EventMention>& events);

}  // namespace sillok::ingest
