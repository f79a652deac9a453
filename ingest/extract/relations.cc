#include "ingest/extract/relations.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "ingest/extract/appointments.h"
#include "ingest/extract/clause_relations.h"
#include "ingest/extract/position_relations.h"
#include "ingest/extract/relation_status.h"
#include "ingest/extract/tied_names.h"

namespace sillok::ingest {
namespace {

bool HasNoDirection(RelationKind kind) {
  return kind == RelationKind::kAgreement || kind == RelationKind::kPartnership;
}

// The same for all tellings of one relation. Only positions are told apart by their labels: 협약 and 업무협약 are one agreement.
using Identity = std::tuple<RelationKind, int, int, std::string, std::string>;
Identity IdentityOf(const RelationMention& relation) {
  int subject = relation.subject;
  int object = relation.object;
  if (HasNoDirection(relation.kind) && subject > object) std::swap(subject, object);
  const bool position = relation.kind == RelationKind::kPosition;
  return {relation.kind, subject, object, object < 0 ? relation.object_text : std::string(),
          position ? relation.label : std::string()};
}

// Done before to be done, dated before undated, the surer, the body before other parts, the first.
auto RankOf(const NamedArticle& named, const RelationMention& relation) {
  const Part part = named.dated.parsed.sentences[relation.at.sentence].part;
  return std::tuple(relation.status != EventStatus::kReported, !relation.valid.interval.has_value(),
                    -relation.confidence, part != Part::kBody, relation.at.sentence, relation.at.span.begin);
}

}  // namespace

std::vector<RelationMention> FindRelations(const NamedArticle& named, const ArticleClauses& clauses,
                                           const std::vector<EventMention>& events) {
  const PartyReader parties(named, clauses);
  std::vector<RelationMention> told = FindPositionRelations(named);
  RelationStatuses statuses(named, clauses, events);
  const auto add = [&told](std::vector<RelationMention> more) {
    std::move(more.begin(), more.end(), std::back_inserter(told));
  };
  add(FindTiedNames(named, clauses, parties));
  add(FindClauseRelations(named, clauses, parties, statuses));
  add(FindAppointments(named, clauses, parties, statuses));
  std::map<Identity, RelationMention*> best;
  for (RelationMention& relation : told) {
    const auto [known, is_new] = best.emplace(IdentityOf(relation), &relation);
    if (!is_new && RankOf(named, relation) < RankOf(named, *known->second)) known->second = &relation;
  }
  std::vector<RelationMention> relations;
  relations.reserve(best.size());
  for (const auto& [identity, relation] : best) relations.push_back(std::move(*relation));
  std::sort(relations.begin(), relations.end(), [](const RelationMention& a, const RelationMention& b) {
    return std::tie(a.at.sentence, a.at.span, a.kind, a.subject, a.object) <
           std::tie(b.at.sentence, b.at.span, b.kind, b.subject, b.object);
  });
  return relations;
}

}  // namespace sillok::ingest
