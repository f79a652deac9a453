// A sentence as words: runs of letters and digits, with what MeCab thinks of each.
//
//   "정신아 카카오 대표는"  → 정신아 | 카카오 | 대표는 (stem 대표)
//
// MeCab cuts unknown names where a particle might be (블록+만), so a stem is advice; finders ask Names().IsParticles too.
#pragma once

#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "ingest/extract/ending_lexicon.h"
#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// The word up to where a name may end, and what that says.
struct WordStem {
  int end = 0;
  StemSigns signs;
};

struct Word {
  TextSpan span;
  int stem_end = 0;        // where MeCab's particles begin; span.begin when it sees no noun
  bool bare = false;       // MeCab sees a noun without particle
  bool joined = false;     // nothing but spaces between this word and the one before
  bool date = false;       // part of a date expression
  bool person = false;     // the stem is made of 인명
  bool proper = false;     // the stem holds a proper noun, Latin letters or something unknown
  bool common = false;     // the stem is one common noun of the dictionary
  bool countable = false;  // a numeral, a counter or a determiner: no part of a name
  // Where a name in this word may end: MeCab's opinion first, then wherever particles that agree with it may begin.
  absl::InlinedVector<WordStem, 2> stems = {};
  int title_end = -1;      // where a title in this word ends; -1 when it holds none, or several people's
  int first_morpheme = 0;  // of the sentence's morphemes
  int end_morpheme = 0;
  // Among the candidates for names (NameCandidate): the longest that begins where this word begins, and the longest that
  // ends where it ends; -1 when none.
  int longest_from = -1;
  int longest_to = -1;

  [[nodiscard]] std::string_view In(std::string_view text) const { return span.In(text); }
  [[nodiscard]] std::string_view Stem(std::string_view text) const {
    return text.substr(span.begin, stem_end - span.begin);
  }
};

[[nodiscard]] std::vector<Word> SplitWords(const Sentence& sentence);

// True when a morpheme of the word begins or ends at `offset`.
[[nodiscard]] bool IsMorphemeBoundary(const Sentence& sentence, const Word& word, int offset);

}  // namespace sillok::ingest
