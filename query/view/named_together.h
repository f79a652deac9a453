// Who is named in the same articles as an entity.
//
//   SILLOK_ASSIGN_OR_RETURN(const NamedTogether named, ReadNamedTogether(snapshot, names, published));
//   named.others[0]  → {names of 한결대학교, 12 articles together, the newest of them}
//
// Reads the entity's articles from the newest to the oldest, for each the row of its names. A name that is meant only inside its
// article is nobody's company, unless somebody has decided about it. Safe from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "query/view/article_facts.h"
#include "query/view/linked_names.h"
#include "query/view/snapshot.h"

namespace sillok::query {

// When so many articles have been read, no further day is begun; undated ones come last and count when all are read.
inline constexpr size_t kMaxArticlesTogether = 2000;

struct TogetherWith {
  std::vector<NameKey> names;  // all of the entity, sorted
  int32_t articles = 0;
  std::string newest_article;  // the caller's id
};

struct NamedTogether {
  int32_t articles = 0;              // of the entity, that were read
  std::vector<TogetherWith> others;  // by their first names
  std::optional<DaySpan> days;       // published then; without them every article, undated ones too
  bool cut = false;                  // there are more before `days`
};

// The row of the article's names, and what it adds to the tallies of articles.
void AddTogetherFacts(const v1::Article& article, const LinkedNames& names, ArticleFacts& facts);

// `names` are those of the entity.
[[nodiscard]] absl::StatusOr<NamedTogether> ReadNamedTogether(const std::shared_ptr<const Snapshot>& snapshot,
                                                              const std::vector<NameKey>& names,
                                                              const std::optional<DaySpan>& published);

}  // namespace sillok::query
