// Real pages and what a careful reader found in them, from the folder that SILLOK_CORPUS names: `seeds/*.txt` and
// `seeds_gold.jsonl`, a line a page. The pages belong to their outlets and are never part of this tree.
//
//   const std::optional<Corpus> corpus = ReadCorpus();
//   if (!corpus) GTEST_SKIP() << "SILLOK_CORPUS is not set";
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/quality/gold.h"

namespace sillok {

struct CorpusPage {
  std::string text;  // as saved
  GoldPage gold;
};

using Corpus = std::vector<CorpusPage>;

// The pages in the order of the gold file; nothing when SILLOK_CORPUS is not set. Ends the program when the folder is set
// and cannot be read.
[[nodiscard]] std::optional<Corpus> ReadCorpus();

}  // namespace sillok
