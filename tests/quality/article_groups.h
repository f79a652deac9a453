// The names of an article as its in-article groups: who is whom by the article alone.
//
//   GroupsOf(article, {}).at("entities/07f3…").forms   → {"샘올트먼", "올트먼"}
//
// Pure; safe from any thread.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "sillok/v1/article.pb.h"
#include "tests/quality/gold_names.h"

namespace sillok {

// One in-article entity: every form it stands in.
struct ArticleGroup {
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  std::string canonical;
  NameSet forms;
  bool told = false;             // in the title or the body
  std::vector<std::string> why;  // each reason once, with the first sentence that it stands for
};

// By their ids. `reasons` say of each mention why it is thought a name; empty where nobody knows.
[[nodiscard]] std::map<std::string, ArticleGroup> GroupsOf(const v1::Article& article,
                                                           std::span<const std::string> reasons);

}  // namespace sillok
