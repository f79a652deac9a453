// The names of those who made the article, which are no names in it: whose picture it is, who reports.
//
//   (공동취재사진) 뉴시스   ⓒ 하윤경   정일구 기자 =   KBS 뉴스 이하린입니다.
//
// Pure; safe from any thread.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ingest/clean/clean_article.h"
#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

// Those of the byline whom the text itself calls reporters, as their names stand there. `sentences` with their titled names.
[[nodiscard]] std::set<std::string, std::less<>> ReportersOf(const std::vector<Reporter>& byline,
                                                             const std::vector<SentenceNames>& sentences);

// Takes the candidates that are such names away.
void DropCredits(const std::set<std::string, std::less<>>& reporters, SentenceNames& names);

}  // namespace sillok::ingest
