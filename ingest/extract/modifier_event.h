// Within stage 4: what a dated modifier tells: 2017년 퇴직한 그는 → he retired in 2017.
//
//   ModifierEvents modifiers(named, clauses, dates, participants);
//   modifiers.Read(s, c, owner, {})   → {퇴직하다, 2017, agent 김나래, "김나래는 2017년 퇴직했다"}
//
// Who takes part is named between the date and the verb, or is the noun that is modified; where the sentence only says what
// something is (누리사는 2020년 이든이 세운 회사다), everybody in it. Pure; safe from any thread; linear in the clause.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/extract/date_owner.h"
#include "ingest/extract/event_date.h"
#include "ingest/extract/event_participants.h"

namespace sillok::ingest {

class ModifierEvents {
 public:
  // All must outlive this.
  ModifierEvents(const NamedArticle& named, const ArticleClauses& clauses, const EventDates& dates,
                 const ParticipantReader& participants)
      : named_(named), clauses_(clauses), dates_(dates), participants_(participants) {}

  // `owner` is of kind kModifier or kOccasion; `carried`: who acts in the text before. Nothing when the modifier says how
  // something is, or what is not so.
  [[nodiscard]] std::optional<EventMention> Read(int s, int c, const DateOwner& owner,
                                                 const std::vector<Participant>& carried) const;

 private:
  [[nodiscard]] std::vector<int> PhrasesOf(int s, int c, const DateOwner& owner) const;
  [[nodiscard]] std::vector<Participant> Participants(int s, int c, const DateOwner& owner,
                                                      const std::vector<int>& phrases,
                                                      const std::vector<Participant>& carried) const;
  [[nodiscard]] int FirstOfNoun(int s, const DateOwner& owner) const;
  [[nodiscard]] std::string Summary(int s, const DateOwner& owner, const std::vector<int>& phrases,
                                    const TextSpan& span, bool past) const;

  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const EventDates& dates_;
  const ParticipantReader& participants_;
};

}  // namespace sillok::ingest
