#include "ingest/clean/line_patterns.h"

#include <algorithm>

#include "absl/container/inlined_vector.h"
#include "ingest/clean/re2_piece.h"

namespace sillok::ingest {
namespace {

using Clause = std::vector<std::string>;

size_t ShortestOf(const Clause& clause) {
  size_t shortest = clause.front().size();
  for (const std::string& word : clause) shortest = std::min(shortest, word.size());
  return shortest;
}

// Two clauses keep nearly every line away that all would; those whose words are long are the ones that lines seldom hold.
std::vector<Clause> RarestOf(std::vector<Clause> clauses) {
  constexpr size_t kEnough = 2;
  std::stable_sort(clauses.begin(), clauses.end(),
                   [](const Clause& a, const Clause& b) { return ShortestOf(a) > ShortestOf(b); });
  if (clauses.size() > kEnough) clauses.resize(kEnough);
  return clauses;
}

}  // namespace

void LinePatterns::Add(std::string_view pattern) {
  const auto index = static_cast<uint32_t>(patterns_.size());
  patterns_.push_back(std::make_unique<const FilteredPattern>(pattern));
  std::vector<Clause> clauses = RarestOf(patterns_.back()->NeededWords());
  if (clauses.empty()) {
    // A mark at least: # or /.
    constexpr int kMark = 1;
    clauses = RarestOf(FilteredPattern(pattern, kMark).NeededWords());
  }
  needed_.push_back(static_cast<uint8_t>(clauses.size()));
  if (clauses.empty()) always_tried_.push_back(index);
  for (const Clause& clause : clauses) {
    for (const std::string& word : clause) {
      words_.push_back(word);
      clause_of_.push_back(static_cast<uint32_t>(pattern_of_.size()));
    }
    pattern_of_.push_back(index);
  }
}

void LinePatterns::Compile() {
  finder_ = std::make_unique<const WordFinder>(words_);
  words_ = {};
}

// The patterns whose words are there, in their order.
std::vector<uint32_t> LinePatterns::Possible(std::string_view line) const {
  std::vector<uint32_t> possible = always_tried_;
  absl::InlinedVector<bool, 512> met;
  absl::InlinedVector<uint8_t, 256> count;
  finder_->Find(line, [&](size_t word, size_t) {
    if (met.empty()) {
      met.resize(pattern_of_.size());
      count.resize(patterns_.size());
    }
    const uint32_t clause = clause_of_[word];
    if (met[clause]) return;
    met[clause] = true;
    const uint32_t pattern = pattern_of_[clause];
    if (++count[pattern] == needed_[pattern]) possible.push_back(pattern);
  });
  if (possible.size() > always_tried_.size()) std::sort(possible.begin(), possible.end());
  return possible;
}

std::optional<size_t> LinePatterns::FirstMatch(std::string_view line) const {
  for (const uint32_t pattern : Possible(line)) {
    if (RE2::FullMatch(Piece(line), patterns_[pattern]->re2())) return pattern;
  }
  return std::nullopt;
}

}  // namespace sillok::ingest
