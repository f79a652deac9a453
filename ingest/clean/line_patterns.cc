#include "ingest/clean/line_patterns.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace sillok::ingest {
namespace {

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

void LinePatterns::Add(std::string_view pattern) {
  RE2::Options options;
  options.set_dot_nl(true);
  int id = 0;
  if (patterns_.Add(Piece(pattern), options, &id) != RE2::NoError) std::abort();
}

void LinePatterns::Compile() {
  std::vector<std::string> words;
  patterns_.Compile(&words);
  words_ = std::make_unique<const WordFinder>(words);
  patterns_.AllPotentials({}, &wordless_);
  std::sort(wordless_.begin(), wordless_.end());
}

// The patterns whose words are there, in their order.
std::vector<int> LinePatterns::Possible(std::string_view line) const {
  std::vector<int> found;
  words_->Find(line, [&](size_t word, size_t) { found.push_back(static_cast<int>(word)); });
  if (found.empty()) return wordless_;
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<int> possible;
  patterns_.AllPotentials(found, &possible);
  std::sort(possible.begin(), possible.end());
  return possible;
}

std::optional<size_t> LinePatterns::FirstMatch(std::string_view line,
                                               absl::FunctionRef<bool(size_t)> wanted) const {
  for (const int id : Possible(line)) {
    const auto index = static_cast<size_t>(id);
    if (wanted(index) && RE2::FullMatch(Piece(line), patterns_.GetRE2(id))) return index;
  }
  return std::nullopt;
}

}  // namespace sillok::ingest
