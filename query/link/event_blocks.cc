#include "query/link/event_blocks.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "common/time/civil_interval.h"
#include "query/link/facet.h"
#include "query/link/sound_key.h"

namespace sillok::query {
namespace {

std::string BlockName(const EventName& name) {
  if (IsLocalFacet(name.key.facet)) return name.key.name + name.key.facet;
  if (name.is_person() && IsForeignName(name.key.name)) return "~" + SoundKey(name.key.name);
  return name.key.name;
}

std::string DayText(int32_t day) { return FormatDay(TraitDay(day)) + "/"; }

std::string YearText(int32_t day) { return FormatDay(TraitDay(day)).substr(0, 4); }

std::string MonthText(int32_t day) { return FormatDay(TraitDay(day)).substr(0, 7); }

// By which kinds, and as what, a clause is found by month: those that name one event, and named things whatever the kind.
std::vector<std::string> MonthKinds(const EventTraits& traits, const EventName& name) {
  std::vector<std::string> kinds;
  for (const EventKind& kind : traits.kinds) {
    if (kind.use <= KindUse::kOne) kinds.emplace_back(KindName(kind.kind));
  }
  if (name.is_named_thing()) kinds.emplace_back();
  return kinds;
}

template <typename Add>
void ForEachMonthBucket(const EventTraits& traits, Add add) {
  if (!traits.is_within_month()) return;
  for (const EventName& name : traits.names) {
    for (const std::string& kind : MonthKinds(traits, name)) {
      add(BlockName(name), MonthText(traits.first_day) + "/" + kind + "/");
    }
  }
}

std::vector<EventBlock> Sorted(std::vector<EventBlock> blocks) {
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  return blocks;
}

// By name, day and each of the outermost runs.
std::vector<EventBlock> StatementBlocks(const EventTraits& traits) {
  std::vector<EventBlock> blocks;
  if (traits.content.empty()) return blocks;
  const std::string day = FormatDay(TraitDay(traits.first_day));
  for (const EventName& name : traits.names) {
    blocks.push_back(
        {BlockName(name), "said " + day + " from " + std::to_string(traits.content.front()) + "/"});
    blocks.push_back({BlockName(name), "said " + day + " to " + std::to_string(traits.content.back()) + "/"});
  }
  return Sorted(std::move(blocks));
}

}  // namespace

std::vector<EventBlock> StandsIn(const EventTraits& traits) {
  std::vector<EventBlock> blocks;
  if (!traits.resolved()) return blocks;
  const bool is_day = traits.is_day();
  if (traits.is_statement()) return is_day ? StatementBlocks(traits) : blocks;
  for (const EventName& name : traits.names) {
    if (is_day) blocks.push_back({BlockName(name), DayText(traits.first_day)});
    if (name.is_named_thing()) {
      blocks.push_back(
          {BlockName(name), YearText(traits.first_day) + (traits.is_within_month() ? "//day" : "//coarse")});
    }
  }
  ForEachMonthBucket(traits, [&](std::string name, const std::string& bucket) {
    blocks.push_back({std::move(name), bucket + (is_day ? "day" : "coarse")});
  });
  return Sorted(std::move(blocks));
}

std::vector<EventBlock> LooksIn(const EventTraits& traits) {
  std::vector<EventBlock> blocks;
  if (!traits.resolved()) return blocks;
  const bool is_day = traits.is_day();
  if (traits.is_statement()) return is_day ? StatementBlocks(traits) : blocks;
  const bool once = std::any_of(traits.kinds.begin(), traits.kinds.end(),
                                [](const EventKind& kind) { return kind.use == KindUse::kOnce; });
  const int32_t around = once ? 1 : 0;
  for (const EventName& name : traits.names) {
    for (int32_t day = traits.first_day - around; is_day && day <= traits.first_day + around; ++day) {
      blocks.push_back({BlockName(name), DayText(day)});
    }
    if (name.is_named_thing()) {
      blocks.push_back(
          {BlockName(name), YearText(traits.first_day) + (traits.is_within_month() ? "//coarse" : "//")});
    }
  }
  ForEachMonthBucket(traits, [&](std::string name, const std::string& bucket) {
    blocks.push_back({std::move(name), bucket + (is_day ? "coarse" : "")});
  });
  return Sorted(std::move(blocks));
}

}  // namespace sillok::query
