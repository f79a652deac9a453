// Within stage 4: words told without quotation marks, by -다고/-라고/-자고/-냐고.
//
//   카카오는 새 앱을 내놓는다고 3일 밝혔다   → verb 밝히다, words 새 앱을 내놓는다
//
// Pure; safe from any thread.
#pragma once

#include <string_view>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

// The strong verb of saying, an index into predicates, that takes the quotative clause `clause`; -1 when there is none.
[[nodiscard]] int SayingAfter(const SentenceClauses& in, int clause);

// The words that the quotative `predicate` tells, from byte `begin` on, with the ending that they would have alone.
[[nodiscard]] TextSpan IndirectWords(std::string_view text, const Predicate& predicate, int begin);

}  // namespace sillok::ingest
