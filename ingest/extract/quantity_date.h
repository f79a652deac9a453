// Within stage 4: the day as of which a number holds.
//
//   2023년 6월 400명이던 직원은 현재 700명이다      → 400 as of 2023-06, 700 as of the day of writing
//   비중이 지난해 말 38%에서 47%로 높아졌다         → 41 as of the end of last year, 53 as of no known day
//   2분기 매출은 3조 원이다. 영업이익은 9% 줄었다.  → both as of the quarter
//
// One article's numbers are asked in their order. Linear in the article.
#pragma once

#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "ingest/extract/clause.h"
#include "ingest/extract/report_day.h"

namespace sillok::ingest {

class QuantityDates {
 public:
  struct Place {
    int sentence = 0;
    int clause = 0;
    int begin = 0;  // byte
  };

  // All must outlive this.
  QuantityDates(const NamedArticle& named, const ArticleClauses& clauses, const ReportDays& days)
      : named_(named), clauses_(clauses), days_(days) {}

  // Sets quantity.as_of and as_of_text, when its measure is set already: a date, or 이번/현재, between the number before
  // (`previous`, of the same inner sentence; nullptr when none) and this one; else that number's; else the period of the numbers
  // told before; else the state of writing.
  void SetAsOf(const Place& at, const Number& number, const QuantityMention* previous,
               QuantityMention& quantity);

  // The same for a number in parentheses that open at `at`: a date before it in `inside`, else one right before them, else one
  // of the clause.
  void SetAsOfInAside(const Place& at, const TextSpan& inside, const Number& number,
                      QuantityMention& quantity);

  // True when a date of the sentence ends at byte `end`.
  [[nodiscard]] bool EndsDate(int sentence, int end) const;

 private:
  // The last date between byte `begin` and `at` that is not merely compared with; nullptr when there is none.
  [[nodiscard]] const DateMention* DateBefore(const Place& at, int begin, std::string_view unit) const;

  // Where the number's inner sentence begins to speak of it.
  [[nodiscard]] int BeginOf(const Place& at) const;

  // 지난해 같은 기간보다, 2020년의 2배: the date is that of another number.
  [[nodiscard]] bool IsCompared(int s, int begin, int end, std::string_view unit) const;

  // 지난해 말 38%에서 47%로, 작년 2만 명보다 많은 3만 명: the date of the number before is its own.
  [[nodiscard]] bool LeavesDate(int s, const QuantityMention& previous, const Number& number) const;

  // 2023학년도 2만 건: no date by itself, but when it stands beside a number.
  bool FromEventName(const Place& at, int begin, QuantityMention& quantity) const;
  bool FromSchoolYear(int s, const Number& number, QuantityMention& quantity) const;

  // 이번: the month of writing; 현재: its day.
  bool FromWritten(int s, const TextSpan& region, QuantityMention& quantity) const;

  // The month, quarter or year that the measure, or else the paragraph, was last told for.
  bool FromPeriod(const Place& at, QuantityMention& quantity) const;
  void KeepPeriod(const Place& at, UnitKind kind, const QuantityMention& quantity);

  // No date in the sentence: what happened holds for the day that the report speaks of, and so does what is planned.
  // What merely is so has no day: unknown.
  void FromReport(const Place& at, UnitKind kind, QuantityMention& quantity) const;

  void Take(const DateMention& date, QuantityMention& quantity) const;
  [[nodiscard]] std::string_view Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const ReportDays& days_;
  absl::flat_hash_map<std::string, DateValue> periods_;  // by measure
  DateValue period_;                                     // the last one
  int period_paragraph_ = -1;
};

}  // namespace sillok::ingest
