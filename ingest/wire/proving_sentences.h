// Which sentences of an article prove facts, and how many facts they may prove.
//
//   ProvingSentences proving(extracted);
//   if (proving.Admit(event.at)) …          // true at most as often as the bounds allow
//   EventId(article_id, proving.normalized(event.at.sentence), …)
//
// Of sentences that read the same one proves: the first in the body, else in the title, a subtitle, a caption.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/extracted_article.h"

namespace sillok::ingest {

// Bounds that no article meets and hostile pages do. They keep the answer linear in the page, because every fact shows
// its sentence.
inline constexpr int kLongestEvidence = 8192;       // bytes of a sentence that proves facts
inline constexpr int kMostEvidenceBytes = 4 << 20;  // over all facts of an article

class ProvingSentences {
 public:
  // `extracted` must outlive this.
  explicit ProvingSentences(const ExtractedArticle& extracted);

  // Whether a fact at this place is told; counts it.
  [[nodiscard]] bool Admit(const Place& at);
  // True when a fact was refused because of the bounds.
  [[nodiscard]] bool truncated() const { return truncated_; }
  // What sentences that read the same share; empty for one that holds no fact.
  [[nodiscard]] const std::string& normalized(int sentence) const { return normalized_[sentence]; }

 private:
  const std::vector<Sentence>& sentences_;
  std::vector<std::string> normalized_;  // by sentence
  std::vector<bool> proves_;             // by sentence
  int evidence_left_ = kMostEvidenceBytes;
  bool truncated_ = false;
};

}  // namespace sillok::ingest
