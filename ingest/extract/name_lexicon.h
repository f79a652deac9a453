// The rows that names are read with, in the form the finders ask for.
//
//   Names().IsTitle("창업벤처혁신실장")   → true, for it ends with 실장
//   Names().KoreanName("정신아")          → 13: how usual its syllables are in names; 0 when it cannot be one
//
// Built at first use from ingest/lexicon and common/lexicon; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/text_map.h"
#include "ingest/extract/ending_lexicon.h"
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
  // What the word's ending says it is.
  [[nodiscard]] StemSigns SignsOf(std::string_view stem) const;
  [[nodiscard]] bool IsTitle(std::string_view word) const { return SignsOf(word).title; }
  // A row's place.
  [[nodiscard]] bool IsPlace(std::string_view word) const;
  // Between a name and its title: 전, 당시. The value says whether the position was held then.
  [[nodiscard]] std::optional<bool> Modifier(std::string_view word) const;
  // How usual the syllables are in a Korean name; 0 when `text` cannot be one.
  [[nodiscard]] int KoreanName(std::string_view text) const;
  [[nodiscard]] bool IsSurname(std::string_view text) const { return surnames_.contains(text); }
  // Log odds that `text` is transcribed from another language rather than Korean.
  [[nodiscard]] int ForeignOdds(std::string_view text) const;
  [[nodiscard]] bool IsOrganization(std::string_view word, SuffixUse use) const {
    return endings_.Read(word).organization.Has(use);
  }
  // True when the predicate says that an event takes place: 열, 개최.
  [[nodiscard]] bool HoldsEvent(std::string_view lemma) const { return holding_.contains(lemma); }
  // What a common noun beside a quoted name says the name is.
  [[nodiscard]] EntityType KindOf(std::string_view noun) const;
  [[nodiscard]] bool IsCommon(std::string_view word) const { return common_.contains(word); }
  // 사 of A사: what a body is called by a letter and.
  [[nodiscard]] bool IsLetterBody(std::string_view noun) const { return letter_bodies_.contains(noun); }
  [[nodiscard]] bool IsCredit(std::string_view word) const { return credits_.contains(word); }
  // The name that an alias stands for, by NormalizeName; empty when the rows know none.
  [[nodiscard]] std::string_view AliasOf(std::string_view normalized) const;

 private:
  // Weights; not `known` for a syllable without a row.
  struct Given {
    int first = 0, second = 0, alone = 0;
    bool known = false;
  };
  // True when particles of that row may follow `name`.
  [[nodiscard]] static bool Agrees(std::string_view name, char after);
  void AddNames();
  void AddPeople();

  std::vector<KnownName> known_;
  NameTrie trie_;
  ViewMap<char> particles_;
  SuffixTrie particle_endings_;
  EndingLexicon endings_;
  ViewMap<bool> modifiers_;
  ViewMap<int> surnames_;
  SyllableTable<Given> given_;
  SyllableTable<int> origin_;
  ViewMap<EntityType> kinds_;
  ViewSet common_;
  ViewSet letter_bodies_;
  ViewSet credits_;
  ViewSet holding_;
  TextMap<std::string_view> aliases_;
};

[[nodiscard]] const NameLexicon& Names();

}  // namespace sillok::ingest
