// The table of named rules, as rows in rule_table.cc: a name and the sequence of date words that it reads.
//
//   {"last_month_day", "past month day weekday?"}    지난 2월 27일
//
// Constant; safe from any thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
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

// A set of rules, walked in the order of the table.
class DateRuleSet {
 public:
  void Add(size_t rule) { words_[rule / 64] |= uint64_t{1} << (rule % 64); }
  DateRuleSet& operator|=(const DateRuleSet& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  // The next rule at or after `rule`; kEnd when there is none.
  [[nodiscard]] size_t Next(size_t rule) const {
    for (; rule < kEnd; rule = (rule / 64 + 1) * 64) {
      const uint64_t word = words_[rule / 64] >> (rule % 64);
      if (word != 0) return rule + static_cast<size_t>(std::countr_zero(word));
    }
    return kEnd;
  }
  static constexpr size_t kEnd = 256;

 private:
  std::array<uint64_t, kEnd / 64> words_{};
};

// In the order of the table: of two matches of one length the earlier rule wins.
[[nodiscard]] const std::vector<DateRule>& DateRules();

// The rules that can begin with a token of any of these kinds.
[[nodiscard]] DateRuleSet DateRulesFrom(uint64_t kinds);

}  // namespace sillok::ingest
