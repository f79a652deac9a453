// What the words of a clause tell of the event it speaks of.
//
//   const ClauseWords words = ReadClause(summary, "맺다", {"오픈AI", "카카오"}, "서울 중구", true);
//   words.content   runs of two syllables, as numbers: 전략, 략적, 제휴 …   without names, places, dates, particles and predicate
//   words.kinds     {pact}: a row of event_kinds.tsv each
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sillok::query {

// What a shared kind is worth, see event_kinds.tsv; the most first.
enum class KindUse : uint8_t { kOnce, kOne, kSeries, kAny };

// A kind of event, as a word tells it.
struct EventKind {
  uint32_t kind = 0;  // by the order of the table
  KindUse use = KindUse::kAny;

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const EventKind&, const EventKind&) = default;
};
[[nodiscard]] std::string_view KindName(uint32_t kind);

struct ClauseWords {
  std::vector<uint16_t> content;  // sorted, each once
  std::vector<EventKind> kinds;   // sorted, each kind once, with the best use
  std::string place;              // what a word says of where (방한); empty mostly
};

// `names` are written forms to leave out, in any order. What stands within double quotation marks is left out when
// `skip_quoted`; otherwise the words are somebody's, and all of them count.
[[nodiscard]] ClauseWords ReadClause(std::string_view summary, std::string_view predicate,
                                     const std::vector<std::string>& names, std::string_view place,
                                     bool skip_quoted);
// The kinds that a name tells (별빛영화제), added to `kinds`.
void AddKindsOfName(std::string_view name, std::vector<EventKind>& kinds);

// The words of a place without particles, normalised.
[[nodiscard]] std::vector<std::string> PlaceWords(std::string_view place);
// A region of Korea, or Korea.
[[nodiscard]] bool IsRegion(std::string_view word);
[[nodiscard]] bool IsKorea(std::string_view word);

}  // namespace sillok::query
