// The figures of clauses that tell an event, and whether sources dispute them.
//
//   사망자 3명 in one article and 사망자 5명 in another  → {"사망자": {"3명": {…}, "5명": {…}}}
//
// Only figures that can be set side by side: exact ones with a measure, the only one of its measure and unit in its clause, of one
// subject. A figure that one article alone tells in two ways is a course of things. Pure; safe from any thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "query/view/linked_names.h"
#include "sillok/storage/v1/view.pb.h"
#include "sillok/v1/article.pb.h"

namespace sillok::query {

// The quantities of an article, to be put beside its clauses. Both arguments outlive it.
class FiguresOfArticle {
 public:
  FiguresOfArticle(const v1::Article& article, const LinkedNames& names);
  // Those whose words stand within the evidence.
  void AddTo(const v1::Evidence& evidence, storage::v1::StoredEventMention& mention) const;

 private:
  const LinkedNames& names_;
  std::map<int, std::vector<const v1::Quantity*>> quantities_;  // by sentence
};

// Each value with the articles that tell it.
using Told = std::map<std::string, std::set<std::string>>;
// By measure, those of which articles tell different values.
[[nodiscard]] std::map<std::string, Told> DisputedFigures(
    const std::vector<storage::v1::StoredEventMention>& mentions);

}  // namespace sillok::query
