// Within stage 4: between whom a verb says that there is something.
//
//   SideReader sides(named, clauses, parties, pairs);
//   sides.Read(saying, event)   → subjects {누리사}, objects {가람전자} for "누리사가 투자한 가람전자"
//
// A verb that modifies a noun has it for the side that is missing. Pure; safe from any thread; the look-around is bounded.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/named_pairs.h"
#include "ingest/extract/relation_parties.h"
#include "ingest/extract/relation_saying.h"

namespace sillok::ingest {

// The sides of one relation, as far as they are found.
struct Sides {
  std::vector<Party> subjects;  // whose span is empty is named in another sentence
  std::vector<Party> objects;
  bool carried = false;  // the subject is the agent of the event
};

class SideReader {
 public:
  // All must outlive this.
  SideReader(const NamedArticle& named, const ArticleClauses& clauses, const PartyReader& parties,
             const NamedPairs& pairs)
      : named_(named), clauses_(clauses), parties_(parties), pairs_(pairs) {}

  // `event`: what the verb tells, whose agent acts where the clause names nobody; may be null.
  [[nodiscard]] Sides Read(const Saying& saying, const EventMention* event) const;

 private:
  [[nodiscard]] std::vector<Party> FindActors(const Saying& saying, bool& unnamed) const;
  [[nodiscard]] std::vector<Party> OwnSubject(const Saying& saying, int at, bool& unnamed) const;
  [[nodiscard]] std::vector<Party> Actors(const Saying& saying, int at) const;
  [[nodiscard]] std::vector<Party> FindOthers(const Saying& saying, unsigned sides, bool& unnamed) const;
  [[nodiscard]] std::vector<Party> FromNoun(const Saying& saying, unsigned sides) const;
  void FillFromHead(const Saying& saying, std::vector<Party>& actors, std::vector<Party>& others) const;
  [[nodiscard]] std::vector<Party> Head(const Saying& saying) const;
  [[nodiscard]] std::vector<Party> Topic(const Saying& saying) const;
  void TakeTopicAsObject(const Saying& saying, std::vector<Party>& actors, std::vector<Party>& others) const;
  bool TakeCarried(const EventMention* event, std::vector<Party>& actors) const;
  [[nodiscard]] bool HasVerbBetween(const Saying& saying, int from) const;
  [[nodiscard]] unsigned SideOf(int s, const NounPhrase& phrase) const;

  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }
  [[nodiscard]] const SentenceClauses& In(const Saying& saying) const { return clauses_.sentences[saying.s]; }
  [[nodiscard]] const Clause& ClauseOf(const Saying& saying) const { return In(saying).clauses[saying.c]; }
  [[nodiscard]] const Predicate& Verb(const Saying& saying) const { return In(saying).predicates[saying.p]; }
  [[nodiscard]] bool Modifies(const Saying& saying) const { return Verb(saying).link == Link::kAdnominal; }
  [[nodiscard]] std::vector<int> Before(const Saying& saying) const;

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const PartyReader& parties_;
  const NamedPairs& pairs_;
};

}  // namespace sillok::ingest
