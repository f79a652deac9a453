// Within stage 4: the day a report speaks of when a sentence names none.
//
//   9일 그는 한국을 찾았다. … 그는 장관과 만났다.     → the second sentence carries the 9th
//
// A day close to the day of writing stays in force until another one; a date far from it (작년, 2020년) is background, and
// nothing carries past it in its paragraph. Pure; linear.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

class ReportDays {
 public:
  ReportDays(const NamedArticle& named, const ArticleClauses& clauses);

  // The day in force when `sentence` begins, its certainty lowered; nullptr when none is.
  [[nodiscard]] const DateValue* Before(int sentence) const { return At(before_[sentence]); }
  // The same when it was named in the paragraph of `sentence` or the one before, and no background came between.
  [[nodiscard]] const DateValue* Near(int sentence) const { return At(near_[sentence]); }
  // The first such day of the body: what the whole report is about; nullptr when there is none.
  [[nodiscard]] const DateValue* main() const { return At(days_.empty() ? kNone : 0); }

 private:
  static constexpr int kNone = -1;

  [[nodiscard]] const DateValue* At(int day) const { return day == kNone ? nullptr : &days_[day]; }

  std::vector<DateValue> days_;  // in the order they came into force
  std::vector<int> before_;      // by sentence
  std::vector<int> near_;        // by sentence
};

// A day not far from the day of writing.
[[nodiscard]] bool IsCloseDay(const DateValue& written, const DateValue& date);

// One step less sure, never below low; unknown stays unknown.
[[nodiscard]] Certainty Lowered(Certainty certainty);

}  // namespace sillok::ingest
