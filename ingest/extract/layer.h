// Within stage 4: which words of a sentence are whose: the report's own, or a quotation's.
//
//   SentenceLayers layers = FindLayers(sentence, quotations, 0, 2);
//   layers.words[0]   → the morphemes outside every statement, without quotation marks and asides
//
// A quotation is a layer when its words can stand as a statement or the sentence goes on as after one; a name in marks ('카나나') stays part of what is around
// it. Words in parentheses that gloss the word before (올트먼(38)) belong to no layer. Pure; linear in the sentence.
#pragma once

#include <vector>

#include "ingest/parse/parsed_article.h"

namespace sillok::ingest {

// The layer outside every quotation; others are indices into ParsedArticle::quotations.
inline constexpr int kMatrix = -1;

// The morphemes of one layer, in order.
struct Layer {
  int quotation = kMatrix;
  std::vector<int> morphemes;
};

struct SentenceLayers {
  std::vector<Layer> layers;     // the matrix first, then by place
  std::vector<TextSpan> asides;  // parenthesised glosses, in order, apart
};

// `begin` and `end`: the sentence's quotations.
[[nodiscard]] SentenceLayers FindLayers(const Sentence& sentence, const std::vector<Quotation>& quotations,
                                        int begin, int end);

// How a sentence goes on after a closing quotation mark.
enum class QuoteLink { kNone, kSay, kAnd, kOf };
struct QuoteLinkMatch {
  QuoteLink kind = QuoteLink::kNone;
  int end = 0;  // one past its last byte
};
// `at`: one past the closing mark. The link may stand after one space when it is longer than a syllable.
[[nodiscard]] QuoteLinkMatch FindQuoteLink(std::string_view text, int at);

}  // namespace sillok::ingest
