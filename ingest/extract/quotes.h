// Within stage 4: who said which words.
//
//   FindQuotes(named, clauses, days)[0]   → {“많이 배우고 싶다”, speaker 올트먼, verb 말하다, direct}
//
// Direct: a stretch between quotation marks that somebody is said to have said; names and stressed words in marks are none.
// Indirect: the clause before -다고/-라고/-자고/-냐고 and a verb of saying. In the order of the article.
// Pure; safe from any thread; linear in the text.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/named_article.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {

[[nodiscard]] std::vector<QuoteMention> FindQuotes(const NamedArticle& named, const ArticleClauses& clauses,
                                                   const ReportDays& days);

}  // namespace sillok::ingest
