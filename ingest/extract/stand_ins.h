// Within stage 4: the nouns that stand for somebody named before.
//
//   StandIns stand_ins(named, clauses);
//   stand_ins.Of(s, phrase)   → {누리사} at 회사는, 이 재단이, 시 관계자는; {누리사, 가람사} at 양사는, 두 회사의
//
// A noun without 이 or 해당 before it stands for a name only as who acts. Only outside quotation marks. Pure; linear in the
// article.
#pragma once

#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/extract/body_nouns.h"
#include "ingest/extract/clause.h"

namespace sillok::ingest {

class StandIns {
 public:
  StandIns(const NamedArticle& named, const ArticleClauses& clauses);

  // The referents that `phrase`, which is one of sentence `s`, stands for; empty when it has names of its own or nobody knows.
  [[nodiscard]] const std::vector<int>& Of(int s, const NounPhrase& phrase) const;

 private:
  // The last two of a kind that one clause brought together.
  struct Pair {
    std::vector<int> two;
    int sentence = 0;
  };
  enum Kind { kPeople, kBodies, kPlaces, kKinds };

  [[nodiscard]] static int KindOf(EntityType type);
  void ReadClause(int s, const Clause& clause);
  void Hear(int s, const NounPhrase& phrase);
  void HearPair(int s, const Clause& clause);
  void HearDeath(int s, const Clause& clause);
  [[nodiscard]] std::vector<int> Find(int s, const NounPhrase& phrase) const;
  [[nodiscard]] std::vector<int> FindPair(int s, std::string_view kind) const;
  [[nodiscard]] std::string_view Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  std::map<std::pair<int, int>, std::vector<int>> found_;  // by sentence and first byte
  BodyNouns bodies_;
  int actor_before_ = -1;  // who acted last before the clause
  std::array<Pair, kKinds> pairs_;
  int newest_ = kBodies;  // of people and bodies, the kind of the last pair
  int dead_ = -1;
};

}  // namespace sillok::ingest
