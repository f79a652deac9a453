#include "ingest/date/direction_marker.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/lexicon/lexicon.h"
#include "common/text/hangul.h"
#include "ingest/date/starts_with_any.h"
#include "ingest/date/word_index.h"

namespace sillok::ingest {
namespace {

// Indices of final consonants in Unicode's order.
constexpr int kFinalNieun = 4;
constexpr int kFinalRieul = 8;
constexpr int kFinalSsangSiot = 20;

// The rows of direction_words.tsv.
enum class DirectionWord { kNone, kPlan, kPast, kOngoing, kMoving, kOpen };

WordIndex<DirectionWord> LoadWords() {
  constexpr std::pair<std::string_view, DirectionWord> kKinds[] = {{"plan", DirectionWord::kPlan},
                                                                   {"past", DirectionWord::kPast},
                                                                   {"ongoing", DirectionWord::kOngoing},
                                                                   {"moving", DirectionWord::kMoving},
                                                                   {"open", DirectionWord::kOpen}};
  WordIndex<DirectionWord> words;
  const LexiconTable table = FindLexicon("direction_words");
  for (const LexiconRow& row : table.rows()) {
    std::string surface(row[0]);
    std::replace(surface.begin(), surface.end(), '_', ' ');
    for (const auto& [name, kind] : kKinds) {
      if (name == row[1]) words.Add(surface, kind);
    }
  }
  return words;
}

DirectionWord WordAt(std::string_view text, size_t at, char32_t code) {
  static const auto* const words = new WordIndex<DirectionWord>(LoadWords());
  return words->Match(text, at, code).value;
}

// The index of the final consonant of a syllable; 0 for none.
int FinalOf(char32_t code) {
  constexpr char32_t kFirst = 0xAC00;
  constexpr char32_t kFinals = 28;
  return IsHangulSyllable(code) ? static_cast<int>((code - kFirst) % kFinals) : 0;
}

// What may stand after a future adnominal (할 것, 할 듯) without making it a plan.
constexpr std::array<std::string_view, 4> kNotPlans = {" 수", " 때", " 만", " 정도"};

// 할 것, and as it is spoken.
constexpr std::array<std::string_view, 13> kToBe = {" 것",   " 거야", " 거예", " 거에", " 거다",
                                                    " 거라", " 거고", " 거임", " 거니", " 거지",
                                                    " 겁니", " 건가", " 건데"};

// 한다, 연다 at the end of a clause; the syllable before 다.
bool EndsClause(std::string_view rest) {
  return rest.empty() || !IsHangulSyllable(DecodeRune(rest, 0).code) || rest.starts_with("고") ||
         rest.starts_with("며") || rest.starts_with("는");
}

// 갈게, 갈게요 at an end; not 열게 했다.
bool IsPromise(std::string_view rest) {
  constexpr std::string_view kEnding = "게";
  if (!rest.starts_with(kEnding)) return false;
  rest.remove_prefix(kEnding.size());
  return rest.starts_with("요") || rest.empty() ||
         (rest[0] != ' ' && !IsHangulSyllable(DecodeRune(rest, 0).code));
}

// -고, within a few syllables after a verb: its clause is somebody's words.
bool IsReported(std::string_view rest) {
  constexpr size_t kNear = 24;
  return rest.substr(0, kNear).find("고") != std::string_view::npos;
}

// 예정이었으나, 예정됐던; `rest` begins within the noun.
bool IsRevoked(std::string_view rest) {
  constexpr size_t kNear = 15;
  constexpr std::array<std::string_view, 6> kRevoking = {"이었", "였", "됐던", "되었던", "했던", "이던"};
  const std::string_view near = rest.substr(0, kNear);
  return std::any_of(kRevoking.begin(), kRevoking.end(),
                     [&](std::string_view word) { return near.find(word) != std::string_view::npos; });
}

// What a row of direction_words.tsv says; nothing for one that must be read by its ending.
std::optional<DirectionMarker> FromWord(DirectionWord word, std::string_view rest) {
  DirectionMarker marker;
  switch (word) {
    case DirectionWord::kPlan:
      // 열 예정이었으나: what came of it, the text does not say here.
      if (IsRevoked(rest)) {
        marker.direction = Direction::kUnclear;
        return marker;
      }
      marker.direction = Direction::kFuture;
      marker.reported = IsReported(rest);
      marker.plan = true;
      return marker;
    case DirectionWord::kPast:
      return marker;
    case DirectionWord::kMoving:
      marker.moving = true;
      return marker;
    case DirectionWord::kOpen:
      marker.direction = Direction::kUnclear;
      marker.moving = true;
      return marker;
    case DirectionWord::kOngoing:
      marker.direction = Direction::kUnclear;
      marker.ongoing = true;
      return marker;
    case DirectionWord::kNone:
      break;
  }
  return std::nullopt;
}

// 할 것, 될 전망과 달리 할 회의: a future adnominal.
std::optional<DirectionMarker> FromAdnominal(std::string_view text, size_t at, const DecodedRune& rune) {
  DirectionMarker marker;
  marker.direction = Direction::kFuture;
  const std::string_view rest = text.substr(at + rune.length);
  if (StartsWithAny(rest, kToBe) || IsPromise(rest)) {
    marker.reported = IsReported(rest);
    marker.plan = true;
    return marker;
  }
  const bool adnominal = rune.code == U'릴' || rune.code == U'될' || rune.code == U'할';
  if (!adnominal || rest.size() < 2 || rest[0] != ' ' || StartsWithAny(rest, kNotPlans)) return std::nullopt;
  const size_t next = at + rune.length + 1;
  if (WordAt(text, next, DecodeRune(text, next).code) == DirectionWord::kPlan) return std::nullopt;
  return marker;
}

// 했다, 하겠다; 한다고.
std::optional<DirectionMarker> FromEnding(std::string_view text, size_t at, const DecodedRune& rune) {
  DirectionMarker marker;
  const int final = FinalOf(rune.code);
  const std::string_view rest = text.substr(at + rune.length);
  if (final == kFinalSsangSiot && rune.code != U'있') {
    marker.direction = rune.code == U'겠' ? Direction::kFuture : Direction::kPast;
    marker.reported = rest.starts_with("다고") || rest.starts_with("다며") || rest.starts_with("다는");
    return marker;
  }
  if (final == kFinalRieul) return FromAdnominal(text, at, rune);
  if (rune.code != U'다' || at == 0 || !EndsClause(rest)) return std::nullopt;
  if (FinalOf(DecodeRuneBefore(text, at).code) != kFinalNieun) return std::nullopt;
  marker.direction = Direction::kFuture;
  marker.reported = IsReported(rest.substr(0, 3));
  return marker;
}

}  // namespace

std::optional<DirectionMarker> ReadDirectionMarker(std::string_view text, size_t at,
                                                   const DecodedRune& rune) {
  const DirectionWord word = WordAt(text, at, rune.code);
  std::optional<DirectionMarker> marker = FromWord(word, text.substr(at + rune.length));
  if (!marker) marker = FromEnding(text, at, rune);
  if (marker) marker->at = static_cast<int>(at);
  return marker;
}

}  // namespace sillok::ingest
