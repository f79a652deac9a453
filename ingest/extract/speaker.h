// Within stage 4: the places where a quotation's speaker can stand, beside the subject before it (FindSubject).
//
// Not found when nobody stands there. Pure; safe from any thread.
#pragma once

#include "ingest/extract/clause.h"
#include "ingest/extract/quote_setting.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {

// “…”라고 김 대표는 말했다: a subject after byte `after`, right before the verb.
[[nodiscard]] Subject SubjectAfter(const NamedArticle& named, int s, const SentenceClauses& in,
                                   const QuoteSetting& setting, int after);

// “…”고 말한 김 대표.
[[nodiscard]] Subject HeadOfModifier(const NamedArticle& named, int s, const SentenceClauses& in,
                                     const QuoteSetting& setting);

// “…”라는 게 김 대표의 설명이다, “…”라는 정부 입장: whose the noun is that takes the words.
[[nodiscard]] Subject OwnerOfNoun(const NamedArticle& named, int s, const SentenceClauses& in,
                                  const QuoteSetting& setting, int after);

// 업계에서는 “…”는 말이 나온다, 주민들 사이에서는.
[[nodiscard]] Subject WhereSaid(const NamedArticle& named, int s, const SentenceClauses& in, int clause,
                                int before);

// 통신은 정부 관계자의 말을 인용해 “…”고 보도했다: not who tells it but who is cited.
[[nodiscard]] Subject Cited(const NamedArticle& named, int s, const SentenceClauses& in, int clause,
                            int before);

// Sentence `s` is all quotation, and one of the next says whose: 이같이 말했다, 김 대표의 말이다. In its paragraph, or anywhere
// when `anybody`, a person the next sentence speaks of will do.
[[nodiscard]] Subject SubjectAhead(const NamedArticle& named, const ArticleClauses& clauses, int s,
                                   bool anybody);

// 올트먼에게 물었더니 ‘…’라고 했다: whoever was asked before clause `clause` answers.
[[nodiscard]] Subject AskedBefore(const NamedArticle& named, int s, const SentenceClauses& in, int clause);

}  // namespace sillok::ingest
