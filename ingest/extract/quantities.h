// Within stage 4: numbers with their unit, whose they are, what they count, and when they hold.
//
//   "작년 6월 누리사 직원은 400명이었는데 작년 12월 700명이었다"
//     → {누리사, 직원, 400 명, as of 작년 6월}, {누리사, 직원, 700 명, as of 작년 12월}
//
// Dates are no quantities. A number that says nothing new about its subject takes subject and measure of the number before
// it in its sentence while the unit is equal. Pure; safe from any thread; linear in the text.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {

[[nodiscard]] std::vector<QuantityMention> FindQuantities(const NamedArticle& named,
                                                          const ArticleClauses& clauses,
                                                          const ReportDays& days);

}  // namespace sillok::ingest
