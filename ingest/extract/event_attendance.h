// Within stage 4: who came to an event is told in a sentence of its own.
//
//   9일 준공식을 열었다. 행사에는 이든 시장과 김나래 대표가 참석했다.   → both take part in the first event too
//
// Pure; linear in the events.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

// Adds to each gathering those whom one of the next two sentences says to have come to it. `events` are in the order of the
// article.
void AddAttendees(const NamedArticle& named, const ArticleClauses& clauses,
                  std::vector<EventMention>& events);

}  // namespace sillok::ingest
