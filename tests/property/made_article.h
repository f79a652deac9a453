// An article at random, as ingest would have read it.
//
//   Dice dice(seed);
//   const v1::Article article = MakeArticle(dice, "article-1");
//
// Everything follows from the dice. Articles share a few names, days and predicates, so that they meet in entities and events,
// and some bodies are copies. One thread a Dice.
#pragma once

#include <string>

#include "sillok/v1/article.pb.h"
#include "tests/property/dice.h"

namespace sillok::query {

[[nodiscard]] v1::Article MakeArticle(Dice& dice, const std::string& id);

}  // namespace sillok::query
