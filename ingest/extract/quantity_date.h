// Within stage 4: the day as of which a number holds.
//
//   2023년 6월 400명이던 직원은 현재 700명이다   → 400 as of 2023-06, 700 as of the day of writing
//
// Pure; safe from any thread.
#pragma once

#include <string_view>

#include "ingest/extract/clause.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {

class QuantityDates {
 public:
  // All must outlive this.
  QuantityDates(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days)
      : named_(named), clauses_(clauses), days_(days) {}

  // Sets quantity.as_of and as_of_text: a date, or 이번/현재, between the number before (`previous`, of the same inner
  // sentence; nullptr when none) and this one; else that number's; else the state of writing.
  void SetAsOf(int s, int c, const Number& number, const QuantityMention* previous,
               QuantityMention& quantity) const;

 private:
  // 지난해 같은 기간보다 38%: the date is that of another number.
  [[nodiscard]] bool IsCompared(int s, int begin, int end) const;

  // 이번: the month of writing; 현재: its day.
  bool FromWritten(int s, const TextSpan& region, QuantityMention& quantity) const;

  // No date in the sentence: what happened holds for the day that the report speaks of, and so does what is planned.
  // What merely is so has no day: unknown.
  void FromReport(int s, int c, UnitKind kind, QuantityMention& quantity) const;

  [[nodiscard]] std::string_view Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const ReportDays& days_;
};

}  // namespace sillok::ingest
