// Within stage 4: the lines by which a broadcaster's page says who speaks in the paragraph below.
//
//   [차미선/가게 직원]
//   “탄내가 났어요.”      → 차미선
//
// Pure; linear in the article.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {

class SpeakerLabels {
 public:
  // Both must outlive this.
  SpeakerLabels(const NamedArticle& named, const ArticleClauses& clauses);

  // Such a line stands above the paragraph of sentence `s`.
  [[nodiscard]] bool Stands(int s) const;
  // Whom it names; not found for [현장음].
  [[nodiscard]] Subject SpeakerOf(int s) const;

 private:
  void LabelFromBody();

  const NamedArticle& named_;
  const ParsedArticle& parsed_;
  const ArticleClauses& clauses_;
  std::vector<int> labels_;  // by paragraph of the body: the sentence of the line before it, or -1
};

}  // namespace sillok::ingest
