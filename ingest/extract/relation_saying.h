// Within stage 4: the verb that says what binds two sides, with the noun that it carries.
//
//   ReadSaying(text, in, s, c, p)   → agreement, the noun 업무협약, for 체결했다 of "가람대와 업무협약을 체결했다"
//
// Pure; safe from any thread; the look-around of a verb is bounded.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/relation_lexicon.h"

namespace sillok::ingest {

struct Saying {
  RelationWord word;
  int s = 0;  // sentence, clause, predicate
  int c = 0;
  int p = 0;
  int noun = -1;       // the phrase of the noun that the verb carries; -1 when the verb says it alone
  int noun_begin = 0;  // where in the sentence the noun begins
  int head = -1;       // the phrase that the verb modifies; -1 when none
};

// Nothing when the verb says of no relation. `text` and `in` are those of sentence `s`.
[[nodiscard]] std::optional<Saying> ReadSaying(std::string_view text, const SentenceClauses& in, int s, int c,
                                               int p);

// The phrases of the clause before its verb, the nearest first, at most `farthest`.
[[nodiscard]] std::vector<int> PhrasesBefore(const SentenceClauses& in, const Clause& clause,
                                             const Predicate& verb, int farthest);

// 은/는, 이/가 or 도.
[[nodiscard]] bool MayAct(const NounPhrase& phrase);

}  // namespace sillok::ingest
