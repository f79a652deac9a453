#include "query/answer/relations.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/page/page.h"
#include "common/status/status_macros.h"
#include "query/answer/choice.h"
#include "query/answer/day_filter.h"
#include "query/answer/entity_ref.h"
#include "query/answer/events.h"
#include "query/answer/resource_name.h"

namespace sillok::query {
namespace {

// What is done once and stays done.
bool IsDoneOnce(v1::RelationKind kind) {
  switch (kind) {
    case v1::RELATION_KIND_AGREEMENT:
    case v1::RELATION_KIND_INVESTMENT:
    case v1::RELATION_KIND_ACQUISITION:
    case v1::RELATION_KIND_FOUNDING:
    case v1::RELATION_KIND_LAWSUIT:
      return true;
    default:
      return false;
  }
}

// The rule of ListRelationsRequest.as_of.
bool HoldsAt(const DayFilter& as_of, v1::RelationKind kind, const RelationTale& tale) {
  if (!as_of.given()) return true;
  if (!IsDoneOnce(kind)) return as_of.Overlaps(tale.days);
  const bool is_done = tale.status == v1::EVENT_STATUS_REPORTED;
  const DayNumber begins = tale.days.resolved() || !is_done ? tale.days.first : tale.first_published;
  return begins != kNoDay && begins <= as_of.days().last;
}

struct RelationQuery {
  DayFilter as_of;
  std::optional<DaySpan> published;
  std::optional<NameKey> other;
  int evidence_limit = kDefaultEvidence;
};

absl::StatusOr<RelationQuery> ReadQuery(const v1::ListRelationsRequest& request, const ViewReader& reader) {
  RelationQuery query;
  SILLOK_RETURN_IF_ERROR(ParseEntityName(request.entity(), "entity").status());
  SILLOK_RETURN_IF_ERROR(CheckEnums(request.kinds(), *v1::RelationKind_descriptor(), "kinds"));
  SILLOK_ASSIGN_OR_RETURN(query.as_of, DayFilter::Read(request.has_as_of(), request.as_of(), "as_of"));
  SILLOK_ASSIGN_OR_RETURN(const DayFilter published,
                          DayFilter::Read(request.has_published(), request.published(), "published"));
  if (published.given()) query.published = published.days();
  SILLOK_ASSIGN_OR_RETURN(query.evidence_limit, ReadLimit(request.evidence_limit(), kDefaultEvidence,
                                                          kMaxEvidence, "evidence_limit"));
  if (!request.other().empty()) {
    SILLOK_ASSIGN_OR_RETURN(query.other, FindEntity(request.other(), "other", reader));
  }
  return query;
}

}  // namespace

absl::Status ListRelations(const v1::ListRelationsRequest& request, const ViewReader& reader,
                           v1::ListRelationsResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  SILLOK_ASSIGN_OR_RETURN(const RelationQuery query, ReadQuery(request, reader));
  SILLOK_ASSIGN_OR_RETURN(const NameKey entity, FindEntity(request.entity(), "entity", reader));
  SILLOK_ASSIGN_OR_RETURN(RelationCursor cursor,
                          reader.Relations(entity, {request.kinds().begin(), request.kinds().end()}));
  PageFill fill(page);
  std::string last;
  for (page.after.empty() ? cursor.SeekToFirst() : cursor.SeekAfter(page.after); cursor.Valid();
       cursor.Next()) {
    if (query.other.has_value() && !cursor.IsWith(*query.other)) continue;
    SILLOK_ASSIGN_OR_RETURN(const RelationTale tale, cursor.ReadTale(query.published));
    if (tale.rows.empty() || !HoldsAt(query.as_of, cursor.kind(), tale)) continue;
    if (fill.full()) {
      response.set_next_page_token(MakePageToken(request, last));
      break;
    }
    v1::ListRelationsResponse::Told& told = *response.add_relations();
    SILLOK_RETURN_IF_ERROR(cursor.ReadRelation(tale, query.evidence_limit, told));
    fill.Count(told);
    last = cursor.key();
  }
  return cursor.status();
}

}  // namespace sillok::query
