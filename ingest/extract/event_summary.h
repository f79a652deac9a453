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

// `subject`: the name to put in front; empty when the clause has its own.
[[nodiscard]] std::string SummarizeClause(const Sentence& sentence, const SentenceClauses& clauses,
                                          const Clause& clause, std::string_view subject);

// The name with 은 or 는: 카카오는, 올트먼은.
[[nodiscard]] std::string WithTopicParticle(std::string_view name);

}  // namespace sillok::ingest
