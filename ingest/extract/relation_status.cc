#include "ingest/extract/relation_status.h"

#include <string_view>

#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/event_status.h"

namespace sillok::ingest {
namespace {

bool IsAnyEnding(std::string_view text, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (text.ends_with(ending)) return true;
  }
  return false;
}

// 인수하려 했으나, 인수하려던.
bool IsAttempt(std::string_view words) {
  for (const std::string_view attempt : {"려 ", "려고", "려던", "려는", "려다", "려면"}) {
    if (words.find(attempt) != std::string_view::npos) return true;
  }
  return words.ends_with("려");
}

// Denied or called off by the clause after: 인수하기로 했으나 무산됐다, 인수했다는 것을 부인했다.
bool IsUndone(const SentenceClauses& in, int c) {
  const size_t next = c + 1;
  if (next >= in.clauses.size() || in.clauses[next].layer != in.clauses[c].layer || in.clauses[next].opens) {
    return false;
  }
  const int p = in.clauses[next].predicate;
  if (p < 0) return false;
  const std::optional<EventPredicate> row = FindEventPredicate(in.predicates[p].short_lemma);
  return row && (row->status == EventStatus::kDenied || row->status == EventStatus::kCancelled);
}

}  // namespace

RelationStatuses::RelationStatuses(const NamedArticle& named, const ArticleClauses& clauses,
                                   const std::vector<EventMention>& events)
    : named_(named), clauses_(clauses), owners_(named, clauses) {
  for (const EventMention& event : events) {
    events_.emplace(std::pair(event.at.sentence, event.predicate_ordinal), &event);
  }
}

bool RelationStatuses::IsReal(int s, int c, int p, Doing doing) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Predicate& predicate = in.predicates[p];
  if (predicate.negated || predicate.irrealis || predicate.link == Link::kNominal) return false;
  const std::string_view words = predicate.span.In(Text(s));
  if (IsAttempt(words)) return false;
  if (predicate.link == Link::kAdnominal) {
    if (IsAnyEnding(words, {"다는", "라는", "다던", "자는"})) return false;  // a rumour
    return doing != Doing::kPlan;
  }
  const size_t next = c + 1;
  const bool closes = next == in.clauses.size() || in.clauses[next].opens;
  return !AsksFor(Text(s), predicate, closes) && !TenseOf(in, c, p).irrealis && !IsUndone(in, c);
}

// The first of its own.
const DateMention* RelationStatuses::DateOf(int s, int c, int p) {
  const Clause& clause = clauses_.sentences[s].clauses[c];
  if (owned_clause_ != std::pair(s, c)) owned_ = owners_.Find(s, clause, clause.predicate);
  owned_clause_ = {s, c};
  for (const DateOwner& owner : owned_) {
    const bool own = owner.predicate == p || (p == clause.predicate && owner.of_clause());
    if (own && owner.kind != DateOwner::Kind::kSource) return &named_.dated.dates[owner.date];
  }
  return nullptr;
}

bool RelationStatuses::IsToCome(int s, int c, int p, Doing doing, const DateMention* date) const {
  const SentenceClauses& in = clauses_.sentences[s];
  const Predicate& predicate = in.predicates[p];
  const auto& written = named_.dated.written.interval;
  if (doing == Doing::kPlan || predicate.prospective) return true;
  if (date != nullptr && date->value.interval && written && date->value.interval->first > written->last) {
    return true;
  }
  if (doing == Doing::kState || predicate.progressive) return false;
  if (predicate.link == Link::kAdnominal) return predicate.span.In(Text(s)).ends_with("는");
  return !TenseOf(in, c, p).past && predicate.link != Link::kCoordinate && predicate.link != Link::kSerial;
}

std::optional<RelationStatus> RelationStatuses::Of(int s, int c, int p, Doing doing) {
  if (!IsReal(s, c, p, doing)) return std::nullopt;
  const Predicate& predicate = clauses_.sentences[s].predicates[p];
  RelationStatus status;
  const auto event = events_.find({s, predicate.ordinal});
  if (event != events_.end()) {
    status.event = event->second;
    status.status = event->second->status;
    status.valid = event->second->date;
    status.valid_text = event->second->date_text;
    if (status.status != EventStatus::kReported && status.status != EventStatus::kPlanned) {
      return std::nullopt;
    }
    if (doing == Doing::kPlan && status.status == EventStatus::kReported) {
      status.status = EventStatus::kPlanned;  // the day is that of the plan
      status.valid = {};
      status.valid_text.clear();
    }
    return status;
  }
  const DateMention* date = DateOf(s, c, p);
  if (IsToCome(s, c, p, doing, date)) status.status = EventStatus::kPlanned;
  if (date != nullptr) {
    status.valid = date->value;
    status.valid_text = std::string(date->span.In(Text(s)));
  } else if (doing == Doing::kState && !predicate.past && status.status == EventStatus::kReported) {
    status.valid = named_.dated.written;
  }
  return status;
}

}  // namespace sillok::ingest
