#include "query/link/event_match.h"

#include <algorithm>
#include <optional>
#include <set>

#include "absl/time/civil_time.h"
#include "common/time/civil_interval.h"
#include "query/link/career.h"
#include "query/link/facet.h"
#include "query/link/korean_name.h"
#include "query/link/sound_key.h"

namespace sillok::query {
namespace {

constexpr absl::CivilDay kFirstDay(1, 1, 1);

// How well two dates fit.
enum class DateFit : uint8_t { kNone, kSame, kNeighbour, kMonth, kYear };

// Points needed for each of them.
constexpr int kNeeded[] = {0, 60, 115, 80, 110};

// What is added and taken off.
constexpr int kKindOnce = 20;  // and kKindOne, where the dates are not one day
constexpr int kKindOne = 35;
constexpr int kKindAny = 20;
constexpr int kKindConflict = -40;
constexpr int kSamePredicate = 15;
constexpr int kSameType = 10;
constexpr int kTypeConflict = -15;
constexpr int kPlace = 25;
constexpr int kPlaceConflict = -30;
constexpr int kAgent = 10;
constexpr int kSecondPerson = 25;
constexpr int kSecondName = 20;
constexpr int kNamed = 25;
constexpr int kOtherPersons = -35;
constexpr int kOtherNames = -30;
constexpr int kOtherAgents = -25;
constexpr int kNothingElse = 15;
constexpr int kOtherWords = -15;
constexpr int kAllWords = 10;
constexpr int kNoKind = -15;
constexpr int kBothKinds = 5;
constexpr int kPlanTold = 10;
// Fewer runs than that are as many: a clause of one word proves nothing by it.
constexpr int kFewRuns = 8;
// So many without one in common speak of something else; so few say nothing but the kind of event.
constexpr int kManyRuns = 4;
constexpr int kNoRuns = 2;
// Of a hundred runs of both, those in common that make two statements one.
constexpr int kSameWords = 60;
constexpr int kStatementRuns = 4;

bool IsDay(const EventTraits& traits) { return traits.first_day == traits.last_day; }

absl::CivilDay DayOf(int32_t day) { return kFirstDay + day; }

bool IsWithinMonth(const EventTraits& traits) {
  return absl::CivilMonth(DayOf(traits.first_day)) == absl::CivilMonth(DayOf(traits.last_day));
}

DateFit FitOf(const EventTraits& a, const EventTraits& b) {
  if (IsDay(a) && IsDay(b)) {
    const int32_t apart = std::abs(a.first_day - b.first_day);
    return apart == 0 ? DateFit::kSame : apart == 1 ? DateFit::kNeighbour : DateFit::kNone;
  }
  if (a.first_day > b.last_day || b.first_day > a.last_day) return DateFit::kNone;
  if (IsWithinMonth(a) && IsWithinMonth(b)) {
    return a.range && b.range && a.first_day == b.first_day && a.last_day == b.last_day ? DateFit::kSame
                                                                                        : DateFit::kMonth;
  }
  return DayOf(a.first_day).year() == DayOf(b.first_day).year() ? DateFit::kYear : DateFit::kNone;
}

bool IsNamedEvent(const EventName& name) {
  return name.key.type == v1::ENTITY_TYPE_NAMED_EVENT || name.key.type == v1::ENTITY_TYPE_WORK;
}

bool IsProduct(const EventName& name) { return name.key.type == v1::ENTITY_TYPE_PRODUCT; }

bool IsNamedThing(const EventName& name) { return IsNamedEvent(name) || IsProduct(name); }

bool IsPerson(const EventName& name) { return name.key.type == v1::ENTITY_TYPE_PERSON; }

bool FacetsFit(const NameKey& a, const NameKey& b) {
  if (IsLocalFacet(a.facet) || IsLocalFacet(b.facet)) return a.facet == b.facet;
  if (FieldsConflict(FieldOf(a.facet), FieldOf(b.facet))) return false;
  const std::string_view one = OrganizationOf(a.facet);
  const std::string_view other = OrganizationOf(b.facet);
  return one.empty() || other.empty() || one == other || !IsCommonName(a.name);
}

// One text calls a thing a body, another one an event: only persons are told from the rest.
bool IsSameName(const EventName& a, const EventName& b) {
  if (IsPerson(a) != IsPerson(b)) return false;
  if (a.key.name == b.key.name) return FacetsFit(a.key, b.key);
  return IsPerson(a) && IsForeignName(a.key.name) && IsForeignName(b.key.name) &&
         SoundAlike(a.key.name, b.key.name) && FacetsFit(a.key, b.key);
}

// Who takes part in both, and who in one.
struct Company {
  int persons = 0;  // in both
  int names = 0;    // in both, persons and things but not those named aside
  bool any = false;
  bool named_thing = false;  // a named event, a work or a product is in both, and both call it so
  bool named_event = false;  // the same without products, by which makers are described: 챗GPT를 만든
  bool agent = false;        // somebody acts in both, or nobody in either
  bool others_a = false;     // things in one alone
  bool others_b = false;
  bool persons_a = false;  // persons in one alone
  bool persons_b = false;
  bool agents_a = false;  // persons who act in one alone
  bool agents_b = false;
};

const EventName* Find(const std::vector<EventName>& names, const EventName& wanted) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&wanted](const EventName& name) { return IsSameName(wanted, name); });
  return found == names.end() ? nullptr : &*found;
}

