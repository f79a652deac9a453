// The clauses of an article that tell events, as they are stored and compared.
//
//   EventTellings tellings = TellingsOf(article, names);
//
// Pure; safe from any thread.
#pragma once

#include "query/view/event_telling.h"
#include "query/view/linked_names.h"
#include "sillok/v1/article.pb.h"

namespace sillok::query {

// No event without a sentence behind it; a sentence that stands twice tells its event once. Evidence is filled in with the article's name,
// publish date and extractor, and participants stand as name keys.
[[nodiscard]] EventTellings TellingsOf(const v1::Article& article, const LinkedNames& names);

// Evidence that says by itself where it stands.
void FillEvidence(const v1::Article& article, v1::Evidence& evidence);

}  // namespace sillok::query
