// A random story of articles and of what people decide about them: revisions, deletions, merges, splits, aliases and undos,
// given to some ingest stores in some order.
//
//   const std::vector<Step> script = MakeScript(seed, 30, 3);
//   for (const Step& step : Committed(Rearranged(script, other_seed, 1))) …
//   const std::vector<v1::Article> left = CurrentArticles(script);
//
// Everything follows from the seeds. What the articles are like, made_article.h says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sillok/v1/commit.pb.h"

namespace sillok::query {

// One revision, deletion or curation, as one ingest store would commit it.
struct Step {
  int origin = 0;
  v1::Commit commit;  // its id is set when it is applied
};

// `origins` stores get `steps` revisions and deletions of a few articles.
[[nodiscard]] std::vector<Step> MakeScript(uint32_t seed, int steps, int origins);

// The same revisions in another order, spread over other stores.
[[nodiscard]] std::vector<Step> Rearranged(std::vector<Step> steps, uint32_t seed, int origins);

// What each store would commit: a state older than the one it holds is not committed. Ids from 1 in every store.
[[nodiscard]] std::vector<Step> Committed(const std::vector<Step>& steps);

// The articles that stand after all of it, and everything that was decided, undos among it.
[[nodiscard]] std::vector<v1::Article> CurrentArticles(const std::vector<Step>& steps);
[[nodiscard]] std::vector<v1::Curation> GivenCurations(const std::vector<Step>& steps);

// The story in words.
[[nodiscard]] std::string Describe(const std::vector<Step>& steps);

}  // namespace sillok::query