// A person acts in one, and the organisation of his position in the other.
bool ActsFor(const std::vector<EventName>& names, const std::vector<EventName>& others) {
  return std::any_of(names.begin(), names.end(), [&others](const EventName& name) {
    const std::string_view organization = OrganizationOf(name.key.facet);
    return name.acts && !organization.empty() &&
           std::any_of(others.begin(), others.end(), [&](const EventName& other) {
             return other.acts && !IsPerson(other) && other.key.name == organization;
           });
  });
}

Company CompanyOf(const EventTraits& a, const EventTraits& b) {
  Company company;
  for (const EventName& name : a.names) {
    const EventName* other = Find(b.names, name);
    if (other == nullptr) {
      (IsPerson(name) ? company.persons_a : company.others_a) |= !name.aside;
      company.agents_a |= IsPerson(name) && name.acts;
      continue;
    }
    company.any = true;
    company.agent |= name.acts && other->acts;
    company.named_thing |= IsNamedThing(name) && IsNamedThing(*other);
    company.named_event |= IsNamedEvent(name) && IsNamedEvent(*other);
    if (name.aside || other->aside) continue;
    ++company.names;
    if (IsPerson(name)) ++company.persons;
  }
  company.agent |= ActsFor(a.names, b.names) || ActsFor(b.names, a.names);
  const auto acts = [](const EventName& name) { return name.acts; };
  company.agent |= std::none_of(a.names.begin(), a.names.end(), acts) &&
                   std::none_of(b.names.begin(), b.names.end(), acts);
  for (const EventName& name : b.names) {
    if (Find(a.names, name) != nullptr) continue;
    (IsPerson(name) ? company.persons_b : company.others_b) |= !name.aside;
    company.agents_b |= IsPerson(name) && name.acts;
  }
  return company;
}

int CountCommon(const std::vector<uint16_t>& a, const std::vector<uint16_t>& b) {
  int common = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) {
      ++common;
      ++left;
      ++right;
    } else if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  return common;
}

// Of a hundred runs of the shorter clause.
int WordPoints(const EventTraits& a, const EventTraits& b, bool one_gathering) {
  const int shorter = static_cast<int>(std::min(a.content.size(), b.content.size()));
  const int common = CountCommon(a.content, b.content);
  if (common == 0 && shorter >= kManyRuns) return one_gathering ? 0 : kOtherWords;
  return 100 * common / std::max(shorter, kFewRuns) +
         (common == shorter && common >= kNoRuns ? kAllWords : 0);
}

// The kinds in both, by the lesser of their uses, and whether each names one that the other does not.
struct SharedKinds {
  bool once = false;
  bool one = false;  // once among them
  bool series = false;
  bool any = false;
  bool conflict = false;
  [[nodiscard]] bool none() const { return !one && !series && !any; }
};

SharedKinds KindsOf(const EventTraits& a, const EventTraits& b) {
  SharedKinds shared;
  const auto names_event = [](const EventKind& kind) { return kind.use != KindUse::kAny; };
  for (const EventKind& kind : a.kinds) {
    for (const EventKind& other : b.kinds) {
      if (kind.kind != other.kind) continue;
      const KindUse use = std::max(kind.use, other.use);
      shared.once |= use == KindUse::kOnce;
      shared.one |= use <= KindUse::kOne;
      shared.series |= use == KindUse::kSeries;
      shared.any |= use == KindUse::kAny;
    }
  }
  const auto names_one = [](const EventKind& kind) { return kind.use <= KindUse::kOne; };
  const bool a_names = std::any_of(a.kinds.begin(), a.kinds.end(), names_event);
  const bool b_names = std::any_of(b.kinds.begin(), b.kinds.end(), names_event);
  shared.conflict = shared.none() && a_names && b_names;
  // 실적 설명회 shares the 실적 with 실적 발표, and is another event.
  if (!shared.one && shared.series &&
      (std::any_of(a.kinds.begin(), a.kinds.end(), names_one) ||
       std::any_of(b.kinds.begin(), b.kinds.end(), names_one))) {
    shared.series = false;
    shared.any = true;
  }
  return shared;
}

