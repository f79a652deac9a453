// Within stage 4: a stretch of nouns before or after a number, taken apart into whose they are and what they name.
//
//   "SK텔레콤 가입자"   → owner SK텔레콤, noun "가입자", whole "SK텔레콤 가입자"
//
// Pure; safe from any thread; linear in the stretch.
#pragma once

#include <string_view>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

struct OwnedNoun {
  int owner = -1;          // the referent of its last name; -1 when none
  bool person = false;     // that is a person's
  std::string_view noun;   // what stands after the name
  std::string_view whole;  // trimmed
};

// The nouns of `phrase`, which is one of `in`, from byte `begin` to `end`.
[[nodiscard]] OwnedNoun ReadOwnedNoun(const NamedArticle& named, int sentence, const SentenceClauses& in,
                                      const NounPhrase& phrase, int begin, int end);

// The same of the whole phrase, but for what stands before the end of its last number.
[[nodiscard]] OwnedNoun ReadOwnedNoun(const NamedArticle& named, int sentence, const SentenceClauses& in,
                                      const NounPhrase& phrase);

// 행사에는, 해든에서도: a place as the topic.
[[nodiscard]] bool IsPlaceTopic(std::string_view text, const NounPhrase& phrase);

}  // namespace sillok::ingest
