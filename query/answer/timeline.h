// GetTimeline and StreamTimeline: the events of one or several entities in the order of their dates.
//
//   GetTimeline(request, reader, page);                                         // one page, its events serialised
//
//   SILLOK_ASSIGN_OR_RETURN(TimelineExport events, TimelineExport::Open(request, reader));
//   while (true) {
//     SILLOK_ASSIGN_OR_RETURN(const bool more, events.Next(response));          // all of them, one by one
//     …
//   }
//
// See the methods' comments in query_service.proto.
#pragma once

#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/view/view_reader.h"
#include "sillok/storage/v1/view.pb.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

class TimelineWalk;

[[nodiscard]] absl::Status GetTimeline(const v1::GetTimelineRequest& request, const ViewReader& reader,
                                       storage::v1::TimelinePageBytes& page);

// The events of one request, one by one, without holding more than one. Not safe from several threads at a time.
class TimelineExport {
 public:
  // `reader` need not outlive the export.
  [[nodiscard]] static absl::StatusOr<TimelineExport> Open(const v1::StreamTimelineRequest& request,
                                                           const ViewReader& reader);
  ~TimelineExport();
  TimelineExport(TimelineExport&&) noexcept;
  TimelineExport& operator=(TimelineExport&&) noexcept;

  // False after the last event; `response` is then as before.
  [[nodiscard]] absl::StatusOr<bool> Next(v1::StreamTimelineResponse& response);

 private:
  explicit TimelineExport(std::unique_ptr<TimelineWalk> walk);
  std::unique_ptr<TimelineWalk> walk_;
};

}  // namespace sillok::query
