#include "query/follow/view_writer.h"

#include <algorithm>
#include <utility>

#include "common/status/status_macros.h"
#include "spdlog/spdlog.h"

namespace sillok::query {
namespace {

// More at once cost more memory and hardly less time.
constexpr size_t kMostWaiting = 1024;
constexpr size_t kMostWaitingBytes = size_t{64} << 20;

}  // namespace

ViewWriter::ViewWriter(View& view, Progress& progress, size_t sources,
                       std::function<void()> on_first_published)
    : view_(view),
      progress_(progress),
      on_first_published_(std::move(on_first_published)),
      sources_(sources) {
  const absl::StatusOr<std::map<std::string, OriginPosition>> stored = view.Positions();
  if (!stored.ok()) return;  // the first message meets the same failure and says so
  if (view.Latest() != nullptr) {
    std::map<std::string, int64_t, std::less<>> complete_through;
    for (const auto& [origin, position] : *stored) complete_through[origin] = position.complete_through;
    TellPublished(std::move(complete_through));
  }
  // One store followed then and one now: taken to be the same until it says otherwise.
  if (sources == 1 && stored->size() == 1) {
    sources_[0].origin = stored->begin()->first;
    sources_[0].position = stored->begin()->second;
    progress_.Presume(0, sources_[0].origin);
  }
}

v1::TailCommitsRequest ViewWriter::From(size_t source) const {
  const Source& followed = sources_[source];
  v1::TailCommitsRequest request;
  const int64_t from = std::max(followed.position.applied, followed.position.complete_through);
  if (from > 0) {
    request.set_from(from);
    request.set_origin(followed.origin);
  }
  return request;
}

absl::Status ViewWriter::Handle(size_t source, v1::TailCommitsResponse message) {
  SILLOK_RETURN_IF_ERROR(TakeTurn(source));
  Source& followed = sources_[source];
  if (!followed.tailing) SILLOK_RETURN_IF_ERROR(Begin(source, message));
  progress_.Heard(source, message.origin(), message.head());
  SILLOK_RETURN_IF_ERROR(Record(followed, std::move(message)));
  if (!followed.complete) return absl::OkStatus();  // the turn is kept to the end of the stretch
  absl::Status published = PublishIfComplete();
  GiveBackTurn(source);
  return published;
}

void ViewWriter::Disconnected(size_t source) {
  Source& followed = sources_[source];
  followed.tailing = false;
  if (!followed.waiting.empty()) {  // within a stretch: the turn is still this source's
    const absl::Status written = Write(followed);
    if (!written.ok()) spdlog::error("applying failed place={} reason={}", source, written.ToString());
  }
  progress_.Disconnected(source);
  GiveBackTurn(source);
}

absl::Status ViewWriter::Drop(size_t source) {
  SILLOK_RETURN_IF_ERROR(TakeTurn(source));
  Source& followed = sources_[source];
  absl::Status dropped;
  if (!followed.origin.empty()) dropped = view_.DropOrigin(followed.origin);
  if (dropped.ok()) {
    followed = Source();
    unpublished_ = true;
  }
  GiveBackTurn(source);
  return dropped;
}

void ViewWriter::Stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  turn_changed_.notify_all();
}

absl::Status ViewWriter::TakeTurn(size_t source) {
  std::unique_lock lock(mutex_);
  turn_changed_.wait(lock, [&] { return stopping_ || !turn_.has_value() || *turn_ == source; });
  if (stopping_) return absl::CancelledError("the follower stops");
  turn_ = source;
  return absl::OkStatus();
}

void ViewWriter::GiveBackTurn(size_t source) {
  {
    const std::lock_guard lock(mutex_);
    if (turn_ == source) turn_.reset();
  }
  turn_changed_.notify_all();
}

