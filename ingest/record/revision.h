// Which state of an article is current: the greatest by (time, deletion over revision, content hash), in whatever
// order the states arrive.
//
//   Judge(current, incoming)  → {.disposition = kSuperseded, .writes = false}
//
// Pure; safe from any thread.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "absl/time/time.h"
#include "sillok/storage/v1/record.pb.h"
#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

// A state of an article without its content.
struct Revision {
  // The fetch time, or the time of the deletion.
  absl::Time time;
  bool deleted = false;
  // 32 bytes; empty for a deletion.
  std::string content_hash = {};

  friend bool operator==(const Revision&, const Revision&) = default;
  // Member by member: of two states of one time the deletion is the greater.
  friend std::strong_ordering operator<=>(const Revision& a, const Revision& b);
};

// What became of an incoming page.
enum class Disposition { kCreated, kUpdated, kUnchanged, kSuperseded };

struct Verdict {
  Disposition disposition = Disposition::kCreated;
  // True when the incoming state becomes the current one.
  bool writes = false;
};

// `current` is absent for an article that was never here. `incoming` must not be a deletion.
[[nodiscard]] Verdict Judge(const std::optional<Revision>& current, const Revision& incoming);

// SHA-256 of the page and its hints: content, url, outlet, title, publish time, labels. Not of article id and fetch time.
[[nodiscard]] std::string ContentHash(const v1::RawArticle& page);

// The state a page is, by its fetch time, which must be there.
[[nodiscard]] Revision RevisionOf(const v1::RawArticle& page);

[[nodiscard]] Revision RevisionOf(const storage::v1::StoredCommit& commit);
[[nodiscard]] storage::v1::StoredCommit ToStoredCommit(const std::string& article_id,
                                                       const Revision& revision);

}  // namespace sillok::ingest
