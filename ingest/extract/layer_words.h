// Within stage 4: the words of one layer of a sentence, with what a reader of clauses asks of them.
//
//   const LayerWords words(sentence, layers.layers[0], solid);
//   words.begins_predicate(3)   → true for 체결 of 체결했다
//
// Pure; safe from any thread; linear in the layer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/layer.h"
#include "ingest/extract/solid_span.h"

namespace sillok::ingest {

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
  [[nodiscard]] std::string_view sentence() const { return sentence_.text; }
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
  // 열 of 열 예정이다, which MeCab takes for ten.
  [[nodiscard]] bool opens(int word) const;

 private:
  void ReadSurroundings(const std::vector<SolidSpan>& solid);
  void FindMisread();
  void FindPredicates();
  [[nodiscard]] bool PrefixesNoun(int word) const;
  [[nodiscard]] bool CompletesVerb(int word) const;
  [[nodiscard]] bool SaysOne(int word) const;

  struct Word {
    bool apart = false;
    bool interrupted = false;
    int solid = -1;
    bool date = false;
    bool misread = false;
    int solid_end = 0;
    bool begins_predicate = false;
  };
  const Sentence& sentence_;
  const Layer& layer_;
  std::vector<Word> words_;
};

// The stem of the verb at `word`: 밝히 for 밝혔.
[[nodiscard]] std::string_view StemAt(const LayerWords& words, int word);

// A verb, an adjective, 이다, or 하 and 되 after a noun.
[[nodiscard]] bool IsVerb(const Morpheme& morpheme);

// 하 or 되 right after a noun, which MeCab sometimes takes for a verb of its own.
[[nodiscard]] bool IsAttachedDo(const LayerWords& words, int word);

}  // namespace sillok::ingest
