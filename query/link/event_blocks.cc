#include "query/link/event_blocks.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/time/civil_interval.h"
#include "query/link/facet.h"
#include "query/link/sound_key.h"

namespace sillok::query {
namespace {

constexpr std::string_view kDay = "/day";
constexpr std::string_view kCoarse = "/coarse";

std::string BlockName(const EventName& name) {
  if (IsLocalFacet(name.key.facet)) return name.key.name + name.key.facet;
  if (name.is_person() && IsForeignName(name.key.name)) return "~" + SoundKey(name.key.name);
  return name.key.name;
}

std::string DayText(int32_t day) { return FormatDay(TraitDay(day)); }

std::string YearText(int32_t day) { return DayText(day).substr(0, 4); }

std::string MonthText(int32_t day) { return DayText(day).substr(0, 7); }

// The least and the greatest run of its words.
std::vector<std::string> RunsOf(const EventTraits& traits) {
  if (traits.content.empty()) return {};
  return {"from " + std::to_string(traits.content.front()), "to " + std::to_string(traits.content.back())};
}

// By which the clauses of a name and a day are told apart.
std::vector<std::string> PartsOf(const EventTraits& traits) {
  std::vector<std::string> parts = RunsOf(traits);
  for (const EventKind& kind : traits.kinds) parts.emplace_back(KindName(kind.kind));
  return parts;
}

// For every participant alike.
std::vector<std::string> DayBuckets(const EventTraits& traits) {
  std::vector<std::string> buckets;
  const std::string day = DayText(traits.first_day);
  if (traits.is_statement()) {
    for (const std::string& run : RunsOf(traits)) {
      buckets.push_back(absl::StrCat("said ", day, "/", run, "/"));
    }
    return buckets;
  }
  buckets.push_back(day + "/");
  for (const EventKind& kind : traits.kinds) {
    if (kind.use != KindUse::kOnce) continue;
    // With the day before, and with the day after.
    for (const int32_t last : {traits.first_day, traits.first_day + 1}) {
      buckets.push_back(
          absl::StrCat(DayText(last - 1), "/", DayText(last), "/", std::string(KindName(kind.kind)), "/"));
    }
  }
  return buckets;
}

// A month's by the kinds that name one event; named things whatever the kind, in a month and in a year.
std::vector<std::string> CoarseBuckets(const EventTraits& traits, bool named_thing) {
  std::vector<std::string> buckets;
  if (named_thing) {
    const std::string_view end = traits.is_within_month() ? kDay : kCoarse;
    buckets.push_back(YearText(traits.first_day).append("/").append(end));
  }
  if (!traits.is_within_month()) return buckets;
  const std::string month = MonthText(traits.first_day) + "/";
  const std::string_view end = traits.is_day() ? kDay : kCoarse;
  for (const EventKind& kind : traits.kinds) {
    if (kind.use <= KindUse::kOne) buckets.push_back(month + std::string(KindName(kind.kind)).append(end));
  }
  if (named_thing) buckets.push_back(month + std::string(end));
  return buckets;
}

}  // namespace

std::vector<EventBlock> StandsIn(const EventTraits& traits) {
  std::vector<EventBlock> blocks;
  if (!traits.resolved() || (traits.is_statement() && !traits.is_day())) return blocks;
  const std::vector<std::string> days = traits.is_day() ? DayBuckets(traits) : std::vector<std::string>();
  for (const EventName& name : traits.names) {
    const std::string block = BlockName(name);
    for (const std::string& bucket : days) blocks.push_back({block, bucket});
    if (traits.is_statement()) continue;
    for (std::string& bucket : CoarseBuckets(traits, name.is_named_thing())) {
      blocks.push_back({block, std::move(bucket)});
    }
  }
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  return blocks;
}

std::vector<EventBlock> NarrowIn(const EventTraits& traits, const EventBlock& wide) {
  if (!traits.resolved() || !traits.is_day() || traits.is_statement()) return {};
  if (wide.bucket != DayText(traits.first_day) + "/") return {};
  std::vector<std::string> parts = PartsOf(traits);
  std::vector<EventBlock> narrow;
  narrow.reserve(parts.size());
  for (std::string& part : parts) narrow.push_back({wide.name, wide.bucket, std::move(part)});
  std::sort(narrow.begin(), narrow.end());
  narrow.erase(std::unique(narrow.begin(), narrow.end()), narrow.end());
  return narrow;
}

bool StandsWithin(const EventTraits& traits, const EventBlock& narrow) {
  const std::vector<std::string> parts = PartsOf(traits);
  return std::find(parts.begin(), parts.end(), narrow.within) != parts.end();
}

bool SeesItselfAlone(const EventBlock& block) {
  return !block.bucket.ends_with(kDay) && !block.bucket.ends_with(kCoarse);
}

std::vector<EventBlock> SeenFrom(const EventBlock& block) {
  if (SeesItselfAlone(block)) return {block};
  const auto with_end = [&block](std::string_view end, std::string_view other) {
    const std::string_view bucket = block.bucket;
    return EventBlock{block.name, std::string(bucket.substr(0, bucket.size() - end.size())).append(other)};
  };
  if (block.bucket.ends_with(kDay)) return {with_end(kDay, kCoarse)};
  return {block, with_end(kCoarse, kDay)};
}

}  // namespace sillok::query
