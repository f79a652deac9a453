#include "query/answer/timeline_walk.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "google/protobuf/util/field_mask_util.h"
#include "query/answer/choice.h"
#include "query/answer/entity_ref.h"
#include "query/answer/events.h"
#include "query/view/timeline_row.h"

namespace sillok::query {
namespace {

constexpr int kMaxEntities = 100;

// The entities asked for, each once: two names of one entity are one entity.
absl::StatusOr<std::vector<NameKey>> FindEntities(const v1::GetTimelineRequest& request,
                                                  const std::string& prefix, const ViewReader& reader) {
  if (request.entities().empty() || request.entities_size() > kMaxEntities) {
    return InvalidField(prefix + "entities", "has " + std::to_string(request.entities_size()) +
                                                 " names; give 1 to 100, entities/{id} each");
  }
  std::vector<NameKey> keys;
  for (int i = 0; i < request.entities_size(); ++i) {
    SILLOK_ASSIGN_OR_RETURN(
        NameKey key, FindEntity(request.entities(i), prefix + "entities[" + std::to_string(i) + "]", reader));
    keys.push_back(std::move(key));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

absl::Status ReadFilters(const v1::GetTimelineRequest& request, const std::string& prefix,
                         TimelineQuery& query) {
  SILLOK_RETURN_IF_ERROR(CheckEnum(request.match(), *v1::EntityMatch_descriptor(), prefix + "match"));
  query.all = request.match() == v1::ENTITY_MATCH_ALL;
  SILLOK_ASSIGN_OR_RETURN(query.happened,
                          DayFilter::Read(request.has_happened(), request.happened(), prefix + "happened"));
  SILLOK_ASSIGN_OR_RETURN(
      query.published, DayFilter::Read(request.has_published(), request.published(), prefix + "published"));
  SILLOK_RETURN_IF_ERROR(CheckEnums(request.types(), *v1::EventType_descriptor(), prefix + "types"));
  SILLOK_RETURN_IF_ERROR(CheckEnums(request.statuses(), *v1::EventStatus_descriptor(), prefix + "statuses"));
  query.types = request.types();
  query.statuses = request.statuses();
  if (request.min_sources() < 0) {
    return InvalidField(prefix + "min_sources", "is negative; give the least number of sources, or 0");
  }
  query.min_sources = request.min_sources();
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<TimelineQuery> ReadTimelineQuery(const v1::GetTimelineRequest& request,
                                                std::string_view prefix, const ViewReader& reader) {
  const std::string before(prefix);
  TimelineQuery query;
  SILLOK_RETURN_IF_ERROR(ReadFilters(request, before, query));
  SILLOK_ASSIGN_OR_RETURN(const bool descending, ReadDescending(request.order_by(), before + "order_by"));
  query.order = descending ? TimelineOrder::kDescending : TimelineOrder::kAscending;
  SILLOK_RETURN_IF_ERROR(CheckReadMask(request.read_mask(), *v1::Event::descriptor(), before + "read_mask"));
  query.read_mask = request.read_mask();
  SILLOK_ASSIGN_OR_RETURN(query.evidence_limit, ReadLimit(request.evidence_limit(), kDefaultEvidence,
                                                          kMaxEvidence, before + "evidence_limit"));
  if (!MaskHas(query.read_mask, "evidence")) query.evidence_limit = 0;
  SILLOK_ASSIGN_OR_RETURN(query.keys, FindEntities(request, before, reader));
  return query;
}

TimelineWalk::TimelineWalk(TimelineQuery query, const ViewReader& reader, std::vector<TimelineCursor> cursors)
    : query_(std::move(query)), reader_(reader), cursors_(std::move(cursors)) {}

absl::StatusOr<TimelineWalk> TimelineWalk::Open(TimelineQuery query, const ViewReader& reader) {
  std::vector<TimelineCursor> cursors;
  cursors.reserve(query.keys.size());
  for (const NameKey& key : query.keys) {
    SILLOK_ASSIGN_OR_RETURN(TimelineCursor cursor, reader.Timeline(key, query.order));
    cursors.push_back(std::move(cursor));
  }
  return TimelineWalk(std::move(query), reader, std::move(cursors));
}

void TimelineWalk::SeekToFirst() {
  const bool from_last_day = query_.happened.given() && query_.order == TimelineOrder::kDescending;
  for (TimelineCursor& cursor : cursors_) {
    from_last_day ? cursor.SeekDay(query_.happened.days().last) : cursor.SeekToFirst();
  }
  Settle();
}

void TimelineWalk::SeekAfter(const TimelinePosition& position) {
  for (TimelineCursor& cursor : cursors_) cursor.SeekAfter(position);
  Settle();
}

void TimelineWalk::Next() {
  StepFrom(TimelinePosition(here_->position()));
  Settle();
}

bool TimelineWalk::wants_all() const {
  return !query_.published.given() && query_.types.empty() && query_.statuses.empty() &&
         query_.min_sources <= 1;
}

absl::StatusOr<bool> TimelineWalk::Read(v1::Event& event) const {
  event.Clear();
  SILLOK_ASSIGN_OR_RETURN(const bool told, ReadWhole(event));
  if (!told || !Selects(query_.types, event.type()) || !Selects(query_.statuses, event.status()) ||
      event.independent_sources() < query_.min_sources) {
    return false;
  }
  if (!query_.read_mask.paths().empty()) {
    google::protobuf::util::FieldMaskUtil::TrimMessage(query_.read_mask, &event);
  }
  return true;
}

absl::StatusOr<bool> TimelineWalk::ReadBytes(std::string& bytes) const {
  if (takes_as_stored()) {
    SILLOK_RETURN_IF_ERROR(here_->ReadEventBytes(bytes));
    return true;
  }
  v1::Event event;
  SILLOK_ASSIGN_OR_RETURN(const bool wanted, Read(event));
  bytes = event.SerializeAsString();
  return wanted;
}

bool TimelineWalk::takes_as_stored() const {
  return wants_all() && query_.read_mask.paths().empty() && query_.evidence_limit == kTimelineEvidence;
}

absl::Status TimelineWalk::status() const {
  for (const TimelineCursor& cursor : cursors_) SILLOK_RETURN_IF_ERROR(cursor.status());
  return absl::OkStatus();
}

void TimelineWalk::Settle() {
  while ((here_ = query_.all ? LeastOfAll() : Least()) != nullptr) {
    if (query_.happened.Overlaps(here_->position().days)) return;
    if (PastInterval(here_->position())) {
      here_ = nullptr;
      return;
    }
    StepFrom(TimelinePosition(here_->position()));
  }
}

TimelineCursor* TimelineWalk::Least() {
  TimelineCursor* least = nullptr;
  for (TimelineCursor& cursor : cursors_) {
    if (!cursor.Valid()) continue;
    if (least == nullptr || TimelineBefore(query_.order, cursor.position(), least->position())) {
      least = &cursor;
    }
  }
  return least;
}

TimelineCursor* TimelineWalk::LeastOfAll() {
  // Whoever is behind the first cursor catches up; whoever is then ahead of it becomes what to catch up with.
  TimelineCursor* ahead = &cursors_.front();
  for (size_t agreeing = 0, i = 0; agreeing < cursors_.size(); i = (i + 1) % cursors_.size()) {
    TimelineCursor& cursor = cursors_[i];
    while (cursor.Valid() && ahead->Valid() &&
           TimelineBefore(query_.order, cursor.position(), ahead->position())) {
      cursor.Next();
    }
    if (!cursor.Valid() || !ahead->Valid()) return nullptr;
    agreeing = cursor.position() == ahead->position() ? agreeing + 1 : 1;
    ahead = &cursor;
  }
  return ahead;
}

void TimelineWalk::StepFrom(const TimelinePosition& position) {
  for (TimelineCursor& cursor : cursors_) {
    if (cursor.Valid() && cursor.position() == position) cursor.Next();
  }
}

bool TimelineWalk::PastInterval(const TimelinePosition& position) const {
  if (!position.days.resolved()) return true;  // unresolved ones come last in both orders
  return query_.order == TimelineOrder::kAscending && position.days.first > query_.happened.days().last;
}

absl::StatusOr<bool> TimelineWalk::ReadWhole(v1::Event& event) const {
  if (!query_.published.given()) {
    SILLOK_RETURN_IF_ERROR(here_->ReadEvent(query_.evidence_limit, event));
    return true;
  }
  const DaySpan& days = query_.published.days();
  SILLOK_ASSIGN_OR_RETURN(std::optional<v1::Event> told,
                          reader_.ReadEvent(here_->position().group, query_.evidence_limit,
                                            PublishedBetween{.first = days.first, .last = days.last}));
  if (!told.has_value()) return false;
  event = *std::move(told);
  return true;
}

}  // namespace sillok::query
