// Within stage 4: the units of numbers, and the words around a number that make it approximate or a bound.
//
//   Units().Match("㎞를", 0, [](int end, const Unit& unit) { … });   // (3, {"㎞", kMeasure})
//   ApproximatelyAround("약 3명", {4, 8})                             → true
//
// Rows of ingest/lexicon: units, approximations, machine_nouns. Pure; safe from any thread; linear in the rows.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/extract/name_trie.h"
#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

enum class UnitKind { kCount, kMoney, kRatio, kMeasure, kDuration, kOrdinal };

struct Unit {
  std::string_view unit;  // a row's; lives as long as the program
  UnitKind kind = UnitKind::kCount;
  bool figures = false;  // only figures stand before it
};

class UnitLexicon {
 public:
  UnitLexicon();

  // Calls visit(end, unit) for every unit that begins at byte `begin` of `text`, the shortest first.
  template <typename Visit>
  void Match(std::string_view text, size_t begin, Visit visit) const {
    forms_.Match(text, static_cast<int>(begin), [&](int end, int unit) { visit(end, units_[unit]); });
  }

 private:
  NameTrie forms_;
  std::vector<Unit> units_;  // by the trie's value
};

[[nodiscard]] const UnitLexicon& Units();

// True when a word before or after `number` says that it is not exact, or a bound: 약, 가량, 이상, 억원대.
[[nodiscard]] bool ApproximatelyAround(std::string_view text, const TextSpan& number);

// One past the 대 of 5%대, 700억원대 at `at`; `at` when there is none.
[[nodiscard]] size_t SkipJoinedApproximation(std::string_view text, size_t at);

// 버스, 드론, 카메라, 원전: is counted by 대 or 기, so that 버스 3대 is no 3대 지수.
[[nodiscard]] bool IsMachine(std::string_view noun);

}  // namespace sillok::ingest
