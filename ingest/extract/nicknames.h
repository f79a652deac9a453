// Within stage 4: what people are called in marks right before their names, where it speaks.
//
//   ‘두루미’ 김나래 … 두루미는 “또 이기겠다”고 말했다   → the words are 김나래's
//
// What stands so may be a film as well; but only who speaks is asked for. Pure; linear in the article.
#pragma once

#include <map>
#include <string_view>

#include "ingest/extract/clause.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {

class Nicknames {
 public:
  // Both must outlive this.
  Nicknames(const NamedArticle& named, const ArticleClauses& clauses);

  // Gives a speaker of sentence `s` without a name the referent of that nickname.
  void Resolve(int s, Subject& subject) const;

 private:
  const ParsedArticle& parsed_;
  const ArticleClauses& clauses_;
  std::map<std::string_view, int> nicknames_;  // referents
};

}  // namespace sillok::ingest
