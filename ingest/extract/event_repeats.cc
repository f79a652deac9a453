#include "ingest/extract/event_repeats.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/extract/clause_words.h"
#include "ingest/extract/event_lexicon.h"
#include "ingest/extract/event_participants.h"

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
constexpr size_t kNone = static_cast<size_t>(-1);

// Whether one of the referents, which are sorted, takes part.
bool NamesOneOf(const std::vector<int>& referents, const EventMention& event) {
  return std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& one) {
    return std::binary_search(referents.begin(), referents.end(), one.referent);
  });
}

// The gathering that a caption shows: 간담회 of 간담회하다; empty when it shows none.
std::string_view GatheringShown(const EventMention& caption) {
  std::string_view noun = caption.predicate;
  if (!noun.ends_with("하다")) return {};
  noun.remove_suffix(std::string_view("하다").size());
  const EventType type = FindEventNoun(noun);
  return type == EventType::kMeeting || type == EventType::kGathering ? noun : std::string_view();
}

// The events of one article, the body's by their verb and by their type.
struct ToldEvents {
  std::vector<EventMention>& events;
  std::multimap<std::string, size_t> body;
  std::multimap<int, size_t> by_type;
  std::map<std::string, std::vector<size_t>> captions;  // by their verb

  // The event that the caption tells again; kNone when it tells a new one.
  size_t ToldBefore(const ParsedArticle& parsed, const EventMention& caption) {
    int compared = 0;
    const auto [first, last] = body.equal_range(caption.predicate);
    for (auto other = first; other != last && compared < kMostCompared; ++other, ++compared) {
      if (SameEvent(caption, events[other->second])) return other->second;
    }
    if (const size_t held = HeldInBody(parsed, caption); held != kNone) return held;
    const std::vector<size_t>& others = captions[caption.predicate];
    for (size_t i = 0; i < others.size() && i < kMostCompared; ++i) {
      if (SameEvent(caption, events[others[i]])) return others[i];
    }
    return kNone;
  }

  // 간담회를 열었다 for a caption of that day which shows the same people at a 간담회.
  size_t HeldInBody(const ParsedArticle& parsed, const EventMention& caption) {
    const std::string_view noun = GatheringShown(caption);
    if (noun.empty() || !caption.date.interval) return kNone;
    const std::vector<int> shown = Referents(caption);
    int compared = 0;
    const auto [first, last] = by_type.equal_range(static_cast<int>(caption.type));
    for (auto other = first; other != last && compared < kMostCompared; ++other, ++compared) {
      const EventMention& held = events[other->second];
      if (held.date.interval != caption.date.interval || !IsClauseWord(ClauseUse::kHold, held.predicate)) {
        continue;
      }
      const std::string_view told = held.at.span.In(parsed.sentences[held.at.sentence].text);
      if (told.find(noun) != std::string_view::npos && NamesOneOf(shown, held)) return other->second;
    }
    return kNone;
  }
};

bool RepeatsHeadline(const EventMention& event, const std::vector<EventMention>& events,
                     const std::multimap<int, size_t>& by_type) {
  int compared = 0;
  const auto [first, last] = by_type.equal_range(static_cast<int>(event.type));
  const std::vector<int> referents = Referents(event);
  for (auto other = first; other != last && compared < kMostCompared; ++other, ++compared) {
    if (NamesOneOf(referents, events[other->second])) return true;
  }
  return false;
}

}  // namespace

void DropRepeats(const ParsedArticle& parsed, std::vector<EventMention>& events) {
  const auto part_of = [&](size_t i) { return parsed.sentences[events[i].at.sentence].part; };
  ToldEvents told{.events = events, .body = {}, .by_type = {}, .captions = {}};
  for (size_t i = 0; i < events.size(); ++i) {
    if (part_of(i) == Part::kBody) told.body.emplace(events[i].predicate, i);
  }
  for (const auto& [predicate, i] : told.body) told.by_type.emplace(static_cast<int>(events[i].type), i);
  std::vector<size_t> kept;
  for (size_t i = 0; i < events.size(); ++i) {
    if (part_of(i) == Part::kCaption) {
      const size_t before = told.ToldBefore(parsed, events[i]);
      if (before != kNone) {
        // Whom a picture shows took part, also where the body does not name them.
        for (const Participant& one : events[i].participants) {
          AddParticipant(events[before].participants, one.referent, one.role);
        }
        continue;
      }
      told.captions[events[i].predicate].push_back(i);
    } else if (part_of(i) != Part::kBody && !events[i].date.interval &&
               RepeatsHeadline(events[i], events, told.by_type)) {
      continue;
    }
    kept.push_back(i);
  }
  std::vector<EventMention> left;
  left.reserve(kept.size());
  for (const size_t i : kept) left.push_back(std::move(events[i]));
  events = std::move(left);
}

}  // namespace sillok::ingest
