// The table of named rules, as rows in rule_table.cc: a name and the sequence of date words that it reads.
//
//   {"last_month_day", "past month day weekday?"}    지난 2월 27일
//
// Constant; safe from any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/date/date_token.h"

namespace sillok::ingest {

// One word of a pattern: a token of any of these kinds.
struct RuleElement {
  uint64_t kinds = 0;  // one bit a DateKind
  bool optional = false;
};

struct DateRule {
  std::string_view name;
  std::vector<RuleElement> elements;
  uint64_t first = 0;  // the kinds that a match can begin with
};

// In the order of the table: of two matches of one length the earlier rule wins.
[[nodiscard]] const std::vector<DateRule>& DateRules();

}  // namespace sillok::ingest
