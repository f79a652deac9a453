// Puts into an article, as it was read, the entities and events that its parts now belong to.
//
//   ArticleLinker linker(snapshot);
//   SILLOK_RETURN_IF_ERROR(linker.Link(article));
//
// One point read for each different id. One thread.
#pragma once

#include <map>
#include <string>

#include "absl/status/status.h"
#include "query/view/snapshot.h"
#include "sillok/v1/article.pb.h"

namespace sillok::query {

class ArticleLinker {
 public:
  // `snapshot` must outlive the linker.
  explicit ArticleLinker(const Snapshot& snapshot) : snapshot_(snapshot) {}
  [[nodiscard]] absl::Status Link(v1::Article& article);

 private:
  [[nodiscard]] absl::StatusOr<EntityLabel> LabelOf(const std::string& name);
  [[nodiscard]] absl::Status LinkEntity(std::string& name);
  [[nodiscard]] absl::Status LinkEntity(std::string& name, std::string& display_name);
  [[nodiscard]] absl::Status LinkEvent(v1::Event& event);

  const Snapshot& snapshot_;
  std::map<std::string, EntityLabel> labels_;  // by `entities/{referent id}`
};

}  // namespace sillok::query
