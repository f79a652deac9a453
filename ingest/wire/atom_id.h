// Ids of what one article proves: they name evidence, and stay when the extractor improves.
//
//   const std::string sentence = NormalizeName("올트먼은 9일 서울에서 간담회를 열었다.");
//   EventId(article_id, sentence, 0)   → 24 lowercase hex digits
//
// Neither offset nor type nor date nor version goes in. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "ingest/extract/extracted_article.h"

namespace sillok::ingest {

// From the article and the normalised fullest form, with the ordinal among equal forms.
[[nodiscard]] std::string ReferentId(std::string_view article_id, const Referent& referent);

// From the article, the normalised sentence (NormalizeName) and which of its predicates it is.
[[nodiscard]] std::string EventId(std::string_view article_id, std::string_view normalized_sentence,
                                  int predicate_ordinal);

}  // namespace sillok::ingest
