// Within stage 4: what happened, or is to happen, clause by clause.
//
//   FindEvents(named, clauses, days, quotes)[0]   → {열다, gathering, 2023-06-09, agent 중소벤처기업부, place 63스퀘어}
//
// A clause is an event when it has a date of its own and tells more than how something is, when its verb is one of
// event_predicates and somebody takes part, or when it says that something happened on the day of its sentence or the report. A
// dated modifier (2017년 퇴직한 그는) and a date without a verb (결승전은 11일이다) tell events too. Nobody need be named where a day
// is. Wishes, possibilities, what is asked for and what did not happen are none. Within quotation marks only the speaker's own
// dates count.
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
