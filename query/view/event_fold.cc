#include "query/view/event_fold.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "common/status/status_macros.h"
#include "query/link/text_sketch.h"
#include "query/view/event_figures.h"
#include "query/view/rows.h"

namespace sillok::query {
namespace {

using Mention = storage::v1::StoredEventMention;
// Which articles tell which status.
using Statuses = std::map<v1::EventStatus, std::set<std::string>>;

const v1::Evidence& EvidenceOf(const Mention& mention) { return mention.event().evidence(0); }

// Best first. Undated evidence comes after dated.
bool Better(const Mention& a, const Mention& b) {
  const auto rank = [](const Mention& mention) {
    const v1::Evidence& evidence = EvidenceOf(mention);
    return std::make_tuple(-evidence.confidence(), evidence.published().empty(),
                           std::string_view(evidence.published()), std::string_view(evidence.article()),
                           evidence.sentence(), std::string_view(mention.event().name()));
  };
  return rank(a) < rank(b);
}

// Some article plans it, and another one tells that it happened.
bool IsConfirmed(const Statuses& statuses) {
  const auto planned = statuses.find(v1::EVENT_STATUS_PLANNED);
  const auto reported = statuses.find(v1::EVENT_STATUS_REPORTED);
  if (planned == statuses.end() || reported == statuses.end()) return false;
  return planned->second.size() > 1 || reported->second.size() > 1 || planned->second != reported->second;
}

// Planned, then reported or called off, is a course of things; anything else told beside another is a dispute.
bool IsDisputed(const Statuses& statuses) {
  const bool has_denied = statuses.contains(v1::EVENT_STATUS_DENIED);
  const bool has_cancelled = statuses.contains(v1::EVENT_STATUS_CANCELLED);
  const bool has_reported = statuses.contains(v1::EVENT_STATUS_REPORTED);
  return (has_denied && statuses.size() > 1) || (has_cancelled && has_reported);
}

v1::EventStatus FoldStatus(const Statuses& statuses, v1::EventStatus best) {
  if (IsDisputed(statuses)) {
    const bool best_happens = best == v1::EVENT_STATUS_PLANNED || best == v1::EVENT_STATUS_REPORTED;
    return best_happens && IsConfirmed(statuses) ? v1::EVENT_STATUS_CONFIRMED : best;
  }
  if (IsConfirmed(statuses)) return v1::EVENT_STATUS_CONFIRMED;
  if (statuses.contains(v1::EVENT_STATUS_REPORTED)) return v1::EVENT_STATUS_REPORTED;
  if (statuses.contains(v1::EVENT_STATUS_CANCELLED)) return v1::EVENT_STATUS_CANCELLED;
  return best;
}

// Those that tell what came of it before those that tell what was planned.
void PutTellersFirst(v1::EventStatus status, std::vector<Mention>& mentions) {
  const v1::EventStatus told = status == v1::EVENT_STATUS_CONFIRMED ? v1::EVENT_STATUS_REPORTED : status;
  std::stable_partition(mentions.begin(), mentions.end(),
                        [told](const Mention& mention) { return mention.event().status() == told; });
}

void ListConflict(std::string_view field, const Told& told, v1::Event& event) {
  v1::EventConflict& conflict = *event.add_conflicts();
  conflict.set_field(std::string(field));
  for (const auto& [value, articles] : told) {
    v1::ConflictingValue& row = *conflict.add_values();
    row.set_value(value);
    for (const std::string& article : articles) row.add_articles(article);
  }
}

Told ByName(const Statuses& statuses) {
  Told told;
  for (const auto& [status, articles] : statuses) told[v1::EventStatus_Name(status)] = articles;
  return told;
}

bool IsDay(const v1::DateSpan& date) {
  return !date.first_day().empty() && date.first_day() == date.last_day();
}

// The days that clauses tell; what is coarser disputes none of them.
Told DaysTold(const std::vector<Mention>& mentions) {
  Told told;
  for (const Mention& mention : mentions) {
    const v1::DateSpan& date = mention.event().date();
    if (IsDay(date)) told[date.first_day()].insert(EvidenceOf(mention).article());
  }
  return told;
}

// Days first, then months and what is like them, then by the unit; unresolved last.
int CoarsenessOf(const v1::DateSpan& date) {
  if (date.first_day().empty()) return 100;
  if (IsDay(date)) return 0;
  return date.grain() == v1::GRAIN_RANGE || date.grain() == v1::GRAIN_WEEK
             ? 1
             : 2 + static_cast<int>(date.grain());
}

// The mentions are sorted, best first.
const v1::DateSpan& BestDate(const std::vector<Mention>& mentions) {
  int finest = CoarsenessOf(mentions.front().event().date());
  for (const Mention& mention : mentions) finest = std::min(finest, CoarsenessOf(mention.event().date()));
  std::map<std::pair<std::string, std::string>, std::vector<std::pair<std::string, uint64_t>>> tellers;
  for (const Mention& mention : mentions) {
    const v1::DateSpan& date = mention.event().date();
    if (CoarsenessOf(date) != finest) continue;
    tellers[{date.first_day(), date.last_day()}].emplace_back(EvidenceOf(mention).article(),
                                                              mention.sketch());
  }
  std::map<std::pair<std::string, std::string>, int> sources;
  for (const auto& [days, articles] : tellers) {
    sources[days] = tellers.size() > 1 ? CountIndependentSources(articles) : 1;
  }
  const v1::DateSpan* best = nullptr;
  int most = 0;
  for (const Mention& mention : mentions) {
    const v1::DateSpan& date = mention.event().date();
    if (CoarsenessOf(date) != finest) continue;
    const int count = sources[{date.first_day(), date.last_day()}];
    if (count > most) {
      most = count;
      best = &date;
    }
  }
  return *best;
}

// Everybody whom a clause names, each once. The mentions are sorted, best first.
void FoldParticipants(const std::vector<Mention>& mentions, v1::Event& event) {
  std::map<std::string, std::set<std::string_view>> articles;
  std::map<std::string, const v1::Participant*> best;
  for (const Mention& mention : mentions) {
    for (const v1::Participant& participant : mention.event().participants()) {
      articles[participant.entity()].insert(EvidenceOf(mention).article());
      best.try_emplace(participant.entity(), &participant);
    }
  }
  for (const v1::Participant& participant : event.participants()) best.erase(participant.entity());
  std::vector<const v1::Participant*> others;
  others.reserve(best.size());
  for (const auto& [entity, participant] : best) others.push_back(participant);
  std::stable_sort(others.begin(), others.end(),
                   [&articles](const v1::Participant* a, const v1::Participant* b) {
                     return articles[a->entity()].size() > articles[b->entity()].size();
                   });
  for (const v1::Participant* participant : others) {
    if (event.participants_size() == kFoldedParticipants) break;
    *event.add_participants() = *participant;
  }
}

}  // namespace

std::optional<v1::Event> FoldEvent(std::vector<Mention> mentions) {
  if (mentions.empty()) return std::nullopt;
  std::sort(mentions.begin(), mentions.end(), Better);
  Statuses statuses;
  std::vector<std::pair<std::string, uint64_t>> sketches;
  sketches.reserve(mentions.size());
  for (const Mention& mention : mentions) {
    statuses[mention.event().status()].insert(EvidenceOf(mention).article());
    sketches.emplace_back(EvidenceOf(mention).article(), mention.sketch());
  }
  const v1::EventStatus status = FoldStatus(statuses, mentions.front().event().status());
  PutTellersFirst(status, mentions);

  v1::Event event = mentions.front().event();
  event.clear_evidence();
  event.set_status(status);
  *event.mutable_date() = BestDate(mentions);
  FoldParticipants(mentions, event);
  for (const Mention& mention : mentions) {
    if (event.place().empty()) event.set_place(mention.event().place());
    if (mention.event().name() < event.name()) event.set_name(mention.event().name());
    if (event.evidence_size() < kStoredEvidence) *event.add_evidence() = EvidenceOf(mention);
  }
  event.set_evidence_count(static_cast<int32_t>(mentions.size()));
  event.set_independent_sources(CountIndependentSources(sketches));
  const Told days = DaysTold(mentions);
  if (days.size() > 1) ListConflict("date", days, event);
  if (IsDisputed(statuses)) ListConflict("status", ByName(statuses), event);
  for (const auto& [measure, told] : DisputedFigures(mentions)) ListConflict(measure, told, event);
  return event;
}

void FoldedClauses::Add(std::string_view row) {
  ++told_;
  if (first_.size() < kFoldedEnds) {
    first_.emplace_back(row);
    return;
  }
  if (last_.size() == kFoldedEnds) last_.pop_front();
  last_.emplace_back(row);
}

absl::StatusOr<std::optional<v1::Event>> FoldedClauses::Fold(std::string_view name) && {
  std::vector<Mention> mentions;
  mentions.reserve(first_.size() + last_.size());
  for (const std::string& row : first_) SILLOK_RETURN_IF_ERROR(ParseRow(row, mentions.emplace_back()));
  for (const std::string& row : last_) SILLOK_RETURN_IF_ERROR(ParseRow(row, mentions.emplace_back()));
  std::optional<v1::Event> event = FoldEvent(std::move(mentions));
  if (event.has_value()) {
    event->set_evidence_count(static_cast<int32_t>(told_));
    event->set_name(std::string(name));
  }
  return event;
}

void LimitEvidence(int limit, v1::Event& event) {
  const int spare = event.evidence_size() - std::max(limit, 0);
  if (spare > 0) event.mutable_evidence()->DeleteSubrange(event.evidence_size() - spare, spare);
}

}  // namespace sillok::query
