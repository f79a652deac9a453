#include "query/view/name_component.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/status/status_macros.h"
#include "query/link/facet.h"
#include "query/link/sound_key.h"
#include "query/view/curated.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {
namespace {

bool IsForeignPerson(const NameKey& base) {
  return base.type == v1::ENTITY_TYPE_PERSON && IsForeignName(base.name);
}

// The keys that stand in a family after a prefix.
absl::Status ScanNames(Rows& rows, Family family, const std::string& prefix, std::set<NameKey>& names) {
  return rows.Scan(family, prefix, [&](std::string_view row, std::string_view) {
    KeyReader reader(row.substr(prefix.size()));
    if (std::optional<NameKey> key = ReadNameKey(reader); key.has_value()) names.insert(*std::move(key));
    return true;
  });
}

absl::StatusOr<std::vector<NameKey>> ReadFacets(Rows& rows, const NameKey& base) {
  std::vector<NameKey> names;
  const std::string prefix = BaseNamePrefix(base);
  absl::Status status;
  SILLOK_RETURN_IF_ERROR(
      rows.Scan(Family::kNameTotals, prefix, [&](std::string_view row, std::string_view value) {
        storage::v1::NameTotals totals;
        status = ParseRow(value, totals);
        if (totals.joined() == 0) return status.ok();
        KeyReader reader(row.substr(prefix.size()));
        names.push_back({.type = base.type, .name = base.name, .facet = reader.Text().value_or("")});
        return true;
      }));
  SILLOK_RETURN_IF_ERROR(status);
  return names;
}

absl::Status AddLastWords(Rows& rows, const NameKey& base, std::set<std::string>& sounds) {
  const std::string prefix = NamePrefix(base);
  return rows.Scan(Family::kNameEnds, prefix, [&](std::string_view row, std::string_view) {
    KeyReader reader(row.substr(prefix.size()));
    sounds.insert(reader.Text().value_or(""));
    return true;
  });
}

void AddOrganizations(const std::vector<NameKey>& facets, std::set<std::string>& organizations) {
  for (const NameKey& key : facets) {
    const std::string_view organization = OrganizationOf(key.facet);
    if (!organization.empty()) organizations.emplace(organization);
  }
}

bool HasOneOf(const std::set<std::string>& organizations, const std::vector<NameKey>& facets) {
  return std::any_of(facets.begin(), facets.end(), [&organizations](const NameKey& key) {
    return organizations.contains(std::string(OrganizationOf(key.facet)));
  });
}

}  // namespace

// Reads bases one after the other, each once.
class NameComponents::Search {
 public:
  explicit Search(NameComponents& names) : names_(names) {}

  absl::StatusOr<NameGraph> From(const NameKey& base) && {
    Want(base);
    while (!wanted_.empty()) {
      const NameKey next = wanted_.back();
      wanted_.pop_back();
      SILLOK_RETURN_IF_ERROR(ReadBase(next));
    }
    std::sort(graph_.links.begin(), graph_.links.end());
    graph_.links.erase(std::unique(graph_.links.begin(), graph_.links.end()), graph_.links.end());
    std::sort(graph_.decisions.begin(), graph_.decisions.end());
    graph_.decisions.erase(std::unique(graph_.decisions.begin(), graph_.decisions.end()),
                           graph_.decisions.end());
    return std::move(graph_);
  }

 private:
  void Want(const NameKey& base) {
    if (seen_.insert(base).second) wanted_.push_back(base);
  }

  absl::Status ReadBase(const NameKey& base) {
    SILLOK_ASSIGN_OR_RETURN(const std::vector<NameKey>* facets, names_.FacetsOf(base));
    if (facets->empty()) return absl::OkStatus();
    const bool foreign = IsForeignPerson(base);
    std::set<std::string> last_words;
    if (foreign) {
      SILLOK_RETURN_IF_ERROR(AddLastWords(names_.rows_, base, last_words));
      SoundTies ties{.sounds = last_words, .organizations = {}};
      AddOrganizations(*facets, ties.organizations);
      SILLOK_ASSIGN_OR_RETURN(const std::set<NameKey> tied, names_.NamesTiedTo(base, std::move(ties), seen_));
      for (const NameKey& neighbour : tied) Want(neighbour);
    }
    for (const NameKey& key : *facets) {
      graph_.names.push_back({.key = key, .foreign = foreign, .last_words = last_words});
      SILLOK_RETURN_IF_ERROR(ReadLinks(key));
      SILLOK_RETURN_IF_ERROR(ReadDecisions(key));
    }
    return absl::OkStatus();
  }