int KindPoints(const SharedKinds& kinds) {
  if (kinds.one || kinds.series) return kKindOne + (kinds.any ? kBothKinds : 0);
  if (kinds.any) return kKindAny;
  return kinds.conflict ? kKindConflict : 0;
}

// Types that one event is told under.
int FamilyOf(v1::EventType type) {
  switch (type) {
    case v1::EVENT_TYPE_MEETING:
    case v1::EVENT_TYPE_GATHERING:
      return 1;
    case v1::EVENT_TYPE_ANNOUNCEMENT:
    case v1::EVENT_TYPE_LAUNCH:
    case v1::EVENT_TYPE_AGREEMENT:
    case v1::EVENT_TYPE_INVESTMENT:
    case v1::EVENT_TYPE_PLAN:
      return 2;
    case v1::EVENT_TYPE_RESULT:
    case v1::EVENT_TYPE_AWARD:
      return 3;
    case v1::EVENT_TYPE_OTHER:
    case v1::EVENT_TYPE_UNSPECIFIED:
      return 0;
    default:
      return 100 + static_cast<int>(type);
  }
}

int TypePoints(const EventTraits& a, const EventTraits& b, const SharedKinds& kinds) {
  if (a.type != b.type && kinds.none()) return kNoKind;
  if (FamilyOf(a.type) == 0 || FamilyOf(b.type) == 0) return 0;
  if (a.type == b.type) return kSameType;
  return FamilyOf(a.type) == FamilyOf(b.type) || kinds.one || kinds.series ? 0 : kTypeConflict;
}

int PlacePoints(const EventTraits& a, const EventTraits& b) {
  if (a.place.empty() || b.place.empty()) return 0;
  const auto in_other = [](const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  bool region_shared = false;
  for (const std::string& word : a.place) {
    if (!in_other(b.place, word)) continue;
    if (!IsRegion(word)) return kPlace;
    region_shared = true;
  }
  const bool a_is_wide = std::all_of(a.place.begin(), a.place.end(), IsRegion);
  const bool b_is_wide = std::all_of(b.place.begin(), b.place.end(), IsRegion);
  if (region_shared) return a_is_wide && b_is_wide ? kPlace : 0;
  const auto is_korea = [](const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), IsKorea);
  };
  const auto in_korea = [](const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), IsRegion);
  };
  if ((is_korea(a.place) && in_korea(b.place)) || (is_korea(b.place) && in_korea(a.place))) {
    return a_is_wide && b_is_wide ? kPlace : 0;
  }
  return kPlaceConflict;
}

// Others at one event of a kind in one place are no other event: one text names one guest, and another text another one.
int CompanyPoints(const Company& company, bool one_gathering) {
  int points = company.agent ? kAgent : 0;
  if (company.persons > 1)
    points += kSecondPerson;
  else if (company.names > 1)
    points += kSecondName;
  if (company.named_event) points += kNamed;
  if (one_gathering) return points;
  if (company.persons_a && company.persons_b) points += kOtherPersons;
  if (company.agents_a && company.agents_b) points += kOtherAgents;
  if (company.others_a && company.others_b) points += kOtherNames;
  return points;
}

bool TellSameWords(const EventTraits& a, const EventTraits& b) {
  const int common = CountCommon(a.content, b.content);
  const int all = static_cast<int>(a.content.size() + b.content.size()) - common;
  return common >= kStatementRuns && 100 * common >= kSameWords * all;
}

bool IsStatement(const EventTraits& traits) { return traits.type == v1::EVENT_TYPE_STATEMENT; }

std::string BlockName(const EventName& name) {
  if (IsLocalFacet(name.key.facet)) return name.key.name + name.key.facet;
  if (IsPerson(name) && IsForeignName(name.key.name)) return "~" + SoundKey(name.key.name);
  return name.key.name;
}

std::string MonthText(int32_t day) { return FormatDay(DayOf(day)).substr(0, 7); }

// By which kinds, and as what, a clause is found by month: those that name one event, and named things whatever the kind.
std::vector<std::string> MonthKinds(const EventTraits& traits, const EventName& name) {
  std::vector<std::string> kinds;
  for (const EventKind& kind : traits.kinds) {
    if (kind.use <= KindUse::kOne) kinds.emplace_back(KindName(kind.kind));
  }
  if (IsNamedThing(name)) kinds.emplace_back();
  return kinds;
}

