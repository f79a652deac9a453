// Within stage 4: the summary of an event, so that it reads well alone.
//
//   EventWords words(named, clauses);
//   words.Summary(s, c, span, true, participants, chain)   → "이든은 김나래 대표와 만났다" for "이어 김나래 대표와 만났고"
//
// Pure; safe from any thread; linear in the clause.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/event_chain.h"

namespace sillok::ingest {

class EventWords {
 public:
  // Both must outlive this.
  EventWords(const NamedArticle& named, const ArticleClauses& clauses) : named_(named), clauses_(clauses) {}

  // `at`: the clause, or with the words it tells; a subject that it leaves out is put in front.
  [[nodiscard]] std::string Summary(int s, int c, const TextSpan& at, bool past,
                                    const std::vector<Participant>& participants, const Chain& chain) const;

  // 조찬을 할 계획이었으나 취소됐다: what was called off stands in the clause before.
  [[nodiscard]] bool LeansOnClauseBefore(int s, int c) const;

 private:
  [[nodiscard]] bool SaysNothingAlone(int s, int c) const;
  // Where the clause begins past a topic that belongs to the next one; 0 when there is none.
  [[nodiscard]] int PastTopicOfNext(int s, int c) const;
  [[nodiscard]] bool NamesSubject(int s, const Clause& clause) const;
  [[nodiscard]] std::string Actors(const std::vector<Participant>& participants) const;

  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
};

}  // namespace sillok::ingest