// The first message of a stream says which store it is.
absl::Status ViewWriter::Begin(size_t source, const v1::TailCommitsResponse& message) {
  Source& followed = sources_[source];
  if (followed.origin != message.origin()) {
    for (const Source& other : sources_) {
      if (other.origin == message.origin()) {
        return absl::AlreadyExistsError("the same store is followed twice");
      }
    }
    SILLOK_ASSIGN_OR_RETURN(const auto stored, view_.Positions());
    const auto known = stored.find(message.origin());
    followed = Source();
    followed.origin = message.origin();
    if (known != stored.end()) followed.position = known->second;
    if (From(source).from() > 0) {
      return absl::AbortedError("the store is known: go on from where it was left");
    }
  }
  SILLOK_RETURN_IF_ERROR(DropStrangers());
  followed.start = followed.heard = followed.position;
  followed.tailing = true;
  return absl::OkStatus();
}

absl::Status ViewWriter::Record(Source& source, v1::TailCommitsResponse message) {
  OriginPosition& heard = source.heard;
  const OriginPosition before = heard;
  heard.complete_through = std::max(heard.complete_through, message.complete_through());
  // A stream resumed within a stretch begins where nothing was complete, although the store cannot know that.
  const bool within_stretch = source.start.applied > source.start.complete_through;
  if (within_stretch && message.complete_through() <= source.start.applied) {
    heard.complete_through = before.complete_through;
  }
  if (message.has_commit()) {
    heard.applied = message.commit().id();
    source.waiting_bytes += message.commit().ByteSizeLong();
    source.waiting.push_back(std::move(*message.mutable_commit()));
  }
  // An empty view of a store that holds something is no state worth showing.
  const bool begun = heard.complete_through > 0 || message.head() == 0;
  const bool complete = begun && heard.complete_through >= heard.applied;
  source.complete = false;  // until the view holds it
  unpublished_ = unpublished_ || message.has_commit() || heard != before;
  const bool may_wait = message.has_commit() && !complete && source.waiting.size() < kMostWaiting &&
                        source.waiting_bytes < kMostWaitingBytes;
  if (may_wait) return absl::OkStatus();
  SILLOK_RETURN_IF_ERROR(Write(source));
  source.complete = complete;
  return absl::OkStatus();
}

absl::Status ViewWriter::Write(Source& source) {
  std::vector<v1::Commit> commits = std::exchange(source.waiting, {});
  source.waiting_bytes = 0;
  const int64_t complete_through = source.heard.complete_through;
  if (!commits.empty()) {
    SILLOK_RETURN_IF_ERROR(view_.Apply(source.origin, std::move(commits), complete_through));
  } else if (source.heard != source.position) {
    SILLOK_RETURN_IF_ERROR(view_.Advance(source.origin, complete_through));
  }
  source.position = source.heard;
  return absl::OkStatus();
}

// What a store gave that nobody follows any more, once it is known who is followed.
absl::Status ViewWriter::DropStrangers() {
  std::vector<std::string> followed;
  for (const Source& source : sources_) {
    if (source.origin.empty()) return absl::OkStatus();
    followed.push_back(source.origin);
  }
  SILLOK_ASSIGN_OR_RETURN(const auto stored, view_.Positions());
  for (const auto& [origin, position] : stored) {
    if (std::find(followed.begin(), followed.end(), origin) != followed.end()) continue;
    spdlog::info("withdrawing what a store gave that is followed no more origin={}", origin);
    SILLOK_RETURN_IF_ERROR(view_.DropOrigin(origin));
    unpublished_ = true;
  }
  return absl::OkStatus();
}

absl::Status ViewWriter::PublishIfComplete() {
  std::map<std::string, int64_t, std::less<>> complete_through;
  for (const Source& source : sources_) {
    if (!source.complete) return absl::OkStatus();
    complete_through[source.origin] = source.position.complete_through;
  }
  if (!unpublished_) return absl::OkStatus();
  SILLOK_RETURN_IF_ERROR(view_.Publish());
  unpublished_ = false;
  TellPublished(std::move(complete_through));
  return absl::OkStatus();
}

void ViewWriter::TellPublished(std::map<std::string, int64_t, std::less<>> complete_through) {
  progress_.Published(std::move(complete_through));
  if (on_first_published_) std::exchange(on_first_published_, nullptr)();
}

}  // namespace sillok::query
