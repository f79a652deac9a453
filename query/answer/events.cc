#include "query/answer/events.h"

#include <optional>
#include <string>
#include <utility>

#include "common/page/page.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "query/answer/choice.h"
#include "query/answer/day_filter.h"
#include "query/answer/resource_name.h"

namespace sillok::query {
namespace {

absl::StatusOr<std::string> FindEvent(std::string_view name, std::string_view field,
                                      const ViewReader& reader) {
  SILLOK_ASSIGN_OR_RETURN(const std::string_view id, ParseEventName(name, field));
  SILLOK_ASSIGN_OR_RETURN(std::optional<std::string> group, reader.ResolveEvent(id));
  if (!group.has_value()) return NotFoundResource("sillok.v1.Event", name);
  return *std::move(group);
}

}  // namespace

absl::Status GetEvent(const v1::GetEventRequest& request, const ViewReader& reader,
                      v1::GetEventResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(
      const int limit, ReadLimit(request.evidence_limit(), kDefaultEvidence, kMaxEvidence, "evidence_limit"));
  SILLOK_ASSIGN_OR_RETURN(const std::string group, FindEvent(request.name(), "name", reader));
  SILLOK_ASSIGN_OR_RETURN(const DayFilter published,
                          DayFilter::Read(request.has_published(), request.published(), "published"));
  const DaySpan& days = published.days();
  SILLOK_ASSIGN_OR_RETURN(
      std::optional<v1::Event> event,
      published.given()
          ? reader.ReadEvent(group, limit, PublishedBetween{.first = days.first, .last = days.last})
          : reader.ReadEvent(group, limit));
  if (!event.has_value()) return NotFoundResource("sillok.v1.Event", request.name());
  *response.mutable_event() = *std::move(event);
  return absl::OkStatus();
}

absl::Status ListEvidence(const v1::ListEvidenceRequest& request, const ViewReader& reader,
                          v1::ListEvidenceResponse& response) {
  SILLOK_ASSIGN_OR_RETURN(const Page page, ReadPage(request));
  SILLOK_ASSIGN_OR_RETURN(const DayFilter published,
                          DayFilter::Read(request.has_published(), request.published(), "published"));
  SILLOK_ASSIGN_OR_RETURN(const std::string group, FindEvent(request.event(), "event", reader));
  EvidenceCursor cursor = reader.Evidence(group);
  PageFill fill(page);
  std::string last;
  for (page.after.empty() ? cursor.SeekToFirst() : cursor.SeekAfter(page.after); cursor.Valid();
       cursor.Next()) {
    v1::Evidence& evidence = *response.add_evidence();
    SILLOK_RETURN_IF_ERROR(cursor.ReadEvidence(evidence));
    if (!published.Holds(evidence)) {
      response.mutable_evidence()->RemoveLast();
      continue;
    }
    if (fill.full()) {
      response.mutable_evidence()->RemoveLast();
      response.set_next_page_token(MakePageToken(request, last));
      break;
    }
    fill.Count(evidence);
    last = cursor.key();
  }
  return cursor.status();
}

}  // namespace sillok::query
