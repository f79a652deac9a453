// The rows that names are read with, in the form the finders ask for.
//
//   Names().IsTitle("창업벤처혁신실장")   → true, for it ends with 실장
//   Names().KoreanName("정신아")          → 13: how usual its syllables are in names; 0 when it cannot be one
//
// Built at first use from ingest/lexicon and common/lexicon; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/text_map.h"
#include "ingest/extract/extracted_article.h"
#include "ingest/extract/name_trie.h"
#include "ingest/extract/suffix_trie.h"
#include "ingest/extract/syllable_table.h"

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

class SuffixUses {
 public:
  void Add(SuffixUse use) { bits_ |= Bit(use); }
  [[nodiscard]] bool Has(SuffixUse use) const { return (bits_ & Bit(use)) != 0; }

 private:
  static uint32_t Bit(SuffixUse use) { return uint32_t{1} << static_cast<int>(use); }

  uint32_t bits_ = 0;
};

class NameLexicon {
 public:
  NameLexicon();

  [[nodiscard]] const NameTrie& trie() const { return trie_; }
  [[nodiscard]] const KnownName& known(int value) const { return known_[value]; }

  // True when `tail` may follow a name that ends with `name` in the same word: 은 after 권, but not after 샘플러.
  [[nodiscard]] bool IsParticles(std::string_view name, std::string_view tail) const;
  // Calls visit(begin) for each place where particles that agree with what is before them begin, the last first:
  // 9 and 6 in 학교에는.
  template <typename Visit>
  void ForEachParticles(std::string_view word, Visit visit) const {
    particle_endings_.Match(word, [&](int begin, int after) {
      if (begin > 0 && Agrees(word.substr(0, begin), static_cast<char>(after))) visit(begin);
    });
  }
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
  [[nodiscard]] bool IsOrganization(std::string_view word, SuffixUse use) const {
    return OrganizationUses(word).Has(use);
  }
  // All of these uses at once.
  [[nodiscard]] SuffixUses OrganizationUses(std::string_view word) const;
  // "division", "venue" or "facility" when `word` ends with such a suffix; `head` gets the bytes before it.
  [[nodiscard]] std::string_view PlaceSuffix(std::string_view word, size_t& head) const;
  [[nodiscard]] bool EndsLikeEvent(std::string_view text) const;
  [[nodiscard]] bool IsEventSuffix(std::string_view word) const { return Noun(word).event_ending; }
  // True for 베를린국제영화제: an event by its ending alone.
  [[nodiscard]] bool IsEventAlone(std::string_view word) const;
  // True for an event's ending that stands alone (투어), and for a noun that says that a name is an event's (행사).
  [[nodiscard]] bool IsEventWord(std::string_view word) const {
    const KindNoun noun = Noun(word);
    return noun.event_ending || noun.kind == EntityType::kNamedEvent;
  }
  // True when the predicate says that an event takes place: 열, 개최.
  [[nodiscard]] bool HoldsEvent(std::string_view lemma) const { return holding_.contains(lemma); }
  // What a common noun beside a quoted name says the name is.
  [[nodiscard]] EntityType KindOf(std::string_view noun) const { return Noun(noun).kind; }
  [[nodiscard]] bool IsCommon(std::string_view word) const { return common_.contains(word); }
  [[nodiscard]] bool IsCredit(std::string_view word) const { return credits_.contains(word); }
  // The name that an alias stands for, by NormalizeName; empty when the rows know none.
  [[nodiscard]] std::string_view AliasOf(std::string_view normalized) const;

 private:
  struct OrganizationSuffix {
    SuffixUse use;
    int head;  // fewest code points before it
  };
  struct PlaceSuffixRow {
    std::string_view kind;
    int head;
  };
  // A noun beside a name, or at the end of one, that says what the name is.
  struct KindNoun {
    EntityType kind = EntityType::kUnknown;
    bool event_ending = false;
  };
  // Weights; not `known` for a syllable without a row.
  struct Given {
    int first = 0, second = 0, alone = 0;
    bool known = false;
  };
  // What a word of person_titles is; bits.
  enum TitleUse { kTitle = 1, kTitleAfterPlace = 2, kNoTitle = 4 };
  // What an ending of event_suffixes is; bits.
  enum EventUse { kEventEnding = 1, kEventAlone = 2 };

  // True when particles of that row may follow `name`.
  [[nodiscard]] static bool Agrees(std::string_view name, char after);
  [[nodiscard]] bool IsPlace(std::string_view word) const;
  [[nodiscard]] KindNoun Noun(std::string_view word) const {
    const auto found = kind_nouns_.find(word);
    return found == kind_nouns_.end() ? KindNoun() : found->second;
  }
  void AddNames();
  void AddPeople();
  void AddSuffixes();

  std::vector<KnownName> known_;
  NameTrie trie_;
  ViewMap<char> particles_;
  SuffixTrie particle_endings_;
  SuffixTrie titles_;
  ViewMap<bool> modifiers_;
  ViewMap<int> surnames_;
  SyllableTable<Given> given_;
  SyllableTable<int> origin_;
  SuffixTrie organization_suffixes_;
  std::vector<std::vector<OrganizationSuffix>> organization_rows_;  // by the trie's value
  SuffixTrie place_suffixes_;
  std::vector<PlaceSuffixRow> place_rows_;
  SuffixTrie event_suffixes_;
  ViewMap<KindNoun> kind_nouns_;
  ViewSet common_;
  ViewSet credits_;
  ViewSet holding_;
  TextMap<std::string_view> aliases_;
};

[[nodiscard]] const NameLexicon& Names();

}  // namespace sillok::ingest
