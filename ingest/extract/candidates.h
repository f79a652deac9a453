// Every sentence with what rows and rules think may be a name in it.
//
//   std::vector<SentenceNames> sentences = FindCandidates(dated);
//   sentences[0].candidates   → 임정욱, 중기부, 실리콘밸리, …
//
// Pure; safe from any thread.
#pragma once

#include <vector>

#include "ingest/date/dated_article.h"
#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// In the order of the article. `dated` must outlive them.
[[nodiscard]] std::vector<SentenceNames> FindCandidates(const DatedArticle& dated);

}  // namespace sillok::ingest
