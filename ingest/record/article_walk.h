// The articles that were present at one moment, by the order of their commits, while the store goes on changing.
//
//   ArticleWalk walk = store.WalkArticles();
//   SILLOK_ASSIGN_OR_RETURN(const int64_t total, walk.Count());
//   do {
//     SILLOK_ASSIGN_OR_RETURN(ids, walk.Next(256));
//   } while (!ids.empty());
//
// An article that is written or deleted after that moment has a later commit, and is left out when it has not had its turn. Nothing
// is held between two calls, so a walk may take hours. End it before the store. For one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/store/store.h"

namespace sillok::ingest {

class ArticleWalk {
 public:
  // Those whose commit is not after `end`.
  ArticleWalk(Store& store, int64_t end) : store_(store), end_(end) {}

  // The newest commit at that moment.
  [[nodiscard]] int64_t end() const { return end_; }
  // How many articles Next would give from here on.
  [[nodiscard]] absl::StatusOr<int64_t> Count() const;
  // The ids of the next articles, at most `most`; none at the end.
  [[nodiscard]] absl::StatusOr<std::vector<std::string>> Next(size_t most);

 private:
  // Calls `visit` with the commit and the id of each article after the position, until it answers false.
  [[nodiscard]] absl::Status Visit(const std::function<bool(int64_t, const std::string&)>& visit) const;

  Store& store_;
  const int64_t end_;
  int64_t position_ = 0;  // the last commit walked over
};

}  // namespace sillok::ingest
