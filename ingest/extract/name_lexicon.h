// The rows that names are read with, in the form the finders ask for.
//
//   Names().IsTitle("창업벤처혁신실장")   → true, for it ends with 실장
//   Names().KoreanName("정신아")          → 13: how usual its syllables are in names; 0 when it cannot be one
//
// Built at first use from ingest/lexicon and common/lexicon; safe from any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "ingest/extract/extracted_article.h"
#include "ingest/extract/name_trie.h"

namespace sillok::ingest {

// What kind of place a row names; decides how places chain.
enum class PlaceKind { kNone, kCountry, kHanja, kProvince, kDivision, kCity, kArea, kLandmark };

struct KnownName {
  EntityType type = EntityType::kUnknown;
  PlaceKind place = PlaceKind::kNone;
  bool ambiguous = false;
};

// How a suffix makes an organisation; the column `how` of organization_suffixes.tsv.
enum class SuffixUse { kWord, kProper, kForeign, kSpace, kAfter, kLocal, kTitled };

// Keys that are found by a std::string_view without a copy.
struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <typename Value>
using TextMap = absl::flat_hash_map<std::string, Value, TextHash, std::equal_to<>>;
using TextSet = absl::flat_hash_set<std::string, TextHash, std::equal_to<>>;

class NameLexicon {
 public:
  NameLexicon();

  [[nodiscard]] const NameTrie& trie() const { return trie_; }
  [[nodiscard]] const KnownName& known(int value) const { return known_[value]; }

  // True when `tail` may follow a name that ends with `name` in the same word: 은 after 권, but not after 샘플러.
  [[nodiscard]] bool IsParticles(std::string_view name, std::string_view tail) const;
  // True when the word is or ends with a title: 창업벤처혁신실장, 서울시장, but not 행사장 or 주식시장.
  [[nodiscard]] bool IsTitle(std::string_view word) const;
  // Between a name and its title: 전, 당시. The value says whether the position was held then.
  [[nodiscard]] std::optional<bool> Modifier(std::string_view word) const;
  // How usual the syllables are in a Korean name; 0 when `text` cannot be one.
  [[nodiscard]] int KoreanName(std::string_view text) const;
  [[nodiscard]] bool IsSurname(std::string_view text) const { return surnames_.contains(text); }
  // Log odds that `text` is transcribed from another language rather than Korean.
  [[nodiscard]] int ForeignOdds(std::string_view text) const;
  // True when `word` ends with a suffix of that use, with enough before it (nothing before it for kSpace, kAfter).
  [[nodiscard]] bool IsOrganization(std::string_view word, SuffixUse use) const;
  [[nodiscard]] bool IsOrganizationSuffix(std::string_view word) const;
  // "division", "venue" or "facility" when `word` ends with such a suffix; `head` gets the bytes before it.
  [[nodiscard]] std::string_view PlaceSuffix(std::string_view word, size_t& head) const;
  [[nodiscard]] bool EndsLikeEvent(std::string_view text) const;
  [[nodiscard]] bool IsEventSuffix(std::string_view word) const { return event_suffixes_.contains(word); }
  // True for 베를린국제영화제: an event by its ending alone.
  [[nodiscard]] bool IsEventAlone(std::string_view word) const;
  [[nodiscard]] bool IsEventWord(std::string_view word) const;
  // True when the predicate says that an event takes place: 열, 개최.
  [[nodiscard]] bool HoldsEvent(std::string_view lemma) const { return holding_.contains(lemma); }
  // What a common noun beside a quoted name says the name is.
  [[nodiscard]] EntityType KindOf(std::string_view noun) const;
  [[nodiscard]] bool IsCommon(std::string_view word) const { return common_.contains(word); }
  [[nodiscard]] bool IsCredit(std::string_view word) const { return credits_.contains(word); }
  // The name that an alias stands for, by NormalizeName; empty when the rows know none.
  [[nodiscard]] std::string_view AliasOf(std::string_view normalized) const;

 private:
  struct Suffix {
    SuffixUse use;
    int head;
  };
  struct Given {
    int first, second, alone;
  };

  [[nodiscard]] bool IsPlace(std::string_view word) const;
  void AddNames();
  void AddPeople();
  void AddSuffixes();

  std::vector<KnownName> known_;
  NameTrie trie_;
  TextMap<char> particles_;
  TextSet titles_;
  TextSet place_titles_;   // 시장, 지사: in a longer word only after a place
  TextSet not_titles_;     // 행사장
  TextSet title_endings_;  // last syllables of titles
  TextMap<bool> modifiers_;
  TextMap<int> surnames_;
  TextMap<Given> given_;
  TextMap<int> origin_;
  TextMap<std::vector<Suffix>> organization_suffixes_;
  TextSet organization_endings_;
  TextSet place_endings_;
  TextMap<std::string> place_suffixes_;
  TextMap<int> place_heads_;
  TextSet event_suffixes_;
  TextSet lone_event_suffixes_;
  TextMap<EntityType> kinds_;
  TextSet common_;
  TextSet credits_;
  TextSet holding_;
  TextMap<std::string> aliases_;
};

[[nodiscard]] const NameLexicon& Names();

// The last `count` code points of `text`; all of it when it has fewer.
[[nodiscard]] std::string_view LastRunes(std::string_view text, int count);

}  // namespace sillok::ingest
