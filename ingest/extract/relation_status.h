// Within stage 4: whether what a verb says binds two sides does so, and since when.
//
//   RelationStatuses statuses(named, clauses, events);
//   statuses.Of(s, c, p, Doing::kAct)   → {REPORTED, 2024-05-09} for "9일 업무협약을 체결했다"
//
// Pure; safe from any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/date_owner.h"
#include "ingest/extract/relation_lexicon.h"

namespace sillok::ingest {

struct RelationStatus {
  EventStatus status = EventStatus::kReported;  // or planned
  DateValue valid;
  std::string valid_text;
  const EventMention* event = nullptr;  // that the verb tells
};

class RelationStatuses {
 public:
  // All must outlive this.
  RelationStatuses(const NamedArticle& named, const ArticleClauses& clauses,
                   const std::vector<EventMention>& events);

  // Of predicate `p` in clause `c` of sentence `s`; nothing when it says that it is not so, or only might be.
  [[nodiscard]] std::optional<RelationStatus> Of(int s, int c, int p, Doing doing);

 private:
  [[nodiscard]] bool IsReal(int s, int c, int p, Doing doing) const;
  [[nodiscard]] bool IsToCome(int s, int c, int p, Doing doing, const DateMention* date) const;
  [[nodiscard]] const DateMention* DateOf(int s, int c, int p);
  [[nodiscard]] const std::string& Text(int s) const { return named_.dated.parsed.sentences[s].text; }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const DateOwners owners_;
  std::map<std::pair<int, int>, const EventMention*> events_;  // by sentence and predicate
  // Of the clause that was asked for last: one with many such verbs is read once.
  std::pair<int, int> owned_clause_ = {-1, -1};
  std::vector<DateOwner> owned_;
};

}  // namespace sillok::ingest
