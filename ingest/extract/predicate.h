// Within stage 4: a verb with its endings, auxiliaries and the nouns it leans on.
//
//   "체결할 예정이라고 밝혔다" → {체결하다, prospective, link quotative, "체결할 예정이라고"}, then {밝히다, past, final}
//
// Pure; linear: every word is read by one predicate.
#pragma once

#include <string>
#include <string_view>

#include "ingest/extract/layer.h"
#include "ingest/extract/layer_words.h"

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

// Reads the predicate that begins at `word`; returns one past its last word.
int ReadPredicate(const LayerWords& words, int word, Predicate& predicate);

// The dictionary form of the verb that begins at `word`: 하 → 하다.
[[nodiscard]] std::string VerbLemma(const LayerWords& words, int word);

}  // namespace sillok::ingest
