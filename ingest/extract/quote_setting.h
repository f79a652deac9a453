// Within stage 4: what stands around a quotation, and whether the words in it were said by somebody.
//
//   그는 “또 오겠다”며 웃었다    → link and, verb 웃다: speech
//   ‘풀스택’ 역량을 갖췄다       → no link: a stressed word
//
// Pure; safe from any thread; constant time beside binary searches.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {

// How far from a quotation its words are looked for: pages are hostile, and time must stay linear.
inline constexpr int kFarthestClauses = 8;
inline constexpr int kFarthestPhrases = 24;

struct QuoteSetting {
  int layer = kMatrix;  // the layer around it
  int clause = -1;      // the clause of that layer it stands in; -1 when it stands alone
  int predicate = -1;   // the verb that governs it
  QuoteLinkMatch link;  // how the sentence goes on
  int noun = -1;        // the phrase that takes the words: 설명 in “…”라는 게 그의 설명이다
  bool statement = false;                           // its words can stand as a statement
  bool alone = false;                               // nothing else in the sentence
  SpeechStrength strength = SpeechStrength::kNone;  // of the verb
};

// The innermost statement around each quotation of a sentence, by index from `in.quotation_begin`; kMatrix when none.
[[nodiscard]] std::vector<int> EnclosingLayers(const ParsedArticle& parsed, const SentenceClauses& in);

// `layer`: the innermost statement around the quotation.
[[nodiscard]] QuoteSetting ReadSetting(const ParsedArticle& parsed, const SentenceClauses& in, int quotation,
                                       int layer);

// Somebody's words, not a name or a stressed word.
[[nodiscard]] bool IsSpeech(const NamedArticle& named, const SentenceClauses& in, int quotation,
                            const QuoteSetting& setting);

// 『…』, 「…」: the marks of a book, a poem, a law.
[[nodiscard]] bool HasTitleMarks(std::string_view text, const Quotation& quotation);

// The words end as a sentence does.
[[nodiscard]] bool EndsStatement(std::string_view words);

// A mention covers the words: a title, a product.
[[nodiscard]] bool IsQuotedName(const NamedArticle& named, const SentenceClauses& in, const TextSpan& inner);

}  // namespace sillok::ingest
