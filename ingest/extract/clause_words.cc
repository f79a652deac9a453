#include "ingest/extract/clause_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/lexicon/lexicon.h"

namespace sillok::ingest {
namespace {

// By ClauseUse.
constexpr std::array<std::string_view, 7> kUses = {"attend", "hold", "occasion", "make",
                                                   "cause",  "vote", "bill"};

// A few words a use: they are looked through faster than hashed.
using WordsByUse = std::array<std::vector<std::string_view>, kUses.size()>;

const std::vector<std::string_view>& WordsOf(ClauseUse use) {
  static const auto* words = [] {
    auto* by_use = new WordsByUse;
    const LexiconTable table = FindLexicon("clause_words");
    for (const LexiconRow& row : table.rows()) {
      const auto* found = std::find(kUses.begin(), kUses.end(), row[1]);
      if (found != kUses.end()) (*by_use)[static_cast<size_t>(found - kUses.begin())].push_back(row[0]);
    }
    return by_use;
  }();
  return (*words)[static_cast<size_t>(use)];
}

}  // namespace

bool IsClauseWord(ClauseUse use, std::string_view word) {
  const std::vector<std::string_view>& words = WordsOf(use);
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool EndsWithClauseWord(ClauseUse use, std::string_view text) {
  const std::vector<std::string_view>& words = WordsOf(use);
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.ends_with(word); });
}

}  // namespace sillok::ingest
