#include "query/view/linked_names.h"

#include "common/text/normalize.h"
#include "query/view/article_facts.h"

namespace sillok::query {

LinkedNames::LinkedNames(const v1::Article& article) {
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
    if (IsAnonymous(referent.type, referent.key.name)) referent.key.name += "@" + id;
  }
  std::erase_if(referents_, [](const auto& referent) { return referent.second.key.name.empty(); });
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

}  // namespace sillok::query
