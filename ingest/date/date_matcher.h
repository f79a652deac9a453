// Finds the dates of a text by the rules of rule_table.h, and what each says by itself.
//
//   std::vector<DateMatch> matches = MatchDates("지난 2월 27일 문을 열었다");
//   matches[0].from.rule == "last_month_day", span of "지난 2월 27일"
//
// Pure; safe from any thread; linear in the text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/date/partial_date.h"
#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// One date expression. `until` is there for a range of two: 13일부터 15일까지.
struct DateMatch {
  TextSpan span;
  PartialDate from;
  std::optional<PartialDate> until;
};

// In the order of the text, without overlaps.
[[nodiscard]] std::vector<DateMatch> MatchDates(std::string_view text);

}  // namespace sillok::ingest
