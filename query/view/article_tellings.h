// The clauses of an article that tell events, as they are stored and compared.
//
//   EventTellings tellings = TellingsOf(article, names, ArticleSketch(article));
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>

#include "query/view/event_telling.h"
#include "query/view/linked_names.h"
#include "sillok/v1/article.pb.h"

namespace sillok::query {

// No event without a sentence behind it; a sentence that stands twice tells its event once. Evidence is filled in with the article's
// name, publish date and extractor, and participants stand as name keys. `sketch` is the article's.
[[nodiscard]] EventTellings TellingsOf(const v1::Article& article, const LinkedNames& names, uint64_t sketch);

}  // namespace sillok::query
