// What in a sentence looks like a person's name.
//
//   PersonSigns signs(names);
//   signs.KoreanScore(0, 9, true)    → 19 for 정신아 beside a title; 0 for what cannot be a name
//   signs.ForeignStrength(2, 27)     → 2 for 올트먼
//
// By the syllables, by MeCab's opinion, and by the names listed so far. Pure; safe from any thread.
#pragma once

#include <string_view>

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Thresholds on KoreanScore, by how much else speaks for a person.
inline constexpr int kUsualName = 14;
inline constexpr int kPossibleKoreanName = 10;
inline constexpr int kCertainName = 24;  // no foreign name has such syllables
// Added to it where MeCab knows the name.
inline constexpr int kTaggedBonus = 6;
// Threshold on NameLexicon::ForeignOdds.
inline constexpr int kForeignPerson = 5;

// Words of a sentence that are a name.
struct WordRange {
  int first = 0;
  int last = -1;
  int end = 0;  // byte

  [[nodiscard]] bool empty() const { return last < first; }
};

// Adds these words as a person's name, which `rule` found.
void AddPerson(SentenceNames& names, const WordRange& name, int score, std::string_view rule);

class PersonSigns {
 public:
  // `names` must outlive this; its candidates may grow.
  explicit PersonSigns(const SentenceNames& names) : names_(names) {}

  // Something listed that is no person begins or ends here: 스페인, 카카오.
  [[nodiscard]] bool IsOtherName(int word) const;

  // How much [begin of word, end) looks like a Korean person's name.
  [[nodiscard]] int KoreanScore(int word, int end, bool beside_title) const;

  // 2: certainly no Korean noun; 1: may be part of a foreign name; 0: no.
  [[nodiscard]] int ForeignStrength(int word, int end) const;

  // A whole word that MeCab cuts into what cannot stand so (팡+저+신), or that holds a person's name for it (성+라이윈).
  [[nodiscard]] bool IsOddName(int word) const;

  // A whole word that MeCab cut before a particle though a name goes on: 그레그 블록만, 정조은.
  [[nodiscard]] bool IsUncutName(int word, int title) const;

 private:
  [[nodiscard]] bool IsJapaneseSurname(int word, int title) const;
  [[nodiscard]] const Word& At(int word) const { return names_.words[word]; }
  [[nodiscard]] std::string_view Whole(int word) const { return At(word).In(names_.text()); }
  [[nodiscard]] std::string_view Text(int begin, int end) const {
    return names_.text().substr(begin, end - begin);
  }

  const SentenceNames& names_;
};

}  // namespace sillok::ingest