  absl::Status ReadDecisions(const NameKey& key) {
    const std::string_view referent = CuratedReferentOf(key.facet);
    if (referent.empty()) return absl::OkStatus();
    SILLOK_ASSIGN_OR_RETURN(const std::vector<Decision> decisions, DecisionsAbout(names_.rows_, referent));
    for (const Decision& decision : decisions) {
      for (const NameKey& name : decision.names) Want(BaseOf(name));
      graph_.decisions.push_back(decision);
    }
    return absl::OkStatus();
  }

  absl::Status ReadLinks(const NameKey& key) {
    const std::string prefix = NamePrefix(key);
    return names_.rows_.Scan(Family::kNameLinks, prefix, [&](std::string_view row, std::string_view) {
      KeyReader reader(row.substr(prefix.size()));
      const auto kind = static_cast<NameLinkKind>(reader.Uint8().value_or(0));
      const std::optional<NameKey> other = ReadNameKey(reader);
      if (!other.has_value()) return true;
      graph_.links.push_back({.kind = kind, .a = std::min(key, *other), .b = std::max(key, *other)});
      Want(BaseOf(*other));
      return true;
    });
  }

  NameComponents& names_;
  NameGraph graph_;
  std::set<NameKey> seen_;
  std::vector<NameKey> wanted_;
};

NameKey BaseOf(const NameKey& key) { return {.type = key.type, .name = key.name, .facet = {}}; }

absl::StatusOr<NameGraph> NameComponents::Around(const NameKey& base) { return Search(*this).From(base); }

absl::StatusOr<std::set<NameKey>> NameComponents::SoundNeighbours(const NameKey& base, SoundTies ties) {
  if (!IsForeignPerson(base)) return std::set<NameKey>();
  SILLOK_ASSIGN_OR_RETURN(const std::vector<NameKey>* facets, FacetsOf(base));
  AddOrganizations(*facets, ties.organizations);
  if (ties.organizations.empty()) return std::set<NameKey>();
  SILLOK_RETURN_IF_ERROR(AddLastWords(rows_, base, ties.sounds));
  return NamesTiedTo(base, std::move(ties), {});
}

absl::StatusOr<const std::vector<NameKey>*> NameComponents::FacetsOf(const NameKey& base) {
  const auto known = facets_.find(base);
  if (known != facets_.end()) return &known->second;
  SILLOK_ASSIGN_OR_RETURN(std::vector<NameKey> facets, ReadFacets(rows_, base));
  return &(facets_[base] = std::move(facets));
}

absl::StatusOr<const std::set<NameKey>*> NameComponents::NamesOfSound(const std::string& sound) {
  const auto known = of_sound_.find(sound);
  if (known != of_sound_.end()) return &known->second;
  std::set<NameKey> bases;
  for (const SoundOf of : {SoundOf::kName, SoundOf::kLastWord}) {
    std::string prefix = TextPrefix(sound);
    AppendUint8(static_cast<uint8_t>(of), prefix);
    SILLOK_RETURN_IF_ERROR(ScanNames(rows_, Family::kNameSounds, prefix, bases));
  }
  return &(of_sound_[sound] = std::move(bases));
}

absl::StatusOr<std::set<NameKey>> NameComponents::NamesTiedTo(const NameKey& base, SoundTies ties,
                                                              const std::set<NameKey>& known) {
  std::set<NameKey> tied;
  if (ties.organizations.empty()) return tied;
  ties.sounds.insert(SoundKey(base.name));
  for (const std::string& sound : ties.sounds) {
    SILLOK_ASSIGN_OR_RETURN(const std::set<NameKey>* alike, NamesOfSound(sound));
    for (const NameKey& other : *alike) {
      if (other == base || known.contains(other) || tied.contains(other)) continue;
      SILLOK_ASSIGN_OR_RETURN(const std::vector<NameKey>* theirs, FacetsOf(other));
      if (HasOneOf(ties.organizations, *theirs)) tied.insert(other);
    }
  }
  return tied;
}

}  // namespace sillok::query
