// What each referent of one article is filed under, and which other names the article states for it.
//
//   const LinkedNames names(article, curated);
//   names.Find("entities/07f3…")     → the name key, or null for an id the article does not explain
//
// A referent takes the type and the fullest form of its first mention that has them; one that is only named as a
// participant takes them from there. A person's facet is that of the first position that tells one; a name that is
// meant only inside its article (A씨) has its own id. Safe from any thread once made.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "query/link/name_key.h"
#include "sillok/v1/article.pb.h"

namespace sillok::query {

struct LinkedReferent {
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  std::string canonical;             // as written
  NameKey key;                       // with its facet
  std::set<NameKey> positions;       // the same name with the facets of its other positions
  std::set<NameKey> other_names;     // by which the article, or a decision, also calls it: OpenAI of 오픈AI
  std::vector<std::string> aliases;  // those of decisions, as they were given
};

// Referents that somebody has decided about, by bare id, with the names they are given.
using CuratedReferents = std::map<std::string, std::vector<std::string>, std::less<>>;

class LinkedNames {
 public:
  // `curated` may hold referents of other articles.
  LinkedNames(const v1::Article& article, const CuratedReferents& curated);

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
  void LearnPositions(const v1::Article& article);
  void LearnOtherNames(const v1::Article& article);
  void LearnDecisions(const std::string& id, const std::vector<std::string>& aliases);

  std::map<std::string, LinkedReferent, std::less<>> referents_;
};

}  // namespace sillok::query
