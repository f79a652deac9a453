// Which mentions of an article are the same person or body.
//
// Full names meet by spelling, by the alias rows, by a gloss, by contraction; parts of names, surnames with a title, titles
// alone and pronouns go to the nearest fitting referent before them. What fits nobody is left out, not guessed.
#pragma once

#include <vector>

#include "ingest/extract/glosses.h"
#include "ingest/extract/name_candidate.h"
#include "ingest/extract/named_article.h"

namespace sillok::ingest {

// A sentence whose names are decided.
struct DecidedSentence {
  const SentenceNames* names = nullptr;
  std::vector<NameCandidate> chosen;
  std::vector<Gloss> glosses;
};

// Fills referents and mentions. `sentences` in the order of the article.
void BindReferents(const std::vector<DecidedSentence>& sentences, NamedArticle& article);

// Fills positions and titles. Needs referents and mentions.
void FindPositions(const std::vector<DecidedSentence>& sentences, NamedArticle& article);

}  // namespace sillok::ingest
