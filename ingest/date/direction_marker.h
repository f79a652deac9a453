// The verb endings and nouns that say whether a sentence looks back or ahead: 열었다, 연다, 열 예정, 미뤘다.
//
//   ReadDirectionMarker("열 예정이다", 4)  → kFuture, plan
//
// Endings are read by their final consonants, words by the rows of direction_words.tsv. Pure; safe from any thread; constant time.
#pragma once

#include <optional>
#include <string_view>

#include "common/text/utf8.h"

namespace sillok::ingest {

enum class Direction { kUnclear, kPast, kFuture };

struct DirectionMarker {
  int at = 0;
  Direction direction = Direction::kPast;
  bool reported = false;  // 연다고: the verb is in somebody's words
  bool plan = false;      // says so: 예정, 계획
  bool moving = false;    // 미뤘, 확정했: sets a time for what is to come
  bool ongoing = false;   // 방문 중; says nothing else
};

// What the code point `rune` at byte `at` begins or is.
[[nodiscard]] std::optional<DirectionMarker> ReadDirectionMarker(std::string_view text, size_t at,
                                                                 const DecodedRune& rune);

}  // namespace sillok::ingest
