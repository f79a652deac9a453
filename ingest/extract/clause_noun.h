// Within stage 4: nouns that a modified clause leans on: 개최할 예정이다, 만난 뒤.
//
//   ClauseNoun("예정")   → ClauseNounKind::kPlan
//
// Rows of ingest/lexicon: clause_nouns. Pure; safe from any thread.
#pragma once

#include <string_view>

namespace sillok::ingest {

enum class ClauseNounKind { kNone, kPlan, kFact, kAbility, kTime };

[[nodiscard]] ClauseNounKind ClauseNoun(std::string_view noun);

}  // namespace sillok::ingest
