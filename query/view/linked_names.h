// Whose name each referent of one article is.
//
//   const LinkedNames names(article);
//   names.Find("entities/07f3…")     → the name key, or null for an id the article does not explain
//
// A referent takes the type and the fullest form of its first mention that has them; one that is only named as a
// participant takes them from there. Who has no name (A씨) is nobody's but this article's. Safe from any thread once made.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "query/link/name_key.h"
#include "sillok/v1/article.pb.h"

namespace sillok::query {

struct LinkedReferent {
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  std::string canonical;  // as written
  NameKey key;
};

class LinkedNames {
 public:
  explicit LinkedNames(const v1::Article& article);

  // By bare referent id.
  [[nodiscard]] const std::map<std::string, LinkedReferent, std::less<>>& referents() const {
    return referents_;
  }
  // `name` is `entities/{id}`.
  [[nodiscard]] const NameKey* Find(std::string_view name) const;
  // The key as it stands in stored facts; empty when the article does not explain the id.
  [[nodiscard]] std::string TextOf(std::string_view name) const;

 private:
  void Learn(std::string_view name, v1::EntityType type, const std::string& canonical);

  std::map<std::string, LinkedReferent, std::less<>> referents_;
};

}  // namespace sillok::query
