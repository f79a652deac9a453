// Within stage 4: a sentence taken apart into clauses, so that a fact knows whose subject, date and verb are its own.
//
//   ArticleClauses clauses = FindClauses(named);
//   clauses.sentences[3].clauses[0]   → "중기부는 지난달 간담회를 열고", predicate 열다, link coordinate
//
// The subject outside quotation marks is not the subject inside: every clause belongs to one layer. Offsets are bytes of
// the sentence's text, indices are those of the article's vectors. Pure; safe from any thread; linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/extract/indices.h"
#include "ingest/extract/layer.h"
#include "ingest/extract/named_article.h"
#include "ingest/extract/number.h"
#include "ingest/extract/predicate.h"

namespace sillok::ingest {

// The part a noun phrase plays, by its particle.
enum class Case {
  kNone,      // no particle
  kTopic,     // 은/는
  kSubject,   // 이/가/께서
  kAlso,      // 도: subject or object
  kObject,    // 을/를
  kPartner,   // 와/과
  kDative,    // 에게/한테/께
  kAt,        // 에서
  kTo,        // 에/로
  kGenitive,  // 의
  kSource,    // 에 따르면
  kOther,
};

// A run of nouns with its particle.
struct NounPhrase {
  TextSpan span;  // without the particle
  TextSpan head;  // the last word, between spaces
  Case role = Case::kNone;
  int end = 0;  // one past the particle
  int layer = kMatrix;
  Indices mentions;  // indices into NamedArticle::mentions
  Indices numbers;   // indices into SentenceClauses::numbers
};

// From after the previous clause's ending to the end of its own predicate. Clauses of a layer are in order.
struct Clause {
  TextSpan span;
  int layer = kMatrix;
  int predicate = -1;  // index into predicates; -1 for a fragment without one
  bool opens = true;   // the first of its (inner) sentence
  Indices phrases;     // indices into phrases
  Indices predicates;  // all of them, the adnominal too
  Indices dates;       // indices into DatedArticle::dates
};

struct SentenceClauses {
  std::vector<NounPhrase> phrases;
  std::vector<Predicate> predicates;
  std::vector<Clause> clauses;   // by layer, then place
  std::vector<Number> numbers;   // in order
  std::vector<TextSpan> asides;  // parenthesised glosses: they belong to no clause
  // Half-open indices of this sentence's mentions, titles, dates and quotations.
  int mention_begin = 0, mention_end = 0;
  int title_begin = 0, title_end = 0;
  int date_begin = 0, date_end = 0;
  int quotation_begin = 0, quotation_end = 0;
};

struct ArticleClauses {
  std::vector<SentenceClauses> sentences;
};

struct Tense {
  bool past = false;
  bool prospective = false;
  bool irrealis = false;
};

// The tense of predicate `predicate` of clause `clause`. A verb that joins without one of its own (참석해, 열고) has that of
// the verb it leads to.
[[nodiscard]] Tense TenseOf(const SentenceClauses& clauses, int clause, int predicate);

// The clause's first predicate, or phrase, that begins at byte `at` or after it.
[[nodiscard]] Indices::const_iterator PredicateAfter(const SentenceClauses& in, const Clause& clause, int at);
[[nodiscard]] Indices::const_iterator PhraseAfter(const SentenceClauses& in, const Clause& clause, int at);

// The last clause outside every quotation; -1 when there is none.
[[nodiscard]] int LastMatrixClause(const SentenceClauses& in);

[[nodiscard]] ArticleClauses FindClauses(const NamedArticle& named);

}  // namespace sillok::ingest
