#include "query/view/relation_facts.h"

#include <utility>

#include "common/text/normalize.h"
#include "query/view/relation_key.h"
#include "query/view/rows.h"

namespace sillok::query {
namespace {

RelationRow RowOf(const v1::Article& article, int ordinal) {
  const v1::Relation& relation = article.relations(ordinal);
  return {.days = DaysOf(relation.valid()),
          .status = relation.status(),
          .published = DayNumberOf(article.publish_date()),
          .article_id = BareId(article.name()),
          .ordinal = static_cast<uint32_t>(ordinal)};
}

}  // namespace

void AddRelationFacts(const v1::Article& article, const LinkedNames& names, ArticleFacts& facts) {
  for (int ordinal = 0; ordinal < article.relations_size(); ++ordinal) {
    v1::Relation relation = article.relations(ordinal);
    const NameKey* subject = names.Find(relation.subject());
    const NameKey* object = names.Find(relation.object());
    if (subject == nullptr || (object == nullptr && NormalizeName(relation.object_text()).empty())) continue;
    ++facts.tallies[{Family::kCounters, TextPrefix("relations")}].count;
    FillEvidence(article, *relation.mutable_evidence());
    relation.set_subject(NameKeyText(*subject));
    relation.clear_subject_text();
    relation.set_object(object == nullptr ? "" : NameKeyText(*object));
    if (object != nullptr) relation.clear_object_text();

    RelationHead head = {
        .kind = relation.kind(),
        .side = RelationSide::kSubject,
        .label = NormalizeName(relation.label()),
        .other = object == nullptr ? OtherOfWords(relation.object_text()) : relation.object()};
    const std::string tail = RelationTail(RowOf(article, ordinal));
    const std::string value = SerializeRow(relation);
    facts.rows.emplace(RowKey(Family::kRelations, NamePrefix(*subject) + RelationPart(head) + tail), value);
    if (object == nullptr) continue;
    if (!EitherMayBeSubject(head.kind)) head.side = RelationSide::kObject;
    head.other = relation.subject();
    facts.rows.emplace(RowKey(Family::kRelations, NamePrefix(*object) + RelationPart(head) + tail), value);
  }
}

}  // namespace sillok::query
