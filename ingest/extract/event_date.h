// Within stage 4: the day of what a clause tells.
//
//   EventDates dates(named, clauses, days);
//   const DateMention* own = dates.Pick(owners, tense);    // named in the clause
//   dates.Of(s, c, own, before, tense).value               // else the sentence's, else the report's
//
// Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/date_owner.h"
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

  // The first date of the clause's verb that fits its tense, else the first; nullptr when the clause names none.
  [[nodiscard]] const DateMention* Pick(const std::vector<DateOwner>& owners, const Tense& tense) const;

  // After, or before, all of the time of writing.
  [[nodiscard]] bool IsAhead(const DateValue& date) const;
  [[nodiscard]] bool IsBehind(const DateValue& date) const;

  // 2026년 12월에서 바꾸는 안을 의결했다: what happened was not on a day to come; but 내년으로 미뤘다.
  [[nodiscard]] bool IsToCome(int s, const Predicate& predicate, const Tense& tense,
                              const DateMention& date) const;
  // 4일 거래소에 따르면 …로 마감했다: on the day that it was told, when no other is named; else nullptr.
  [[nodiscard]] const DateMention* SourcesDay(const std::vector<DateOwner>& owners) const;
  // 지난 3월 …에서 2030년까지 늘리겠다고 밝혔다: when it was said, beside its `own` date; else nullptr.
  [[nodiscard]] const DateMention* ToldOn(const std::vector<DateOwner>& owners, const DateMention* own,
                                          const Predicate& predicate, const Tense& tense) const;

  // The date of clause `c`: its `own`, else the last one named `before` it in its sentence, else that of the report, when it
  // fits the tense; `near`: only when the report named it close by.
  [[nodiscard]] ClauseDate Of(int s, int c, const DateMention* own, const DateMention* before,
                              const Tense& tense, bool near) const;

 private:
  // 3일 …을 출시할 예정이라고 밝혔다: the 3rd is when it was said, not when it will be.
  [[nodiscard]] bool IsToldOn(int s, int c, const Tense& tense, const DateValue& date) const;

  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const ReportDays& days_;
};

}  // namespace sillok::ingest
