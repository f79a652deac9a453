#include "ingest/clean/needed_words.h"

#include <algorithm>
#include <cstdlib>

#include "re2/filtered_re2.h"

namespace sillok::ingest {
namespace {

constexpr int kMinWordBytes = 2;

// Asks RE2 whether a pattern could match where only some of its words are.
class Oracle {
 public:
  explicit Oracle(std::string_view pattern) : filter_(kMinWordBytes) {
    int id = 0;
    if (filter_.Add(re2::StringPiece(pattern.data(), pattern.size()), {}, &id) != RE2::NoError) std::abort();
    filter_.Compile(&words_);
  }

  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

  [[nodiscard]] bool CouldMatch(const std::vector<bool>& present) const {
    std::vector<int> found;
    for (size_t i = 0; i < present.size(); ++i) {
      if (present[i]) found.push_back(static_cast<int>(i));
    }
    std::vector<int> possible;
    filter_.AllPotentials(found, &possible);
    return !possible.empty();
  }

 private:
  re2::FilteredRE2 filter_;
  std::vector<std::string> words_;
};

// As few words as will do.
std::vector<bool> FewestWords(const Oracle& oracle) {
  std::vector<bool> kept(oracle.words().size(), true);
  for (size_t i = 0; i < kept.size(); ++i) {
    kept[i] = false;
    if (!oracle.CouldMatch(kept)) kept[i] = true;
  }
  return kept;
}

}  // namespace

std::vector<std::vector<std::string>> NeededWords(std::string_view pattern) {
  const Oracle oracle(pattern);
  const size_t size = oracle.words().size();
  std::vector<std::vector<std::string>> clauses;
  if (size == 0 || oracle.CouldMatch(std::vector<bool>(size))) return clauses;
  const std::vector<bool> fewest = FewestWords(oracle);
  for (size_t word = 0; word < size; ++word) {
    if (!fewest[word]) continue;
    // Those that could stand in the word's place; without all of them the pattern must be impossible.
    std::vector<std::string> clause;
    std::vector<bool> others(size, true);
    for (size_t i = 0; i < size; ++i) {
      std::vector<bool> instead = fewest;
      instead[word] = false;
      instead[i] = true;
      if (i != word && !oracle.CouldMatch(instead)) continue;
      clause.push_back(oracle.words()[i]);
      others[i] = false;
    }
    if (!oracle.CouldMatch(others)) clauses.push_back(std::move(clause));
  }
  if (clauses.empty()) clauses.push_back(oracle.words());
  return clauses;
}

}  // namespace sillok::ingest
