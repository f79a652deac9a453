// Within stage 4: the day of what a clause tells.
//
//   EventDates dates(named, clauses, days);
//   const DateMention* own = dates.Pick(s, clause, p);     // named in the clause
//   dates.Of(s, c, own, before, tense).value               // else the sentence's, else the report's
//
// Pure; safe from any thread.
#pragma once

#include <string>

#include "ingest/extract/clause.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {

// A date and how it came to the clause.
struct ClauseDate {
  DateValue value;
  std::string text;
  bool own = false;      // named in the clause
  bool carried = false;  // from the report
};

class EventDates {
 public:
  // All must outlive this.
  EventDates(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days)
      : named_(named), clauses_(clauses), days_(days) {}

  // A date whose first verb is the clause's own, predicate `p`; else the last one, which a modifier has (9일 열린
  // 행사에서); nullptr when the clause names none. Within quotation marks only the speaker's own dates count.
  [[nodiscard]] const DateMention* Pick(int s, const Clause& clause, int p) const;

  // The date of clause `c`: its `own`, else the last one named `before` it in its sentence, else that of the report, when it
  // fits the tense.
  [[nodiscard]] ClauseDate Of(int s, int c, const DateMention* own, const DateMention* before,
                              const Tense& tense) const;

 private:
  // 3일 …을 출시할 예정이라고 밝혔다: the 3rd is when it was said, not when it will be.
  [[nodiscard]] bool IsToldOn(int s, int c, const Tense& tense, const DateValue& date) const;

  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const ReportDays& days_;
};

}  // namespace sillok::ingest
