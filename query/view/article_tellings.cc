#include "query/view/article_tellings.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "google/protobuf/arena.h"
#include "query/view/article_facts.h"
#include "query/view/event_figures.h"
#include "query/view/rows.h"

namespace sillok::query {
namespace {

// How a clause's sentence calls its participants.
std::vector<std::string> FormsOf(const v1::Event& event, const std::vector<const v1::Mention*>& mentions) {
  std::set<std::string> forms;
  std::set<std::string_view> ids;
  for (const v1::Participant& participant : event.participants()) {
    ids.insert(participant.entity());
    forms.insert(participant.display_name());
  }
  for (const v1::Mention* mention : mentions) {
    if (ids.contains(mention->referent())) forms.insert({mention->text(), mention->canonical()});
  }
  return {forms.begin(), forms.end()};
}

// Participants by name, each once; returns the names.
std::vector<NameKey> LinkParticipants(const LinkedNames& names, v1::Event& event) {
  std::vector<NameKey> keys;
  google::protobuf::RepeatedPtrField<v1::Participant> linked;
  for (const v1::Participant& participant : event.participants()) {
    const NameKey* key = names.Find(participant.entity());
    if (key == nullptr || std::find(keys.begin(), keys.end(), *key) != keys.end()) continue;
    keys.push_back(*key);
    v1::Participant& row = *linked.Add();
    row.set_entity(NameKeyText(*key));
    row.set_role(participant.role());
    row.set_type(key->type);
  }
  event.mutable_participants()->Swap(&linked);
  return keys;
}

}  // namespace

EventTellings TellingsOf(const v1::Article& article, const LinkedNames& names, uint64_t sketch) {
  EventTellings tellings;
  if (article.events().empty()) return tellings;
  std::map<int, std::vector<const v1::Mention*>> mentions;  // by sentence
  for (const v1::Mention& mention : article.mentions()) mentions[mention.sentence()].push_back(&mention);
  const FiguresOfArticle figures(article, names);
  google::protobuf::Arena arena;  // of the messages that rows are made from
  for (const v1::Event& told : article.events()) {
    const std::string id = BareId(told.name());
    if (id.empty() || told.evidence().empty() || tellings.contains(id)) continue;
    auto& mention = *google::protobuf::Arena::CreateMessage<storage::v1::StoredEventMention>(&arena);
    mention.set_sketch(sketch);
    v1::Event& event = *mention.mutable_event();
    event = told;
    event.set_name(id);
    event.clear_conflicts();
    event.mutable_evidence()->DeleteSubrange(1, event.evidence_size() - 1);
    FillEvidence(article, *event.mutable_evidence(0));
    figures.AddTo(event.evidence(0), mention);
    const std::vector<std::string> forms = FormsOf(event, mentions[event.evidence(0).sentence()]);
    const std::vector<NameKey> participants = LinkParticipants(names, event);
    EventTelling telling = {.published = DayNumberOf(article.publish_date()),
                            .article_id = BareId(article.name()),
                            .sentence = static_cast<uint32_t>(event.evidence(0).sentence()),
                            .clause = MakeClause(id, TraitsOf(event, participants, forms))};
    mention.set_traits(telling.clause->row);
    telling.row = SerializeRow(mention);
    tellings.emplace(id, std::move(telling));
  }
  return tellings;
}

}  // namespace sillok::query