template <typename Add>
void ForEachMonthBucket(const EventTraits& traits, Add add) {
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

}  // namespace

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
  for (size_t at = 0; at < participants.size(); ++at) {
    const NameKey& key = participants[at];
    const bool acts = static_cast<int>(at) < event.participants_size() &&
                      event.participants(static_cast<int>(at)).role() == v1::PARTICIPANT_ROLE_AGENT;
    traits.names.push_back({.key = key,
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

EventScore ScoreEvents(const EventTraits& a, const EventTraits& b) {
  if (a.first_day < 0 || b.first_day < 0) return {.points = 0, .needed = 1};
  const DateFit fit = FitOf(a, b);
  const Company company = CompanyOf(a, b);
  if (fit == DateFit::kNone || !company.any) return {.points = 0, .needed = 1};
  if (IsStatement(a) || IsStatement(b)) {
    const bool one =
        IsStatement(a) && IsStatement(b) && fit == DateFit::kSame && IsDay(a) && TellSameWords(a, b);
    return {.points = one ? 1 : 0, .needed = 1};
  }
  const SharedKinds kinds = KindsOf(a, b);
  const int needed = kNeeded[static_cast<int>(fit)];
  const bool proves_month = company.named_thing || kinds.one;
  if ((!IsDay(a) || !IsDay(b)) && !proves_month) return {.points = 0, .needed = needed};
  if (fit == DateFit::kNeighbour && !kinds.once) return {.points = 0, .needed = needed};
  if (fit == DateFit::kYear && !company.named_thing) return {.points = 0, .needed = needed};
  const int place = PlacePoints(a, b);
  const bool one_gathering = kinds.one && place > 0;
  int points = WordPoints(a, b, one_gathering) + KindPoints(kinds) + TypePoints(a, b, kinds) + place +
               CompanyPoints(company, one_gathering);
  if (fit == DateFit::kMonth && a.planned != b.planned && IsDay(a.planned ? a : b)) points += kPlanTold;
  if (kinds.once && fit != DateFit::kSame) points += kKindOnce;
  if (!a.predicate.empty() && a.predicate == b.predicate) points += kSamePredicate;
  const bool others = (company.persons_a && company.persons_b) || (company.others_a && company.others_b);
  if ((kinds.one || kinds.series) && !others && std::min(a.content.size(), b.content.size()) <= kNoRuns)
    points += kNothingElse;
  return {.points = points, .needed = needed};
}

bool TellOneEvent(const EventTraits& a, const EventTraits& b) {
  const EventScore score = ScoreEvents(a, b);
  return score.points >= score.needed;
}

std::vector<EventBlock> StandsIn(const EventTraits& traits) {
  std::vector<EventBlock> blocks;
  if (traits.first_day < 0) return blocks;
  const bool is_day = IsDay(traits);
  for (const EventName& name : traits.names) {
    if (is_day) blocks.push_back({BlockName(name), FormatDay(DayOf(traits.first_day))});
    if (IsNamedThing(name)) {
      const std::string year = FormatDay(DayOf(traits.first_day)).substr(0, 4);
      blocks.push_back({BlockName(name), year + (is_day || IsWithinMonth(traits) ? "//day" : "//coarse")});
    }
  }
  if (!IsWithinMonth(traits) || IsStatement(traits)) return Sorted(std::move(blocks));
  ForEachMonthBucket(traits, [&](std::string name, const std::string& bucket) {
    blocks.push_back({std::move(name), bucket + (is_day ? "day" : "coarse")});
  });
  return Sorted(std::move(blocks));
}

std::vector<EventBlock> LooksIn(const EventTraits& traits) {
  std::vector<EventBlock> blocks;
  if (traits.first_day < 0) return blocks;
  const bool is_day = IsDay(traits);
  const bool is_month = IsWithinMonth(traits);
  for (const EventName& name : traits.names) {
    for (int32_t day = traits.first_day - 1; is_day && day <= traits.first_day + 1; ++day) {
      blocks.push_back({BlockName(name), FormatDay(DayOf(day))});
    }
    if (IsNamedThing(name)) {
      blocks.push_back({BlockName(name),
                        FormatDay(DayOf(traits.first_day)).substr(0, 4) + (is_month ? "//coarse" : "//")});
    }
  }
  if (!is_month || IsStatement(traits)) return Sorted(std::move(blocks));
  ForEachMonthBucket(traits, [&](std::string name, const std::string& bucket) {
    blocks.push_back({std::move(name), bucket + (is_day ? "coarse" : "")});
  });
  return Sorted(std::move(blocks));
}

}  // namespace sillok::query
