// Within stage 4: the day something was said.
//
// Named in the sentence outside the words; else the day the report speaks of, else the day of writing, less sure. Within
// somebody's words nothing is carried: unknown. Nobody is quoted from a day to come. Pure; safe from any thread.
#pragma once

#include "ingest/extract/clause.h"
#include "ingest/extract/quote_setting.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {

class QuoteDates {
 public:
  // All must outlive this.
  QuoteDates(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days)
      : named_(named), clauses_(clauses), days_(days) {}

  // Sets quote.date and quote.date_text of words in quotation marks.
  void SetDirectDate(int s, const QuoteSetting& setting, QuoteMention& quote) const;

  // The same for clause `c` before -다고 and the verb of saying `verb`: a date among the words is the day of saying only
  // when it is one of the report's (3일 …라고 밝혔다).
  void SetIndirectDate(int s, int c, int verb, QuoteMention& quote) const;

 private:
  void CarryDate(int s, QuoteMention& quote) const;
  [[nodiscard]] bool IsPast(const DateValue* day) const;

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const ReportDays& days_;
};

}  // namespace sillok::ingest
