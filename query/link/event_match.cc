#include "query/link/event_match.h"

#include <algorithm>
#include <cstdlib>

#include "absl/time/civil_time.h"
#include "query/link/event_company.h"

namespace sillok::query {
namespace {

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

DateFit FitOf(const EventTraits& a, const EventTraits& b) {
  if (a.is_day() && b.is_day()) {
    const int32_t apart = std::abs(a.first_day - b.first_day);
    return apart == 0 ? DateFit::kSame : apart == 1 ? DateFit::kNeighbour : DateFit::kNone;
  }
  if (a.first_day > b.last_day || b.first_day > a.last_day) return DateFit::kNone;
  if (a.is_within_month() && b.is_within_month()) {
    return a.range && b.range && a.first_day == b.first_day && a.last_day == b.last_day ? DateFit::kSame
                                                                                        : DateFit::kMonth;
  }
  return TraitDay(a.first_day).year() == TraitDay(b.first_day).year() ? DateFit::kYear : DateFit::kNone;
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
  if (company.persons > 1) {
    points += kSecondPerson;
  } else if (company.names > 1) {
    points += kSecondName;
  }
  if (company.named_event) points += kNamed;
  if (one_gathering) return points;
  if (company.other_persons) points += kOtherPersons;
  if (company.other_agents) points += kOtherAgents;
  if (company.other_things) points += kOtherNames;
  return points;
}

// Nearly the same words, by the share of runs in common. One of the two outermost runs has to be among them: they are as good as drawn by lot,
// differ in one of a hundred copies that share nine runs of ten, and let a clause look for its copies without reading all that was said on a day.
bool TellSameWords(const EventTraits& a, const EventTraits& b) {
  if (a.content.empty() || b.content.empty()) return false;
  if (a.content.front() != b.content.front() && a.content.back() != b.content.back()) return false;
  const int common = CountCommon(a.content, b.content);
  const int all = static_cast<int>(a.content.size() + b.content.size()) - common;
  return common >= kStatementRuns && 100 * common >= kSameWords * all;
}

}  // namespace

EventScore ScoreEvents(const EventTraits& a, const EventTraits& b) {
  if (!a.resolved() || !b.resolved()) return {.points = 0, .needed = 1};
  const DateFit fit = FitOf(a, b);
  if (fit == DateFit::kNone) return {.points = 0, .needed = 1};
  if (a.is_statement() || b.is_statement()) {
    const bool one = a.is_statement() && b.is_statement() && fit == DateFit::kSame && a.is_day() &&
                     TellSameWords(a, b) && CompanyOf(a, b).any;
    return {.points = one ? 1 : 0, .needed = 1};
  }
  const Company company = CompanyOf(a, b);
  if (!company.any) return {.points = 0, .needed = 1};
  const SharedKinds kinds = KindsOf(a, b);
  const int needed = kNeeded[static_cast<int>(fit)];
  const bool proves_month = company.named_thing || kinds.one;
  if ((!a.is_day() || !b.is_day()) && !proves_month) return {.points = 0, .needed = needed};
  if (fit == DateFit::kNeighbour && !kinds.once) return {.points = 0, .needed = needed};
  if (fit == DateFit::kYear && !company.named_thing) return {.points = 0, .needed = needed};
  const int place = PlacePoints(a, b);
  const bool one_gathering = kinds.one && place > 0;
  int points = WordPoints(a, b, one_gathering) + KindPoints(kinds) + TypePoints(a, b, kinds) + place +
               CompanyPoints(company, one_gathering);
  if (fit == DateFit::kMonth && a.planned != b.planned && (a.planned ? a : b).is_day()) points += kPlanTold;
  if (kinds.once && fit != DateFit::kSame) points += kKindOnce;
  if (!a.predicate.empty() && a.predicate == b.predicate) points += kSamePredicate;
  const bool others = company.other_persons || company.other_things;
  if ((kinds.one || kinds.series) && !others && std::min(a.content.size(), b.content.size()) <= kNoRuns) {
    points += kNothingElse;
  }
  return {.points = points, .needed = needed};
}

bool TellOneEvent(const EventTraits& a, const EventTraits& b) {
  const EventScore score = ScoreEvents(a, b);
  return score.points >= score.needed;
}

}  // namespace sillok::query
