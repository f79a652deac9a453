// Within stage 4: a clause made to read alone.
//
//   "이어 정신아 대표와 만났고" with subject 올트먼   → "올트먼은 정신아 대표와 만났다"
//
// Words within quotation marks are cut short. Pure; linear in the clause.
#pragma once

#include <string>
#include <string_view>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

// `span`: the clause, or with the words it tells. `past`: whether it happened. `subject`: the name to put in
// front; empty when the clause has its own.
[[nodiscard]] std::string SummarizeClause(const Sentence& sentence, const SentenceClauses& clauses,
                                          const Clause& clause, const TextSpan& span, bool past,
                                          std::string_view subject);

// `span` with the quotation mark right beside it that it opens or closes: 특별전 ‘산, 다시 서다’.
[[nodiscard]] TextSpan WithMarks(std::string_view text, TextSpan span);

// The name with 은 or 는: 카카오는, 올트먼은.
[[nodiscard]] std::string WithTopicParticle(std::string_view name);

}  // namespace sillok::ingest
