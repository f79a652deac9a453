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

// The past of a verb in its dictionary form: 만나다 → 만났다, 열다 → 열었다; a verb whose past is irregular stays
// as it is.
[[nodiscard]] std::string PastForm(std::string_view lemma);

// Its present: 열리다 → 열린다, 맺다 → 맺는다, 열다 → 연다.
[[nodiscard]] std::string PresentForm(std::string_view lemma);

// The name with 은 or 는: 카카오는, 올트먼은.
[[nodiscard]] std::string WithTopicParticle(std::string_view name);

}  // namespace sillok::ingest
