#include "ingest/clean/filtered_pattern.h"

#include <cstdlib>

#include "ingest/clean/re2_piece.h"

namespace sillok::ingest {

FilteredPattern::FilteredPattern(std::string_view pattern, int min_word_bytes) : filter_(min_word_bytes) {
  RE2::Options options;
  options.set_dot_nl(true);
  int id = 0;
  if (filter_.Add(Piece(pattern), options, &id) != RE2::NoError) {
    std::abort();
  }
  filter_.Compile(&words_);
}

// Whether the pattern could match where only some of its words are.
bool FilteredPattern::CouldMatch(const std::vector<bool>& present) const {
  std::vector<int> found;
  for (size_t i = 0; i < present.size(); ++i) {
    if (present[i]) found.push_back(static_cast<int>(i));
  }
  std::vector<int> possible;
  filter_.AllPotentials(found, &possible);
  return !possible.empty();
}

// As few words as will do.
std::vector<bool> FilteredPattern::FewestWords() const {
  std::vector<bool> kept(words_.size(), true);
  for (size_t i = 0; i < kept.size(); ++i) {
    kept[i] = false;
    if (!CouldMatch(kept)) kept[i] = true;
  }
  return kept;
}

std::vector<std::vector<std::string>> FilteredPattern::NeededWords() const {
  std::vector<std::vector<std::string>> clauses;
  if (words_.empty() || CouldMatch(std::vector<bool>(words_.size()))) return clauses;
  const std::vector<bool> fewest = FewestWords();
  for (size_t word = 0; word < words_.size(); ++word) {
    if (!fewest[word]) continue;
    // Those that could stand in the word's place; without all of them the pattern must be impossible.
    std::vector<std::string> clause;
    std::vector<bool> others(words_.size(), true);
    for (size_t i = 0; i < words_.size(); ++i) {
      std::vector<bool> instead = fewest;
      instead[word] = false;
      instead[i] = true;
      if (i != word && !CouldMatch(instead)) continue;
      clause.push_back(words_[i]);
      others[i] = false;
    }
    if (!CouldMatch(others)) clauses.push_back(std::move(clause));
  }
  if (clauses.empty()) clauses.push_back(words_);
  return clauses;
}

}  // namespace sillok::ingest
