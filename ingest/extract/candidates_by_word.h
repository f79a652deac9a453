// The candidates of a sentence by the words they stand in: few, so that a look at what overlaps a name costs no more than the
// name is long.
//
// A snapshot: what is added to the sentence afterwards is not seen.
#pragma once

#include <vector>

#include "ingest/extract/name_candidate.h"

namespace sillok::ingest {

class CandidatesByWord {
 public:
  explicit CandidatesByWord(const SentenceNames& names);

  // Indices into the candidates: of the words [first, last], each once, in the order in which they were found.
  [[nodiscard]] std::vector<int> In(int first, int last) const;

 private:
  static constexpr int kNone = -1;
  struct Link {
    int candidate = 0;
    int before = kNone;  // the link before it in the same word
  };

  std::vector<int> last_;  // by word
  std::vector<Link> links_;
};

}  // namespace sillok::ingest
