// Within stage 4: what is told without a verb of its own.
//
//   결승전은 11일 오후 8시다              → {결승전, the 11th}
//   법인을 세운 것은 2019년이다           → {세우다, 2019}
//   9일 통계청에 따르면 …                → the office told it on the 9th
//
// Pure; safe from any thread; linear in the clause.
#pragma once

#include <optional>
#include <string>

#include "ingest/extract/date_owner.h"
#include "ingest/extract/event_date.h"
#include "ingest/extract/event_participants.h"

namespace sillok::ingest {

class VerblessEvents {
 public:
  // All must outlive this.
  VerblessEvents(const NamedArticle& named, const ArticleClauses& clauses, const EventDates& dates,
                 const ParticipantReader& participants)
      : named_(named), clauses_(clauses), dates_(dates), participants_(participants) {}

  // What the date of `owner` says alone, `subject` acting in the clauses before; nothing when it belongs to a verb.
  // predicate_ordinal is -1 where no predicate stands for the event.
  [[nodiscard]] std::optional<EventMention> Read(int s, int c, const DateOwner& owner,
                                                 const std::vector<Participant>& subject) const;

 private:
  [[nodiscard]] std::optional<EventMention> ReadSource(int s, int c, const DateOwner& owner) const;
  [[nodiscard]] std::optional<EventMention> ReadDay(int s, int c, const DateOwner& owner,
                                                    const std::vector<Participant>& subject) const;
  [[nodiscard]] int EndOfTime(int s, int c, int from) const;
  void SetDate(int s, const DateOwner& owner, EventMention& event) const;

  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const EventDates& dates_;
  const ParticipantReader& participants_;
};

}  // namespace sillok::ingest
