#include "query/answer/timeline.h"

#include <optional>
#include <string>
#include <utility>

#include "common/page/page.h"
#include "common/status/errors.h"
#include "common/status/status_macros.h"
#include "common/store/key_coding.h"
#include "query/answer/timeline_walk.h"

namespace sillok::query {
namespace {

std::string SortKey(const TimelinePosition& position) {
  std::string key;
  AppendUint32(position.days.first, key);
  AppendUint32(position.days.last, key);
  AppendText(position.group, key);
  return key;
}

absl::StatusOr<TimelinePosition> ReadSortKey(std::string_view key) {
  KeyReader reader(key);
  const std::optional<uint32_t> first = reader.Uint32();
  const std::optional<uint32_t> last = reader.Uint32();
  std::optional<std::string> group = reader.Text();
  if (!reader.done()) return BadPageToken();
  return TimelinePosition{.days = {.first = *first, .last = *last}, .group = *std::move(group)};
}

absl::Status SeekPage(const Page& page, TimelineWalk& walk) {
  if (page.after.empty()) {
    walk.SeekToFirst();
    return absl::OkStatus();
  }
  SILLOK_ASSIGN_OR_RETURN(const TimelinePosition after, ReadSortKey(page.after));
  walk.SeekAfter(after);
  return absl::OkStatus();
}

}  // namespace

absl::Status GetTimeline(const v1::GetTimelineRequest& request, const ViewReader& reader,
                         storage::v1::TimelinePageBytes& page) {
  SILLOK_ASSIGN_OR_RETURN(const Page asked, ReadPage(request));
  SILLOK_ASSIGN_OR_RETURN(TimelineQuery query, ReadTimelineQuery(request, "", reader));
  SILLOK_ASSIGN_OR_RETURN(TimelineWalk walk, TimelineWalk::Open(std::move(query), reader));
  SILLOK_RETURN_IF_ERROR(SeekPage(asked, walk));
  PageFill fill(asked);
  TimelinePosition last;
  for (; walk.Valid(); walk.Next()) {
    std::string event;
    if (!fill.full() || !walk.wants_all()) {
      SILLOK_ASSIGN_OR_RETURN(const bool wanted, walk.ReadBytes(event));
      if (!wanted) continue;
    }
    if (fill.full()) {
      page.set_next_page_token(MakePageToken(request, SortKey(last)));
      break;
    }
    fill.CountBytes(event.size());
    page.add_events(std::move(event));
    last = walk.position();
  }
  return walk.status();
}

TimelineExport::TimelineExport(std::unique_ptr<TimelineWalk> walk) : walk_(std::move(walk)) {}
TimelineExport::~TimelineExport() = default;
TimelineExport::TimelineExport(TimelineExport&&) noexcept = default;
TimelineExport& TimelineExport::operator=(TimelineExport&&) noexcept = default;

absl::StatusOr<TimelineExport> TimelineExport::Open(const v1::StreamTimelineRequest& request,
                                                    const ViewReader& reader) {
  const v1::GetTimelineRequest& timeline = request.timeline();
  if (timeline.page_size() != 0) return InvalidField("timeline.page_size", "is set; a stream has no pages");
  if (!timeline.page_token().empty()) {
    return InvalidField("timeline.page_token", "is set; a stream has no pages");
  }
  SILLOK_ASSIGN_OR_RETURN(TimelineQuery query, ReadTimelineQuery(timeline, "timeline.", reader));
  SILLOK_ASSIGN_OR_RETURN(TimelineWalk opened, TimelineWalk::Open(std::move(query), reader));
  auto walk = std::make_unique<TimelineWalk>(std::move(opened));
  walk->SeekToFirst();
  return TimelineExport(std::move(walk));
}

absl::StatusOr<bool> TimelineExport::Next(v1::StreamTimelineResponse& response) {
  for (; walk_->Valid(); walk_->Next()) {
    SILLOK_ASSIGN_OR_RETURN(const bool wanted, walk_->Read(*response.mutable_event()));
    if (!wanted) continue;
    walk_->Next();
    return true;
  }
  SILLOK_RETURN_IF_ERROR(walk_->status());
  return false;
}

}  // namespace sillok::query
