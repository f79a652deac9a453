// Within stage 4: which two bodies 양사, 두 기관 stand for.
//
//   누리사와 가람대가 연구에 나선다. 두 기관은 업무협약을 체결했다.   → before the second sentence: 누리사, 가람대
//
// The last two that one clause named side by side, until the same part of the article names another body. Pure;
// linear in the article.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/relation_parties.h"

namespace sillok::ingest {

class NamedPairs {
 public:
  NamedPairs(const NamedArticle& named, const ArticleClauses& clauses, const PartyReader& parties);

  // The pair in force when `sentence` begins; empty when there is none.
  [[nodiscard]] const std::vector<Party>& Before(int sentence) const { return pairs_[before_[sentence]]; }

 private:
  std::vector<std::vector<Party>> pairs_ = {{}};  // in the order they came into force
  std::vector<int> before_;                       // by sentence
};

// True for 양사, and for 기관 of 두 기관.
[[nodiscard]] bool StandsForPair(std::string_view text, const NounPhrase& phrase);

}  // namespace sillok::ingest
