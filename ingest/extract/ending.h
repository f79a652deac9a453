// Within stage 4: what the endings of a verb say: tense, mood, and how its clause goes on.
//
//   EndingReader endings(words, predicate);
//   endings.Take(verb, false);                       // 밝혔|다: predicate.past
//   ClassifyConnective("는데", false, predicate)     → Link::kCoordinate, the subject may change
//
// Pure; linear in the endings.
#pragma once

#include <string_view>

#include "ingest/extract/layer_words.h"
#include "ingest/extract/predicate.h"

namespace sillok::ingest {

// How a clause goes on after a connective ending. `fused`: the ending is one morpheme with its stem (만나, 해), so that a
// short ending cannot be told from the stem.
[[nodiscard]] Link ClassifyConnective(std::string_view ending, bool fused, Predicate& predicate);

// Reads a run of endings at the end of a verb into a predicate.
class EndingReader {
 public:
  // Both must outlive this.
  EndingReader(const LayerWords& words, Predicate& predicate) : words_(words), predicate_(predicate) {}

  // Takes the verb at `word` and its endings; returns the next word.
  int Take(int word, bool auxiliary);

  // Cases of -ㄴ, -는, -ㄹ. `verb`: no adjective.
  void ReadModifier(bool verb);

  // The last one's tag ends with `tag`.
  [[nodiscard]] bool Ends(std::string_view tag) const { return tag_.ends_with(tag); }
  [[nodiscard]] std::string_view ending() const { return words_.text(last_); }
  [[nodiscard]] bool fused() const { return fused_; }
  [[nodiscard]] int link_begin() const { return link_begin_; }
  // -ㄹ.
  [[nodiscard]] bool future_modifier() const;

 private:
  void TakeAuxiliary(std::string_view stem);
  void ReadTense(int word);

  const LayerWords& words_;
  Predicate& predicate_;
  std::string_view tag_;
  int last_ = 0;
  int link_begin_ = 0;
  bool fused_ = true;
};

}  // namespace sillok::ingest
