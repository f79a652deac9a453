#include "ingest/wire/proving_sentences.h"

#include <string_view>
#include <unordered_map>

#include "common/text/normalize.h"

namespace sillok::ingest {
namespace {

// A sentence proves best in the body, worst in a caption.
int Rank(Part part) {
  switch (part) {
    case Part::kBody:
      return 0;
    case Part::kTitle:
      return 1;
    case Part::kSubtitle:
      return 2;
    case Part::kCaption:
      return 3;
  }
  return 4;
}

template <typename Fact>
void MarkSentences(const std::vector<Fact>& facts, std::vector<bool>& holds_facts) {
  for (const Fact& fact : facts) holds_facts[fact.at.sentence] = true;
}

}  // namespace

ProvingSentences::ProvingSentences(const ExtractedArticle& extracted)
    : sentences_(extracted.dated.parsed.sentences),
      normalized_(sentences_.size()),
      proves_(sentences_.size()) {
  std::vector<bool> holds_facts(sentences_.size());
  MarkSentences(extracted.events, holds_facts);
  MarkSentences(extracted.quotes, holds_facts);
  MarkSentences(extracted.quantities, holds_facts);
  MarkSentences(extracted.positions, holds_facts);
  MarkSentences(extracted.relations, holds_facts);
  std::unordered_map<std::string_view, size_t> best;
  for (size_t i = 0; i < sentences_.size(); ++i) {
    if (!holds_facts[i]) continue;
    normalized_[i] = NormalizeName(sentences_[i].text);
    const auto [place, first] = best.emplace(normalized_[i], i);
    if (!first && Rank(sentences_[i].part) < Rank(sentences_[place->second].part)) place->second = i;
  }
  for (const auto& [text, sentence] : best) proves_[sentence] = true;
}

bool ProvingSentences::Admit(const Place& at) {
  if (!proves_[at.sentence]) return false;
  const auto size = static_cast<int>(sentences_[at.sentence].text.size());
  if (size > kLongestEvidence || size > evidence_left_) {
    truncated_ = true;
    return false;
  }
  evidence_left_ -= size;
  return true;
}

}  // namespace sillok::ingest
