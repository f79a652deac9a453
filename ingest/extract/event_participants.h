// Within stage 4: who takes part in what a clause tells, and where.
//
//   ParticipantReader reader(named, clauses, quotes);
//   reader.Read(sentence, phrase)   → {{올트먼, agent}, {오픈AI, other}} for "올트먼 오픈AI 대표는"
//
// The part is that of the noun phrase's particle. Within quotation marks 우리 is the body that the speaker stands for; the speaker
// is named beside it.
// Pure; safe from any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/stand_ins.h"

namespace sillok::ingest {

// Adds `referent` (nobody when negative) once; a known part replaces "other". A clause that names very many is a list: the
// rest is left out.
void AddParticipant(std::vector<Participant>& participants, int referent, Role role);

class ParticipantReader {
 public:
  // All must outlive this.
  ParticipantReader(const NamedArticle& named, const ArticleClauses& clauses,
                    const std::vector<QuoteMention>& quotes);

  // The names of a noun phrase of sentence `s`: a person has its case and the body beside is another part; a body has it
  // only at the end. Places count only as those who act; whose a visited place is takes part. A noun that stands for somebody named before is them.
  [[nodiscard]] std::vector<Participant> Read(int s, const NounPhrase& phrase) const;

  // Who says 우리 within quotation `layer`: the body that its speaker stands for, or the speaker; nobody when nobody is known.
  [[nodiscard]] std::vector<Participant> Speakers(int s, int layer) const;

  // The place with its noun phrase: 서울 여의도 63스퀘어; empty when the clause names none.
  [[nodiscard]] std::string FindPlace(int s, const Clause& clause) const;

 private:
  [[nodiscard]] bool IsListed(std::string_view text, const NounPhrase& phrase, int mention) const;
  [[nodiscard]] bool IsOfObject(int s, const NounPhrase& phrase) const;
  [[nodiscard]] bool IsPlaceListed(int s, const NounPhrase& phrase) const;
  // 누리사 of 누리사 평택 공장, when the article names the body elsewhere; -1 when it does not.
  [[nodiscard]] int OwnerOf(const Mention& place) const;
  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  StandIns stand_ins_;
  std::map<std::pair<int, int>, int> speakers_;  // (sentence, first byte of the words) → referent
  std::map<int, int> bodies_;                    // person → the body of the first position
  std::map<std::string_view, int> owners_;       // bodies by the words that name them
};

// 정부는 물가가 오르자 대책을 냈다: the topic is that of the next clause, which has no subject of its own. Where the subject is what
// the topic has (누리사는 매출이 늘며) it is of both.
[[nodiscard]] bool LendsTopic(const NamedArticle& named, int s, const SentenceClauses& in, int c);

// True when the clause's verb takes no object, so that 도 stands for 이/가: 협력도 시작됐다, 기업도 참석했다.
[[nodiscard]] bool TakesNoObject(const SentenceClauses& in, const Clause& clause);

}  // namespace sillok::ingest
