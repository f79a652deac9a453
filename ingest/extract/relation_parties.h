// Within stage 4: who may be a side of a relation, from the noun phrases of a clause.
//
//   PartyReader parties(named, clauses);
//   parties.Read(s, phrase)   → 카카오 and 오픈AI of "정신아 카카오 대표와 샘 올트먼 오픈AI 대표는": each person with the body
//
// A phrase whose last word is something else of the body's (누리사 주가는) names no party. Pure; safe from any thread; linear in
// the phrase.
#pragma once

#include <map>
#include <vector>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

struct Party {
  int referent = -1;  // who is named: the person in 정신아 카카오 대표
  int body = -1;      // the body, or the one that the person stands for; -1 when nobody knows
  EntityType type = EntityType::kUnknown;  // of `referent`
  TextSpan span;                           // the names
};

class PartyReader {
 public:
  // Both must outlive this.
  PartyReader(const NamedArticle& named, const ArticleClauses& clauses);

  // The parties that `phrase` of sentence `s` lists, in order; empty when it ends with something else.
  [[nodiscard]] std::vector<Party> Read(int s, const NounPhrase& phrase) const;
  // The same when the phrase goes on after its last name with `noun`: 누리사 지분 30%.
  [[nodiscard]] std::vector<Party> ReadBefore(int s, const NounPhrase& phrase, int end) const;
  // The same for phrase `at` of `clause` with those that it closes the list of: 누리사, 가람사 등 3개사와.
  [[nodiscard]] std::vector<Party> ReadList(int s, const Clause& clause, int at) const;

  // The first party of a phrase that begins with a name, or ends with one: what a verb before it modifies.
  [[nodiscard]] std::vector<Party> ReadHead(int s, const NounPhrase& phrase) const;

  // The party that referent `referent` is.
  [[nodiscard]] Party PartyOf(int referent) const;

 private:
  [[nodiscard]] bool Joins(int s, const NounPhrase& phrase, const NounPhrase& next) const;
  [[nodiscard]] std::vector<Party> ReadHolder(int s, const NounPhrase& holder, const NounPhrase& title) const;
  [[nodiscard]] bool EndsParty(std::string_view tail, bool person) const;
  void AddGroup(int s, const std::vector<int>& group, int end, std::vector<Party>& parties) const;
  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  std::map<int, int> bodies_;  // person → the body of the first position
};

// Particles of a phrase: 와 in 누리사와.
[[nodiscard]] std::string_view ParticleOf(std::string_view text, const NounPhrase& phrase);

}  // namespace sillok::ingest
