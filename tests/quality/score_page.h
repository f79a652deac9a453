// How well an article agrees with its gold.
//
//   ScorePage(gold, article, {.hinted = false}, scores);
//
// Names, titles and texts are compared after NormalizeName, so neither spaces nor middle dots count. A person counts as
// found when exactly one in-article group stands in one of the person's forms; a person who is named in captions and
// subtitles alone is not asked of a gold, which tells of title and body. An event counts as dated when any event
// that the named words prove has the date. A quantity is of its subject when the entity's name, the subject's words or what
// is measured hold the gold's words, or are held by them.
#pragma once

#include <span>
#include <string>
#include <string_view>

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

// True when the span is the day, month, quarter ("2025-Q2"), half ("2025-H1") or year `date`, or lies within it ("2023-06"
// holds 2023-06-09); with an empty date, when the span is unresolved.
[[nodiscard]] bool DateAgrees(std::string_view date, const v1::DateSpan& span);

// The same for an event, whose date in a gold is one day, month or year: of a stretch that the text gives with both ends (9일부터
// 12일까지) it may be either end.
[[nodiscard]] bool EventDateAgrees(std::string_view date, const v1::DateSpan& span);

}  // namespace sillok
