#include "query/link/event_company.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "query/link/career.h"
#include "query/link/facet.h"
#include "query/link/korean_name.h"
#include "query/link/sound_key.h"

namespace sillok::query {
namespace {

bool FacetsFit(const NameKey& a, const NameKey& b) {
  if (IsLocalFacet(a.facet) || IsLocalFacet(b.facet)) return a.facet == b.facet;
  if (FieldsConflict(FieldOf(a.facet), FieldOf(b.facet))) return false;
  const std::string_view one = OrganizationOf(a.facet);
  const std::string_view other = OrganizationOf(b.facet);
  return one.empty() || other.empty() || one == other || !IsCommonName(a.name);
}

// A person acts in one, and the organisation of his position in the other.
bool ActsFor(const std::vector<EventName>& names, const std::vector<EventName>& others) {
  return std::any_of(names.begin(), names.end(), [&others](const EventName& name) {
    const std::string_view organization = OrganizationOf(name.key.facet);
    return name.acts && !organization.empty() &&
           std::any_of(others.begin(), others.end(), [&](const EventName& other) {
             return other.acts && !other.is_person() && other.key.name == organization;
           });
  });
}

// Which names of one event are names of the other: each two are compared once, and asked about from both sides.
class SameNames {
 public:
  SameNames(const std::vector<EventName>& a, const std::vector<EventName>& b) : width_(b.size()) {
    same_.reserve(a.size() * b.size());
    for (const EventName& name : a) {
      for (const EventName& other : b) same_.push_back(IsSameName(name, other));
    }
  }
  [[nodiscard]] bool operator()(size_t of_a, size_t of_b) const { return same_[of_a * width_ + of_b]; }

 private:
  size_t width_;
  absl::InlinedVector<bool, 64> same_;  // most events have a few names
};

// How far the names of one event are those of the other.
struct Side {
  int persons = 0;
  int names = 0;
  bool other_persons = false;
  bool other_agents = false;
  bool other_things = false;
};

// `same` takes the places of a name and of another one.
template <typename Same>
Side SideOf(const std::vector<EventName>& names, const std::vector<EventName>& others, const Same& same) {
  Side side;
  for (size_t at = 0; at < names.size(); ++at) {
    const EventName& name = names[at];
    bool is_shared = false;
    bool is_shared_aside = true;
    for (size_t other = 0; other < others.size(); ++other) {
      if (!same(at, other)) continue;
      is_shared = true;
      is_shared_aside &= name.aside || others[other].aside;
    }
    if (!is_shared) {
      (name.is_person() ? side.other_persons : side.other_things) |= !name.aside;
      side.other_agents |= name.is_person() && name.acts;
    } else if (!is_shared_aside) {
      ++side.names;
      if (name.is_person()) ++side.persons;
    }
  }
  return side;
}

}  // namespace

bool IsSameName(const EventName& a, const EventName& b) {
  if (a.is_person() != b.is_person()) return false;
  if (a.key.name == b.key.name) return FacetsFit(a.key, b.key);
  return a.is_person() && IsForeignName(a.key.name) && IsForeignName(b.key.name) &&
         SoundAlike(a.key.name, b.key.name) && FacetsFit(a.key, b.key);
}

Company CompanyOf(const EventTraits& a, const EventTraits& b) {
  const SameNames same(a.names, b.names);
  const Side left = SideOf(a.names, b.names, same);
  const Side right = SideOf(b.names, a.names, [&same](size_t of_b, size_t of_a) { return same(of_a, of_b); });
  Company company = {.persons = std::min(left.persons, right.persons),
                     .names = std::min(left.names, right.names),
                     .other_persons = left.other_persons && right.other_persons,
                     .other_agents = left.other_agents && right.other_agents,
                     .other_things = left.other_things && right.other_things};
  for (size_t of_a = 0; of_a < a.names.size(); ++of_a) {
    for (size_t of_b = 0; of_b < b.names.size(); ++of_b) {
      if (!same(of_a, of_b)) continue;
      const EventName& name = a.names[of_a];
      const EventName& other = b.names[of_b];
      company.any = true;
      company.agent |= name.acts && other.acts;
      company.named_thing |= name.is_named_thing() && other.is_named_thing();
      company.named_event |= name.is_named_event() && other.is_named_event();
    }
  }
  const auto acts = [](const EventName& name) { return name.acts; };
  company.agent |= ActsFor(a.names, b.names) || ActsFor(b.names, a.names) ||
                   (std::none_of(a.names.begin(), a.names.end(), acts) &&
                    std::none_of(b.names.begin(), b.names.end(), acts));
  return company;
}

}  // namespace sillok::query
