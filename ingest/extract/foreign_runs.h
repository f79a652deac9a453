// Words in a row that are a foreign person's name.
//
//   ForeignRuns runs(names);
//   runs.In(0, 4)   → 데이비드 래미, of 데이비드 래미 영국 외무장관
//
// Pure; safe from any thread.
#pragma once

#include "ingest/extract/name_candidate.h"
#include "ingest/extract/person_signs.h"

namespace sillok::ingest {

class ForeignRuns {
 public:
  // `names` must outlive this; its candidates may grow.
  explicit ForeignRuns(const SentenceNames& names) : names_(names), signs_(names) {}

  // The first run in [first, title) with a word that is certain; `title` is the word of its title.
  [[nodiscard]] WordRange In(int first, int title) const;
  // From `word` on; the last word may carry particles.
  [[nodiscard]] WordRange From(int word) const;

 private:
  [[nodiscard]] const Word& At(int word) const { return names_.words[word]; }
  [[nodiscard]] std::string_view Whole(int word) const { return At(word).In(names_.text()); }
  [[nodiscard]] int StrengthIn(int first, int word, int title, int strongest) const;
  [[nodiscard]] bool StandsBeforeOffice(int word, int title) const;
  [[nodiscard]] bool AreSyllables(int first, int end) const;

  const SentenceNames& names_;
  const PersonSigns signs_;
};

}  // namespace sillok::ingest
