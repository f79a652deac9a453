// Within stage 4: an event told twice by one article.
//
// A caption that tells what the body or another caption tells (the same verb and day, and one of the two names nobody that the
// other does not; or a gathering that the body says is held on that day, with somebody of both) adds no event, but those whom it
// names take part in the one that is told; nor does a headline without a date whose kind of event the body tells of one of its
// participants. Pure; linear in the events.
#pragma once

#include <vector>

#include "ingest/extract/extracted_article.h"

namespace sillok::ingest {

// `events` in the order of the article, and so kept.
void DropRepeats(const ParsedArticle& parsed, std::vector<EventMention>& events);

}  // namespace sillok::ingest
