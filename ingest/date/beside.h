// What stands beside a number decides whether it is a date: 유효기간은 30일이다 and 사고 3시간 뒤 tell none, 88년 서울올림픽 does.
//
//   IsLengthOf("유효기간은 30일이다", {16, 21})  → true
//
// By the rows of length_nouns.tsv and year_events.tsv. Pure; safe from any thread; constant time but for the word beside.
#pragma once

#include <string_view>

#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// True when a bare day is how long something lasts: 유효기간은 30일이다, 휴가를 10일로 늘렸다, 최대 30일.
[[nodiscard]] bool IsLengthOf(std::string_view text, const TextSpan& day);

// True when a bare two-digit year dates what is named after it: 88년 서울올림픽.
[[nodiscard]] bool IsYearOfEvent(std::string_view text, const TextSpan& year, int value);

}  // namespace sillok::ingest
