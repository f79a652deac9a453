#include "query/link/event_traits.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "common/time/civil_interval.h"
#include "query/link/facet.h"

namespace sillok::query {
namespace {

constexpr absl::CivilDay kFirstDay(1, 1, 1);

}  // namespace

absl::CivilDay TraitDay(int32_t day) { return kFirstDay + day; }

bool EventTraits::is_within_month() const {
  return absl::CivilMonth(TraitDay(first_day)) == absl::CivilMonth(TraitDay(last_day));
}

EventTraits TraitsOf(const v1::Event& event, const std::vector<NameKey>& participants,
                     const std::vector<std::string>& forms) {
  EventTraits traits;
  if (const std::optional<absl::CivilDay> first = ParseDay(event.date().first_day()); first.has_value()) {
    const absl::CivilDay last = std::max(*first, ParseDay(event.date().last_day()).value_or(*first));
    traits.first_day = static_cast<int32_t>(*first - kFirstDay);
    traits.last_day = static_cast<int32_t>(last - kFirstDay);
    traits.range = event.date().grain() == v1::GRAIN_RANGE;
  }
  traits.type = event.type();
  traits.planned = event.status() == v1::EVENT_STATUS_PLANNED;
  traits.predicate = event.predicate();
  ClauseWords words = ReadClause(event.summary(), event.predicate(), forms, event.place(),
                                 event.type() != v1::EVENT_TYPE_STATEMENT);
  std::set<std::string> employers;
  for (const NameKey& key : participants) employers.emplace(OrganizationOf(key.facet));
  for (size_t at = 0; at < std::min(participants.size(), kComparedNames); ++at) {
    const NameKey& key = participants[at];
    const bool acts = static_cast<int>(at) < event.participants_size() &&
                      event.participants(static_cast<int>(at)).role() == v1::PARTICIPANT_ROLE_AGENT;
    traits.names.push_back({.key = {key.type, key.name, std::string(NaturalFacet(key.facet))},
                            .acts = acts,
                            .aside = key.type != v1::ENTITY_TYPE_PERSON && employers.contains(key.name)});
    if (key.type == v1::ENTITY_TYPE_NAMED_EVENT) AddKindsOfName(key.name, words.kinds);
  }
  std::sort(traits.names.begin(), traits.names.end(),
            [](const EventName& a, const EventName& b) { return a.key < b.key; });
  traits.place = PlaceWords(event.place().empty() ? words.place : event.place());
  traits.content = std::move(words.content);
  traits.kinds = std::move(words.kinds);
  return traits;
}

}  // namespace sillok::query
