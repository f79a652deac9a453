#include "query/link/name_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "query/link/career.h"
#include "query/link/facet.h"
#include "query/link/korean_name.h"
#include "query/link/sound_key.h"

namespace sillok::query {
namespace {

bool SameBase(const NameKey& a, const NameKey& b) { return a.type == b.type && a.name == b.name; }

bool ShareOrganization(const NameKey& a, const NameKey& b) {
  const std::string_view organization = OrganizationOf(a.facet);
  return !organization.empty() && organization == OrganizationOf(b.facet);
}

// Joins names one link after the other; everything is an index into the sorted names.
class Grouping {
 public:
  explicit Grouping(const std::vector<GraphName>& names)
      : names_(names), parent_(names.size()), members_(names.size()) {
    std::iota(parent_.begin(), parent_.end(), size_t{0});
    for (size_t i = 0; i < names.size(); ++i) members_[i] = {i};
  }

  // Nothing joins them any more; nothing happens when they are joined already.
  void KeepApart(size_t a, size_t b) {
    if (Root(a) == Root(b)) return;
    apart_[a].push_back(b);
    apart_[b].push_back(a);
  }

  // From now on these are joined with nothing.
  void Rest(std::set<size_t> resting) { resting_ = std::move(resting); }

  void Join(size_t a, size_t b) {
    if (resting_.contains(a) || resting_.contains(b)) return;
    a = Root(a);
    b = Root(b);
    if (a == b || AreKeptApart(a, b)) return;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
  }

  // Unless it would put walks of life together that exclude each other.
  void JoinLikely(size_t a, size_t b) {
    if (resting_.contains(a) || resting_.contains(b)) return;
    for (const size_t i : members_[Root(a)]) {
      for (const size_t j : members_[Root(b)]) {
        if (FieldsConflict(FieldOf(names_[i].key.facet), FieldOf(names_[j].key.facet))) return;
      }
    }
    Join(a, b);
  }

  [[nodiscard]] size_t Root(size_t i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
  }

 private:
  // Of two roots.
  [[nodiscard]] bool AreKeptApart(size_t a, size_t b) const {
    if (apart_.empty()) return false;
    return std::any_of(members_[a].begin(), members_[a].end(), [&](size_t member) {
      const auto others = apart_.find(member);
      return others != apart_.end() && std::any_of(others->second.begin(), others->second.end(),
                                                   [&](size_t other) { return Root(other) == b; });
    });
  }

  const std::vector<GraphName>& names_;
  std::map<size_t, std::vector<size_t>> apart_;
  std::set<size_t> resting_;
  std::vector<size_t> parent_;
  std::vector<std::vector<size_t>> members_;  // of roots
};

// Where a name stands in the graph; past the end when it does not.
size_t Find(const NameGraph& graph, const NameKey& key) {
  const auto at =
      std::lower_bound(graph.names.begin(), graph.names.end(), key,
                       [](const GraphName& name, const NameKey& wanted) { return name.key < wanted; });
  return at != graph.names.end() && at->key == key ? static_cast<size_t>(at - graph.names.begin())
                                                   : graph.names.size();
}

// Newest first. Returns the names that leave their like.
std::set<size_t> Decide(const NameGraph& graph, Grouping& grouping) {
  std::set<size_t> leaving;
  for (auto decision = graph.decisions.rbegin(); decision != graph.decisions.rend(); ++decision) {
    for (size_t i = 1; i < decision->names.size(); ++i) {
      const size_t first = Find(graph, decision->names.front());
      const size_t other = Find(graph, decision->names[i]);
      if (first == graph.names.size() || other == graph.names.size()) continue;
      if (decision->kind == DecisionKind::kOne) {
        grouping.Join(first, other);
      } else {
        grouping.KeepApart(first, other);
      }
      if (decision->kind == DecisionKind::kLeaves) leaving.insert(other);
    }
  }
  return leaving;
}

// What somebody has decided about, and the rest of its name.
void JoinCurated(const NameGraph& graph, Grouping& grouping) {
  for (size_t a = 0; a < graph.names.size(); ++a) {
    const NameKey& key = graph.names[a].key;
    for (size_t b = a + 1; b < graph.names.size() && SameBase(key, graph.names[b].key); ++b) {
      if (NaturalFacet(key.facet) == NaturalFacet(graph.names[b].key.facet)) grouping.Join(a, b);
    }
  }
}

void JoinStated(const NameGraph& graph, NameLinkKind kind, Grouping& grouping) {
  for (const NameLink& link : graph.links) {
    const size_t a = Find(graph, link.a);
    const size_t b = Find(graph, link.b);
    if (link.kind == kind && a < graph.names.size() && b < graph.names.size()) grouping.Join(a, b);
  }
}

// One name with one organisation, whatever the title.
void JoinColleagues(const NameGraph& graph, Grouping& grouping) {
  for (size_t a = 0; a < graph.names.size(); ++a) {
    for (size_t b = a + 1; b < graph.names.size() && SameBase(graph.names[a].key, graph.names[b].key); ++b) {
      if (ShareOrganization(graph.names[a].key, graph.names[b].key)) grouping.JoinLikely(a, b);
    }
  }
}

// The names of one base that `wanted` takes, when they are all in one group: one of them; otherwise none.
template <typename Wanted>
size_t OnlyGroup(const NameGraph& graph, const Grouping& grouping, const NameKey& base, Wanted wanted) {
  size_t found = graph.names.size();
  for (size_t i = 0; i < graph.names.size(); ++i) {
    if (!SameBase(graph.names[i].key, base) || !wanted(graph.names[i].key)) continue;
    if (found < graph.names.size() && grouping.Root(i) != grouping.Root(found)) return graph.names.size();
    found = i;
  }
  return found;
}

// 샘 올트먼 and 샘 알트만 of one organisation; 올트먼 and the only 샘 올트먼 of it.
void JoinBySound(const NameGraph& graph, Grouping& grouping) {
  const std::vector<GraphName>& names = graph.names;
  for (size_t a = 0; a < names.size(); ++a) {
    for (size_t b = a + 1; b < names.size(); ++b) {
      if (names[a].foreign && names[b].foreign && !SameBase(names[a].key, names[b].key) &&
          ShareOrganization(names[a].key, names[b].key) && SoundAlike(names[a].key.name, names[b].key.name)) {
        grouping.JoinLikely(a, b);
      }
    }
  }
  for (size_t short_form = 0; short_form < names.size(); ++short_form) {
    if (!names[short_form].foreign || !names[short_form].last_words.empty()) continue;
    const std::string sound = SoundKey(names[short_form].key.name);
    std::set<size_t> groups;
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i].last_words.contains(sound) && ShareOrganization(names[i].key, names[short_form].key)) {
        groups.insert(grouping.Root(i));
      }
    }
    if (groups.size() == 1) grouping.JoinLikely(short_form, *groups.begin());
  }
}

