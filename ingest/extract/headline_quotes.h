// Within stage 4: whose words a headline quotes.
//
//   김 대표 “내년에 문 연다”         → the name right before the marks
//   새 지사 출범…“한국은 큰 시장”    → whoever says these words in the body
//
// Pure; linear in the text.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {

// Adds a QuoteMention for each of `headlines` (indices into ParsedArticle::quotations) to `quotes`, which holds those of
// the body.
void ResolveHeadlines(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days,
                      const std::vector<int>& headlines, std::vector<QuoteMention>& quotes);

}  // namespace sillok::ingest
