// Within stage 4: what happened, or is to happen, clause by clause.
//
//   FindEvents(named, clauses, days, quotes)[0]   → {열다, gathering, 2023-06-09, agent 중소벤처기업부, place 63스퀘어}
//
// A clause is an event when its verb is one of event_predicates or it has a date of its own, and somebody takes part. Wishes,
// possibilities and what did not happen are none. Within quotation marks only the speaker's own dates count.
// Pure; safe from any thread; linear in the text.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {

// In the order of the article.
[[nodiscard]] std::vector<EventMention> FindEvents(const NamedArticle& named, const ArticleClauses& clauses,
                                                   const ReportDays& days,
                                                   const std::vector<QuoteMention>& quotes);

}  // namespace sillok::ingest
