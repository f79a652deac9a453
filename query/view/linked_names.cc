#include "query/view/linked_names.h"

#include <utility>

#include "query/link/facet.h"
#include "query/link/korean_name.h"
#include "query/link/stated_name.h"
#include "query/view/article_facts.h"

namespace sillok::query {

LinkedNames::LinkedNames(const v1::Article& article, const CuratedReferents& curated) {
  for (const v1::Mention& mention : article.mentions()) {
    Learn(mention.referent(), mention.type(),
          mention.canonical().empty() ? mention.text() : mention.canonical());
  }
  for (const v1::Event& event : article.events()) {
    for (const v1::Participant& participant : event.participants()) {
      Learn(participant.entity(), participant.type(), participant.display_name());
    }
  }
  for (auto& [id, referent] : referents_) {
    referent.key = NameKeyOf(referent.type, referent.canonical);
    if (IsLocalName(referent.canonical)) referent.key.facet = LocalFacet(id);
  }
  std::erase_if(referents_, [](const auto& referent) { return referent.second.key.name.empty(); });
  LearnPositions(article);
  LearnOtherNames(article);
  for (const auto& [id, aliases] : curated) LearnDecisions(id, aliases);
}

const NameKey* LinkedNames::Find(std::string_view name) const {
  const auto referent = referents_.find(BareId(name));
  return referent == referents_.end() ? nullptr : &referent->second.key;
}

std::string LinkedNames::TextOf(std::string_view name) const {
  const NameKey* key = Find(name);
  return key == nullptr ? "" : NameKeyText(*key);
}

void LinkedNames::Learn(std::string_view name, v1::EntityType type, const std::string& canonical) {
  const std::string id = BareId(name);
  if (id.empty()) return;
  LinkedReferent& referent = referents_[id];
  if (referent.type == v1::ENTITY_TYPE_UNSPECIFIED && v1::EntityType_IsValid(type)) referent.type = type;
  if (referent.canonical.empty()) referent.canonical = canonical;
}

void LinkedNames::LearnPositions(const v1::Article& article) {
  for (const v1::Position& position : article.positions()) {
    const auto person = referents_.find(BareId(position.person()));
    if (person == referents_.end() || person->second.type != v1::ENTITY_TYPE_PERSON) continue;
    NameKey& key = person->second.key;
    if (IsLocalFacet(key.facet)) continue;
    const NameKey* named = Find(position.organization_entity());
    const NameKey organization =
        named != nullptr ? *named : NameKeyOf(v1::ENTITY_TYPE_ORGANIZATION, position.organization());
    const bool local = IsLocalFacet(organization.facet) || IsLocalName(position.organization());
    std::string facet = PositionFacet(position.title(), local ? std::string_view() : organization.name);
    if (facet.empty() || facet == key.facet) continue;
    if (key.facet.empty()) {
      key.facet = std::move(facet);
    } else {
      person->second.positions.insert({.type = key.type, .name = key.name, .facet = std::move(facet)});
    }
  }
}

void LinkedNames::LearnDecisions(const std::string& id, const std::vector<std::string>& aliases) {
  const auto named = referents_.find(id);
  if (named == referents_.end()) return;
  LinkedReferent& referent = named->second;
  referent.key.facet = CuratedFacet(referent.key.facet, id);
  referent.aliases = aliases;
  for (const std::string& alias : aliases) {
    NameKey other = NameKeyOf(referent.type, alias);
    if (!other.name.empty() && other.name != referent.key.name) referent.other_names.insert(std::move(other));
  }
}

void LinkedNames::LearnOtherNames(const v1::Article& article) {
  std::set<std::pair<std::string_view, std::string_view>> seen;  // an article says the same names many times
  for (const v1::Mention& mention : article.mentions()) {
    if (!seen.emplace(mention.referent(), mention.text()).second) continue;
    const auto named = referents_.find(BareId(mention.referent()));
    if (named == referents_.end()) continue;
    LinkedReferent& referent = named->second;
    if (mention.text() == referent.canonical || IsLocalFacet(referent.key.facet)) continue;
    NameKey other = NameKeyOf(referent.type, mention.text());
    if (other.name == referent.key.name || !IsStatedName(referent.type, referent.canonical, mention.text())) {
      continue;
    }
    other.facet = referent.key.facet;
    referent.other_names.insert(std::move(other));
  }
}

}  // namespace sillok::query
