#include "ingest/extract/candidates_by_word.h"

#include <algorithm>

namespace sillok::ingest {

CandidatesByWord::CandidatesByWord(const SentenceNames& names) : last_(names.words.size(), kNone) {
  for (size_t at = 0; at < names.candidates.size(); ++at) {
    const NameCandidate& candidate = names.candidates[at];
    for (int word = candidate.first_word; word <= candidate.last_word; ++word) {
      links_.push_back({.candidate = static_cast<int>(at), .before = last_[word]});
      last_[word] = static_cast<int>(links_.size()) - 1;
    }
  }
}

std::vector<int> CandidatesByWord::In(int first, int last) const {
  std::vector<int> candidates;
  for (int word = first; word <= last; ++word) {
    for (int at = last_[word]; at != kNone; at = links_[at].before) {
      candidates.push_back(links_[at].candidate);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return candidates;
}

}  // namespace sillok::ingest
