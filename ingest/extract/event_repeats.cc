#include "ingest/extract/event_repeats.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace sillok::ingest {
namespace {

std::vector<int> Referents(const EventMention& event) {
  std::vector<int> referents;
  for (const Participant& one : event.participants) referents.push_back(one.referent);
  std::sort(referents.begin(), referents.end());
  return referents;
}

// One names nobody that the other does not, on the same day.
bool SameEvent(const EventMention& a, const EventMention& b) {
  if (a.date.interval != b.date.interval) return false;
  const std::vector<int> of_a = Referents(a);
  const std::vector<int> of_b = Referents(b);
  return std::includes(of_a.begin(), of_a.end(), of_b.begin(), of_b.end()) ||
         std::includes(of_b.begin(), of_b.end(), of_a.begin(), of_a.end());
}

// Looks at no more than a few events of the same verb: pages are hostile.
constexpr int kMostCompared = 32;

bool RepeatsCaption(const EventMention& event, const std::vector<EventMention>& events,
                    const std::multimap<std::string, size_t>& body,
                    const std::vector<EventMention>& captions) {
  int compared = 0;
  const auto [first, last] = body.equal_range(event.predicate);
  for (auto other = first; other != last && compared < kMostCompared; ++other, ++compared) {
    if (SameEvent(event, events[other->second])) return true;
  }
  for (size_t i = 0; i < captions.size() && i < kMostCompared; ++i) {
    if (SameEvent(event, captions[i])) return true;
  }
  return false;
}

bool RepeatsHeadline(const EventMention& event, const std::vector<EventMention>& events,
                     const std::multimap<int, size_t>& by_type) {
  int compared = 0;
  const auto [first, last] = by_type.equal_range(static_cast<int>(event.type));
  const std::vector<int> referents = Referents(event);
  for (auto other = first; other != last && compared < kMostCompared; ++other, ++compared) {
    for (const Participant& one : events[other->second].participants) {
      if (std::binary_search(referents.begin(), referents.end(), one.referent)) return true;
    }
  }
  return false;
}

}  // namespace

void DropRepeats(const ParsedArticle& parsed, std::vector<EventMention>& events) {
  std::vector<EventMention> kept;
  std::multimap<std::string, size_t> body;
  for (size_t i = 0; i < events.size(); ++i) {
    if (parsed.sentences[events[i].at.sentence].part == Part::kBody) body.emplace(events[i].predicate, i);
  }
  std::multimap<int, size_t> by_type;
  for (const auto& [predicate, i] : body) by_type.emplace(static_cast<int>(events[i].type), i);
  std::map<std::string, std::vector<EventMention>> captions;
  for (EventMention& event : events) {
    const Part part = parsed.sentences[event.at.sentence].part;
    bool repeated = false;
    if (part == Part::kCaption) {
      repeated = RepeatsCaption(event, events, body, captions[event.predicate]);
      if (!repeated) captions[event.predicate].push_back(event);
    } else if (part != Part::kBody && !event.date.interval) {
      repeated = RepeatsHeadline(event, events, by_type);
    }
    if (!repeated) kept.push_back(event);
  }
  events = std::move(kept);
}

}  // namespace sillok::ingest
