#include "query/view/article_linker.h"

#include "common/status/status_macros.h"
#include "query/view/article_facts.h"
#include "sillok/storage/v1/view.pb.h"

namespace sillok::query {

absl::Status ArticleLinker::Link(v1::Article& article) {
  for (v1::Mention& mention : *article.mutable_mentions()) {
    SILLOK_RETURN_IF_ERROR(LinkEntity(*mention.mutable_referent()));
  }
  for (v1::Event& event : *article.mutable_events()) SILLOK_RETURN_IF_ERROR(LinkEvent(event));
  for (v1::Quote& quote : *article.mutable_quotes()) {
    if (!quote.has_speaker()) continue;
    v1::Speaker& speaker = *quote.mutable_speaker();
    SILLOK_RETURN_IF_ERROR(LinkEntity(*speaker.mutable_entity(), *speaker.mutable_display_name()));
  }
  for (v1::Quantity& quantity : *article.mutable_quantities()) {
    SILLOK_RETURN_IF_ERROR(LinkEntity(*quantity.mutable_subject(), *quantity.mutable_subject_text()));
  }
  for (v1::Position& position : *article.mutable_positions()) {
    SILLOK_RETURN_IF_ERROR(LinkEntity(*position.mutable_person()));
    SILLOK_RETURN_IF_ERROR(LinkEntity(*position.mutable_organization_entity()));
  }
  for (v1::Relation& relation : *article.mutable_relations()) {
    SILLOK_RETURN_IF_ERROR(LinkEntity(*relation.mutable_subject(), *relation.mutable_subject_text()));
    SILLOK_RETURN_IF_ERROR(LinkEntity(*relation.mutable_object(), *relation.mutable_object_text()));
  }
  return absl::OkStatus();
}

absl::StatusOr<EntityLabel> ArticleLinker::LabelOf(const std::string& name) {
  const auto [known, is_new] = labels_.try_emplace(name);
  if (!is_new) return known->second;
  storage::v1::Referent referent;
  SILLOK_ASSIGN_OR_RETURN(const bool found,
                          snapshot_.Read(Family::kReferents, TextPrefix(BareId(name)), referent));
  if (!found) return known->second;
  SILLOK_ASSIGN_OR_RETURN(const std::optional<EntityLabel> label,
                          snapshot_.Label({referent.type(), referent.name(), referent.facet()}));
  if (label.has_value()) known->second = *label;
  return known->second;
}

absl::Status ArticleLinker::LinkEntity(std::string& name) {
  std::string display_name;
  return LinkEntity(name, display_name);
}

// An id that the article does not explain stands for nothing, and is left out.
absl::Status ArticleLinker::LinkEntity(std::string& name, std::string& display_name) {
  if (name.empty()) return absl::OkStatus();
  SILLOK_ASSIGN_OR_RETURN(const EntityLabel label, LabelOf(name));
  name = label.id.empty() ? "" : "entities/" + label.id;
  if (!label.id.empty()) display_name = label.display_name;
  return absl::OkStatus();
}

absl::Status ArticleLinker::LinkEvent(v1::Event& event) {
  for (v1::Participant& participant : *event.mutable_participants()) {
    SILLOK_RETURN_IF_ERROR(LinkEntity(*participant.mutable_entity(), *participant.mutable_display_name()));
  }
  SILLOK_ASSIGN_OR_RETURN(const std::optional<std::string> group,
                          snapshot_.Get(Family::kEventIds, TextPrefix(BareId(event.name()))));
  if (group.has_value()) event.set_name("events/" + *group);
  return absl::OkStatus();
}

}  // namespace sillok::query
