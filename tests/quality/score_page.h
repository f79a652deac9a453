// How well an article agrees with its gold.
//
//   ScorePage(gold, article, {.hinted = false}, scores);
//
// Names are compared as gold_names.h says, and dates as gold_dates.h. A person counts as found when exactly one in-article
// group stands in one of the person's forms; a person who is named in captions and subtitles alone is not asked of a gold,
// which tells of title and body. An event counts as dated when any event that the named words prove has the date. A quantity
// is of its subject when the entity's name, the subject's words or what is measured hold the gold's words, or are held by them.
#pragma once

#include <span>
#include <string>

#include "sillok/v1/article.pb.h"
#include "tests/quality/gold.h"
#include "tests/quality/scores.h"

namespace sillok {

struct ScoreOptions {
  // The article was read with its day of writing given, so that `date_inferred` is asked for.
  bool hinted = false;
  // Why each of the article's mentions is thought a name; empty where nobody knows.
  std::span<const std::string> reasons = {};
};

void ScorePage(const GoldPage& gold, const v1::Article& article, const ScoreOptions& options, Scores& scores);

}  // namespace sillok