bool IsLocal(const NameKey& key) { return IsLocalFacet(key.facet); }

// A name that few bear is one person, as far as his walks of life allow; of one that many bear a position without an
// organisation goes to the only one of that walk of life.
void JoinNamesakes(const NameGraph& graph, Grouping& grouping) {
  const std::vector<GraphName>& names = graph.names;
  for (size_t a = 0; a < names.size(); ++a) {
    const NameKey& key = names[a].key;
    if (NaturalFacet(key.facet).empty() || IsLocal(key)) continue;
    if (IsCommonName(key.name)) {
      if (!OrganizationOf(key.facet).empty()) continue;
      const size_t only = OnlyGroup(graph, grouping, key, [&key](const NameKey& other) {
        return !OrganizationOf(other.facet).empty() && FieldOf(other.facet) == FieldOf(key.facet);
      });
      if (only < names.size()) grouping.JoinLikely(a, only);
      continue;
    }
    for (size_t b = a + 1; b < names.size() && SameBase(key, names[b].key); ++b) {
      if (!IsLocal(names[b].key) && !NaturalFacet(names[b].key.facet).empty()) grouping.JoinLikely(a, b);
    }
  }
}

void JoinBare(const NameGraph& graph, Grouping& grouping) {
  for (size_t bare = 0; bare < graph.names.size(); ++bare) {
    const NameKey& key = graph.names[bare].key;
    if (!NaturalFacet(key.facet).empty()) continue;
    const size_t only = OnlyGroup(graph, grouping, key, [](const NameKey& other) {
      return !NaturalFacet(other.facet).empty() && !IsLocal(other);
    });
    if (only < graph.names.size()) grouping.Join(bare, only);
  }
}

void JoinAll(const NameGraph& graph, Grouping& grouping) {
  JoinCurated(graph, grouping);
  JoinStated(graph, NameLinkKind::kPosition, grouping);
  JoinStated(graph, NameLinkKind::kStated, grouping);
  JoinColleagues(graph, grouping);
  JoinBySound(graph, grouping);
  JoinNamesakes(graph, grouping);
  JoinBare(graph, grouping);
}

}  // namespace

std::vector<std::vector<NameKey>> GroupNames(NameGraph graph) {
  std::sort(graph.names.begin(), graph.names.end(),
            [](const GraphName& a, const GraphName& b) { return a.key < b.key; });
  std::sort(graph.links.begin(), graph.links.end());
  std::sort(graph.decisions.begin(), graph.decisions.end());
  Grouping grouping(graph.names);
  const std::set<size_t> leaving = Decide(graph, grouping);
  // Those that leave come last, so that they take nobody with them.
  grouping.Rest(leaving);
  JoinAll(graph, grouping);
  if (!leaving.empty()) {
    grouping.Rest({});
    JoinAll(graph, grouping);
  }

  std::map<size_t, std::vector<NameKey>> by_root;  // the root is the first of its group
  for (size_t i = 0; i < graph.names.size(); ++i) by_root[grouping.Root(i)].push_back(graph.names[i].key);
  std::vector<std::vector<NameKey>> groups;
  groups.reserve(by_root.size());
  for (auto& [root, names] : by_root) groups.push_back(std::move(names));
  return groups;
}

}  // namespace sillok::query
