// Within stage 4: one layer of a sentence read into noun phrases, predicates and clauses.
//
//   ReadClauses(words, out);   // appends to out.phrases, out.predicates, out.clauses
//
// A clause ends with its own verb; modifiers and nominal forms belong to the clause around them. Pure; safe from any
// thread; linear in the words.
#pragma once

#include "ingest/extract/clause.h"
#include "ingest/extract/layer_words.h"

namespace sillok::ingest {

// The phrases' mentions and numbers and the clauses' dates stay empty.
void ReadClauses(const LayerWords& words, SentenceClauses& out);

}  // namespace sillok::ingest
