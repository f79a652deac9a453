// The rows of the relations that one article tells: each under the names of both its sides.
//
//   AddRelationFacts(article, names, facts);
//
// A relation without a subject or an object is none. Pure; safe from any thread.
#pragma once

#include "query/view/article_facts.h"
#include "query/view/linked_names.h"

namespace sillok::query {

void AddRelationFacts(const v1::Article& article, const LinkedNames& names, ArticleFacts& facts);

}  // namespace sillok::query
