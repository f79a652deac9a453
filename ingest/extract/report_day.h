// Within stage 4: the day a report speaks of when a sentence names none.
//
//   9일 그는 한국을 찾았다. … 그는 장관과 만났다.     → the second sentence carries the 9th
//
// A day close to the day of writing stays in force until another one; a date far from it (작년, 2020년) is background, and
// nothing carries past it in its paragraph. Pure; linear.
#pragma once

#include <optional>
#include <vector>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

class ReportDays {
 public:
  ReportDays(const NamedArticle& named, const ArticleClauses& clauses);

  // The day in force when `sentence` begins, its certainty lowered; nothing when none is.
  [[nodiscard]] const std::optional<DateValue>& Before(int sentence) const { return before_[sentence]; }
  // The first such day of the body: what the whole report is about.
  [[nodiscard]] const std::optional<DateValue>& main() const { return main_; }

 private:
  std::vector<std::optional<DateValue>> before_;
  std::optional<DateValue> main_;
};

// One step less sure, never below low; unknown stays unknown.
[[nodiscard]] Certainty Lowered(Certainty certainty);

}  // namespace sillok::ingest
