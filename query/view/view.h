// The view: everything queries are answered from, kept as a deterministic fold over the current article revisions.
//
//   SILLOK_ASSIGN_OR_RETURN(std::unique_ptr<View> view, View::Open({.path = dir}));
//   SILLOK_RETURN_IF_ERROR(view->Apply(origin, commit, complete_through));
//   SILLOK_RETURN_IF_ERROR(view->Publish());          // the follower knows when the state is complete
//   std::shared_ptr<const ViewReader> reader = view->Latest();
//
// Of the states of one article in several origins the greatest by (revision_time, deletion over revision,
// content_hash) is current; a current deletion leaves no trace of the article. Commits are applied in one
// batch together with the position they bring their origin to. Nothing is synced, and what a view catches up with, many
// commits at once, is written by hundreds of megabytes: what a crash takes away is tailed again. KEYSPACE.md lists the rows.
//
// Apply, Advance, DropOrigin, Positions and Publish may be called from any thread and wait for each other;
// Latest never waits for them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "query/view/view_reader.h"
#include "sillok/v1/commit.pb.h"

namespace sillok::query {

struct ViewOptions {
  // The folder; made when absent.
  std::string path;
  // Uncompressed blocks kept in memory, bytes.
  size_t block_cache_bytes = size_t{256} << 20;
  // So many commits at once are a view that catches up. What they change waits in memory, with all that comes after them, until it takes
  // so many bytes or is published: they can be tailed again, and files are made of more rows for less.
  size_t commits_that_wait = 512;
  size_t waiting_bytes = size_t{256} << 20;
};

class View {
 public:
  // FAILED_PRECONDITION for a store of another schema. A view of another linker is emptied: tail again from
  // 0. A view whose last state was complete is published at once, so that it answers while its ingest store
  // is away.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<View>> Open(const ViewOptions& options);
  ~View();
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  // Applies commits, one or more, in one batch; the same commits again change nothing. `complete_through` is that of the
  // tail's last message. INVALID_ARGUMENT for a commit without a change, or of an article without its id: nothing is
  // applied then. Many at once cost much less each than one by one.
  [[nodiscard]] absl::Status Apply(std::string_view origin, std::vector<v1::Commit> commits,
                                   int64_t complete_through);
  [[nodiscard]] absl::Status Apply(std::string_view origin, v1::Commit commit, int64_t complete_through) {
    std::vector<v1::Commit> commits;
    commits.push_back(std::move(commit));
    return Apply(origin, std::move(commits), complete_through);
  }
  // What a message without a commit says: the view is complete through there.
  [[nodiscard]] absl::Status Advance(std::string_view origin, int64_t complete_through);
  // Withdraws everything a vanished incarnation gave, and forgets its position. One batch an article; what
  // was published stays so until the next Publish.
  [[nodiscard]] absl::Status DropOrigin(std::string_view origin);
  // Where to tail on from, by origin.
  [[nodiscard]] absl::StatusOr<std::map<std::string, OriginPosition>> Positions() const;

  // Makes the state as it is now the one that Latest gives. Call it only when every followed store is complete.
  [[nodiscard]] absl::Status Publish();
  // The last published state; null before the first.
  [[nodiscard]] std::shared_ptr<const ViewReader> Latest() const;

 private:
  class State;
  explicit View(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sillok::query
