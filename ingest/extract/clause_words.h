// Within stage 4: words that say what a clause is about.
//
//   IsClauseWord(ClauseUse::kAttend, "참석하다")   → true
//   EndsWithClauseWord(ClauseUse::kBill, "조례안") → true
//
// Rows of ingest/lexicon: clause_words. Pure; safe from any thread.
#pragma once

#include <string_view>

namespace sillok::ingest {

// What each is good for is told in the rows' file.
enum class ClauseUse { kAttend, kHold, kOccasion, kMake, kCause, kVote, kBill };

[[nodiscard]] bool IsClauseWord(ClauseUse use, std::string_view word);
[[nodiscard]] bool EndsWithClauseWord(ClauseUse use, std::string_view text);

}  // namespace sillok::ingest
