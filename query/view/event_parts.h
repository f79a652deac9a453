// Sets of clauses that are joined two by two.
//
//   parts.Join("a", "b"); parts.Join("b", "c"); parts.Add("d");
//   parts.Smallest()   → {a: a, b: a, c: a, d: d}
//
// One thread.
#pragma once

#include <map>
#include <string>

namespace sillok::query {

class EventParts {
 public:
  void Add(const std::string& id) { parent_.try_emplace(id, id); }
  [[nodiscard]] bool Has(const std::string& id) const { return parent_.contains(id); }
  void Join(const std::string& one, const std::string& other);
  // Of everything added or joined, the smallest that it is joined with.
  [[nodiscard]] std::map<std::string, std::string> Smallest() const;

 private:
  const std::string& Root(const std::string& id);

  std::map<std::string, std::string> parent_;  // never greater than the child
};

}  // namespace sillok::query
