#include "query/view/event_fold.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "query/link/text_sketch.h"

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

void ListConflict(const Statuses& statuses, v1::Event& event) {
  v1::EventConflict& conflict = *event.add_conflicts();
  conflict.set_field("status");
  std::map<std::string, const std::set<std::string>*> by_value;
  for (const auto& [status, articles] : statuses) by_value[v1::EventStatus_Name(status)] = &articles;
  for (const auto& [value, articles] : by_value) {
    v1::ConflictingValue& told = *conflict.add_values();
    told.set_value(value);
    for (const std::string& article : *articles) told.add_articles(article);
  }
}

}  // namespace

std::optional<v1::Event> FoldEvent(std::vector<Mention> mentions) {
  if (mentions.empty()) return std::nullopt;
  std::sort(mentions.begin(), mentions.end(), Better);

  v1::Event event = mentions.front().event();
  event.clear_evidence();
  Statuses statuses;
  std::vector<std::pair<std::string, uint64_t>> sketches;
  for (const Mention& mention : mentions) {
    const v1::Evidence& evidence = EvidenceOf(mention);
    if (mention.event().name() < event.name()) event.set_name(mention.event().name());
    statuses[mention.event().status()].insert(evidence.article());
    sketches.emplace_back(evidence.article(), mention.sketch());
    if (event.evidence_size() < kStoredEvidence) *event.add_evidence() = evidence;
  }
  event.set_evidence_count(static_cast<int32_t>(mentions.size()));
  event.set_independent_sources(CountIndependentSources(sketches));
  event.set_status(FoldStatus(statuses, mentions.front().event().status()));
  if (IsDisputed(statuses)) ListConflict(statuses, event);
  return event;
}

void LimitEvidence(int limit, v1::Event& event) {
  const int spare = event.evidence_size() - std::max(limit, 0);
  if (spare > 0) event.mutable_evidence()->DeleteSubrange(event.evidence_size() - spare, spare);
}

}  // namespace sillok::query
