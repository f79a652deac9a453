// The events that a timeline request selects, in its order: several entities' cursors walked as one, and the filters.
//
//   SILLOK_ASSIGN_OR_RETURN(TimelineQuery query, ReadTimelineQuery(request, "", reader));
//   SILLOK_ASSIGN_OR_RETURN(TimelineWalk walk, TimelineWalk::Open(std::move(query), reader));
//   for (walk.SeekToFirst(); walk.Valid(); walk.Next()) {
//     SILLOK_ASSIGN_OR_RETURN(const bool wanted, walk.Read(*response.add_events()));
//     …
//   }
//   SILLOK_RETURN_IF_ERROR(walk.status());
//
// One thread a walk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/repeated_field.h"
#include "query/answer/day_filter.h"
#include "query/view/view_reader.h"
#include "sillok/v1/query_service.pb.h"

namespace sillok::query {

// A request that has been checked and whose entities have been found.
struct TimelineQuery {
  std::vector<NameKey> keys;  // each once
  bool all = false;           // events that all of the keys share, instead of those any of them has
  DayFilter happened;
  DayFilter published;
  google::protobuf::RepeatedField<int> types;
  google::protobuf::RepeatedField<int> statuses;
  int min_sources = 0;
  TimelineOrder order = TimelineOrder::kAscending;
  int evidence_limit = 0;
  google::protobuf::FieldMask read_mask;
};

// `prefix` is written before the names of fields in errors: "timeline." inside another request.
[[nodiscard]] absl::StatusOr<TimelineQuery> ReadTimelineQuery(const v1::GetTimelineRequest& request,
                                                              std::string_view prefix,
                                                              const ViewReader& reader);

class TimelineWalk {
 public:
  [[nodiscard]] static absl::StatusOr<TimelineWalk> Open(TimelineQuery query, const ViewReader& reader);

  void SeekToFirst();
  void SeekAfter(const TimelinePosition& position);
  void Next();
  // Stands on an event that the entities and `happened` select. The other filters need its value: see Read.
  [[nodiscard]] bool Valid() const { return here_ != nullptr; }
  [[nodiscard]] const TimelinePosition& position() const { return here_->position(); }
  // True when every event that it stands on is wanted, so that none needs to be read to know it.
  [[nodiscard]] bool wants_all() const;
  // Reads the event, cut by the read mask. False when a filter leaves it out; `event` is then of no use.
  [[nodiscard]] absl::StatusOr<bool> Read(v1::Event& event) const;
  // The same event, serialised. Where the request takes events as they are stored, most of it is not even parsed.
  [[nodiscard]] absl::StatusOr<bool> ReadBytes(std::string& bytes) const;
  [[nodiscard]] absl::Status status() const;

 private:
  TimelineWalk(TimelineQuery query, const ViewReader& reader, std::vector<TimelineCursor> cursors);
  // Stands on the next event at or after where the cursors are.
  void Settle();
  // A cursor on the least position that any (or, of ALL, every) cursor has; null when there is none.
  [[nodiscard]] TimelineCursor* Least();
  [[nodiscard]] TimelineCursor* LeastOfAll();
  // Every cursor that stands on the position goes on.
  void StepFrom(const TimelinePosition& position);
  // Neither a filter nor the shape asked for needs an event's value.
  [[nodiscard]] bool takes_as_stored() const;
  // Nothing that comes later can overlap `happened`.
  [[nodiscard]] bool PastInterval(const TimelinePosition& position) const;
  [[nodiscard]] absl::StatusOr<bool> ReadWhole(v1::Event& event) const;

  TimelineQuery query_;
  ViewReader reader_;
  std::vector<TimelineCursor> cursors_;
  TimelineCursor* here_ = nullptr;
};

}  // namespace sillok::query
