// Within stage 4: what one clause hands on to the next: who acts, and when.
//
//   EventChain chains(named, clauses, participants);
//   chains.BeginSentence(s);
//   Chain chain;
//   chains.Read(s, c, chain)   → everybody who takes part in clause c, with the subject that it leaves out
//
// One for an article, fed in its order. Linear in the text.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/event_participants.h"

namespace sillok::ingest {

// What the clauses of one inner sentence hand on.
struct Chain {
  bool has_subject = false;          // some clause names who acts, known or not
  std::vector<Participant> subject;  // who acts, with the body they stand for
  std::vector<Participant> serial;   // everybody of a clause that ends in -아/어
  bool goes_on = false;              // the clause before ends in -아/어
  std::string serial_place;
  std::string visited;  // the place of a clause that says who looked round it, and whose it is
  std::vector<Participant> hosts;
  TextSpan topic;                     // the last one, named or not
  const DateMention* date = nullptr;  // the last one named
  const DateMention* pending =
      nullptr;  // named in the clause before, which told nothing: 9일 …지 않아 벌금을 냈다
};

class EventChain {
 public:
  // All must outlive this.
  EventChain(const NamedArticle& named, const ArticleClauses& clauses, const ParticipantReader& participants)
      : named_(named), clauses_(clauses), participants_(participants) {}

  // The subject of the running text is not that of a title or a caption, and holds for a paragraph more.
  void BeginSentence(int s);

  // Those whom the clause names, who a serial clause before it names, and the subject it leaves out.
  [[nodiscard]] std::vector<Participant> Read(int s, int c, Chain& chain);

  // Where the clause happens: as it says, or a clause before it that hands its place on. Empty when neither does.
  [[nodiscard]] std::string Place(int s, const Clause& clause, const Chain& chain) const;

  // What `clause` hands on when its events have been read.
  void EndClause(int s, const Clause& clause, Chain& chain) const;

  // Who acts in the running text before the clause that was read last.
  [[nodiscard]] const std::vector<Participant>& carried() const { return before_; }

 private:
  [[nodiscard]] bool IsMeeting(int s, const Clause& clause) const;
  void ReadPhrases(int s, const Clause& clause, bool lends_topic, Chain& chain,
                   std::vector<Participant>& participants);
  [[nodiscard]] bool IsOfModifier(int s, const Clause& clause, const NounPhrase& phrase) const;
  [[nodiscard]] bool HasActorAfter(int s, const Clause& clause, size_t phrase) const;
  [[nodiscard]] bool IsSubject(int s, const Clause& clause, const NounPhrase& phrase) const;
  [[nodiscard]] bool IsLast(const Participant& one, const NounPhrase& phrase) const;
  [[nodiscard]] Role RoleJoined(int s, const Clause& clause, size_t phrase) const;
  void SetSubject(int s, const Clause& clause, size_t phrase, const std::vector<Participant>& here,
                  Chain& chain);
  void AddBeside(int s, const Clause& clause, size_t phrase, std::vector<Participant>& subject) const;
  void HearPeople(const std::vector<Participant>& participants);
  void ForgetForUnnamed(int s, const NounPhrase& topic);
  void AddOmittedSubject(int s, const Clause& clause, const Chain& chain,
                         std::vector<Participant>& participants) const;
  [[nodiscard]] std::vector<Participant> SubjectFor(const Predicate* predicate,
                                                    const std::vector<Participant>& subject) const;

  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const ParticipantReader& participants_;
  std::vector<Participant> carried_;  // the subject of the last sentence that named one
  std::vector<Participant> before_;
  int carried_in_ = 0;  // the paragraph that named it
  int person_ = -1;     // the last one who took part in anything
};

}  // namespace sillok::ingest
