// Within stage 4: a verb with its endings, auxiliaries and the nouns it leans on.
//
//   "체결할 예정이라고 밝혔다" → {체결하다, prospective, link quotative, "체결할 예정이라고"}, then {밝히다, past, final}
//
// Pure; linear: every word is read by one predicate.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/layer.h"

namespace sillok::ingest {

// How a clause goes on.
enum class Link {
  kFinal,       // -다.
  kCoordinate,  // -고, -는데, -지만, -ㄴ 뒤
  kSerial,      // -아/어(서): one action with what follows
  kQuotative,   // -다고, -라며
  kAdnominal,   // -ㄴ/-는/-ㄹ: modifies a noun, ends no clause
  kNominal,     // -기, -음, -게: ends no clause
};

struct Predicate {
  TextSpan span;            // "체결할 예정이다"
  int stem_end = 0;         // where the ending that links begins; span.begin when it is fused with the stem
  std::string lemma;        // with 다: 체결하다
  std::string short_lemma;  // by the last noun alone, for the lexicon: 기념촬영하다 → 촬영하다
  Link link = Link::kFinal;
  int layer = kMatrix;
  int ordinal = 0;  // among the sentence's predicates
  bool past = false;
  bool prospective = false;  // -ㄹ, -겠, -기로 하다, 예정
  bool irrealis = false;     // wished, possible, conditional, obligatory
  bool negated = false;
  bool progressive = false;  // -고 있다
  bool may_switch = false;   // -는데, -자, -ㄴ 뒤: what follows may have another subject
  bool decided = false;      // -기로 하다
  bool state = false;        // 이다 or an adjective: tells how something is
};

// A name, a date or a number: its words are nouns whatever their tags say.
struct SolidSpan {
  TextSpan span;
  bool date = false;

  friend bool operator<(const SolidSpan& a, const SolidSpan& b) { return a.span < b.span; }
};

// The morphemes of a layer as a sequence.
class LayerWords {
 public:
  // All three must outlive this. `solid` is in order.
  LayerWords(const Sentence& sentence, const Layer& layer, const std::vector<SolidSpan>& solid);

  [[nodiscard]] int size() const { return static_cast<int>(words_.size()); }
  [[nodiscard]] const Morpheme& operator[](int word) const {
    return sentence_.morphemes[layer_.morphemes[word]];
  }
  [[nodiscard]] std::string_view text(int word) const { return (*this)[word].span.In(sentence_.text); }
  [[nodiscard]] const std::string& sentence() const { return sentence_.text; }
  [[nodiscard]] int layer() const { return layer_.quotation; }
  // A space, or words of another layer, stand before it.
  [[nodiscard]] bool apart(int word) const { return words_[word].apart; }
  // Words of another layer stand before it.
  [[nodiscard]] bool interrupted(int word) const { return words_[word].interrupted; }
  [[nodiscard]] bool solid(int word) const { return words_[word].solid >= 0; }
  [[nodiscard]] bool date(int word) const { return words_[word].date; }
  // The solid span around the word; -1 when none.
  [[nodiscard]] int solid_index(int word) const { return words_[word].solid; }
  // One past the last byte of the word that belongs to its solid span: MeCab may take 누리사는 for 누리 and 사는.
  [[nodiscard]] int solid_end(int word) const { return words_[word].solid_end; }
  [[nodiscard]] bool nominal(int word) const;
  [[nodiscard]] bool particle(int word) const;
  // A predicate begins here; for 체결하다 at 체결.
  [[nodiscard]] bool begins_predicate(int word) const { return words_[word].begins_predicate; }

 private:
  [[nodiscard]] bool PrefixesNoun(int word) const;

  struct Word {
    bool apart = false;
    bool interrupted = false;
    int solid = -1;
    bool date = false;
    int solid_end = 0;
    bool begins_predicate = false;
  };
  const Sentence& sentence_;
  const Layer& layer_;
  std::vector<Word> words_;
};

// Reads the predicate that begins at `word`; returns one past its last word.
int ReadPredicate(const LayerWords& words, int word, Predicate& predicate);

// The dictionary form of the verb that begins at `word`: 하 → 하다.
[[nodiscard]] std::string VerbLemma(const LayerWords& words, int word);

}  // namespace sillok::ingest
