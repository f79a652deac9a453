// Joins date expressions that together say one thing: a range, or a count from a day.
//
//   13일부터 15일까지, 4일과 5일 사이, 2014년~2018년   → from and until
//   화요일부터 이틀 뒤, 추석 사흘 전                   → from, and a count as until
//   토요일인 13일  → from, a day with its weekday
//
// Pure; safe from any thread; linear in the matches.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/date/date_matcher.h"

namespace sillok::ingest {

// True when only a conjunction stands between two dates: 5일과 7일.
[[nodiscard]] bool IsConjunction(std::string_view gap);

// True when the words between two dates end in a clause that the second goes on from: 2일 국회를 통과해 14일, 터졌고 28일.
[[nodiscard]] bool IsConnective(std::string_view gap);

// In the order of the text. 지금 stays only where it ends a range or begins a count.
[[nodiscard]] std::vector<DateMatch> JoinMatches(std::string_view text,
                                                 const std::vector<DateMatch>& matches);

}  // namespace sillok::ingest
