// Within stage 4: whose each date of a clause is.
//
//   DateOwners owners(named, clauses);
//   owners.Find(s, c, p)   → in "6일 회견에서 전날 발표된 안을 논의했다" 6일 is the clause's own, 전날 that of 발표된
//
// A date stands before its verb. Where a modifier's verb comes between (9일 …을 연 N이 …했다) the order of words decides, and
// how far the date is from the day of writing: a report opens with the day of its own verb.
// Pure; safe from any thread; linear in the clause.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

struct DateOwner {
  enum class Kind {
    kClause,    // of the clause's verb
    kModifier,  // of `predicate`, which modifies a noun
    kOccasion,  // of `predicate`, and of the clause too: 9일 열린 행사에서 말했다
    kSource,    // when `phrase` said so: 9일 경찰에 따르면
  };
  int date = 0;  // index into DatedArticle::dates
  Kind kind = Kind::kClause;
  int predicate = -1;  // index into SentenceClauses::predicates; -1 for a source
  int phrase =
      -1;  // index into SentenceClauses::phrases: the source, or the noun that is modified; -1 when none is
  bool listed = false;  // one more beside the date before it: 9일과 12일, 9일 광주, 12일 대구에서

  [[nodiscard]] bool of_clause() const { return kind == Kind::kClause || kind == Kind::kOccasion; }
};

class DateOwners {
 public:
  // Both must outlive this.
  DateOwners(const NamedArticle& named, const ArticleClauses& clauses) : named_(named), clauses_(clauses) {}

  // In order; `main` is the clause's own predicate, -1 when it has none. Within quotation marks 이날 is nobody's: the report
  // says it. Nor are dates that something is compared with (전년 동기 대비).
  [[nodiscard]] std::vector<DateOwner> Find(int s, const Clause& clause, int main) const;

 private:
  [[nodiscard]] bool IsNobodys(int s, const Clause& clause, const DateMention& date) const;
  [[nodiscard]] int SourceAfter(int s, const Clause& clause, const DateMention& date, int verb) const;
  void GiveToModifier(int s, const Clause& clause, int main, bool clause_has_date, DateOwner& owner) const;
  [[nodiscard]] int HeadAfter(int s, const Clause& clause, int from) const;
  [[nodiscard]] bool IsListed(int s, const DateMention& date, const DateMention& before) const;

  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
};

}  // namespace sillok::ingest
