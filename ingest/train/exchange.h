// Learning of word classes: words that stand in alike company move into one class.
//
//   std::vector<int> classes = ExchangeClasses(sentences, words, 128);   // the class of each word, from 1
//
// The exchange algorithm: each word in turn moves to the class in which the classes of neighbours predict each other best, until
// few move (R. Kneser and H. Ney, Improved Clustering Techniques for Class-Based Statistical Language Modelling, Eurospeech
// 1993). Whole numbers all along, so that learning again gives the same classes.
#pragma once

#include <cstdint>
#include <vector>

namespace sillok::ingest {

// `sentences` hold numbers of words below `words`, most frequent first. Classes are numbered 1…`classes`.
[[nodiscard]] std::vector<int> ExchangeClasses(const std::vector<std::vector<int>>& sentences, int words,
                                               int classes);

}  // namespace sillok::ingest
