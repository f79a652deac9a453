// The states of one article in every origin, and which one is current.
//
//   Revisions revisions;                                            // as stored, the current article beside them
//   revisions.Set(origin, revision);                                // or Drop(origin)
//   const StoredRevision* current = revisions.Current();            // null when there is none
//
// The greatest by (revision_time, deletion over revision, content_hash, extractor, origin) is current. The extractor
// comes in so that the choice between readings of one page does not hang on an origin's name. One thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/view/rows.h"
#include "sillok/storage/v1/view.pb.h"
#include "sillok/v1/commit.pb.h"

namespace sillok::query {

[[nodiscard]] storage::v1::StoredRevision RevisionOf(v1::Commit commit);
// The articles of which an origin has a state.
[[nodiscard]] absl::StatusOr<std::vector<std::string>> ArticlesOf(Rows& rows, std::string_view origin);

class Revisions {
 public:
  // Reads them, the current one's article put back in its place.
  [[nodiscard]] absl::Status Load(Rows& rows, std::string_view article_id);
  // Writes what differs from what was loaded: each origin's row, and the current article in a row of its own.
  [[nodiscard]] absl::Status Store(Rows& rows);

  void Set(std::string_view origin, storage::v1::StoredRevision revision);
  void Drop(std::string_view origin);
  // The current article; null when there is none or it is deleted. Valid until the next change.
  [[nodiscard]] const v1::Article* Current() const;

 private:
  using ByOrigin = std::map<std::string, storage::v1::StoredRevision, std::less<>>;
  // A row of an origin; the current article is not in it.
  [[nodiscard]] static std::string RowOf(storage::v1::StoredRevision& revision, bool current);
  [[nodiscard]] static ByOrigin::const_iterator Greatest(const ByOrigin& revisions);

  std::string article_id_;
  ByOrigin loaded_;
  ByOrigin revisions_;
};

}  // namespace sillok::query
