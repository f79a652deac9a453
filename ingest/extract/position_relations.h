// Within stage 4: the positions that people are said to hold, as relations, each with the time for which the text says so.
//
//   전 가람전자 대표 이든    → position 이든 → 가람전자, "대표", unresolved: it is over
//   차기 가람전자 대표 이든  → the same, planned
//
// Pure; safe from any thread; linear in the positions.
#pragma once

#include <vector>

#include "ingest/extract/named_article.h"

namespace sillok::ingest {

[[nodiscard]] std::vector<RelationMention> FindPositionRelations(const NamedArticle& named);

}  // namespace sillok::ingest
