// When an article was written: what the page claims, unless its text says otherwise.
//
//   A page claims 2024-12-22; its text says "투어 2023에서 17개국을 방문 중" and "23년 6월 9일 방문했습니다"  → 2023-06
//
// A hint of the caller is trusted over the text. Without a claim nothing is made up: the value stays unresolved, with as much
// of a pattern as the text shows. Pure; safe from any thread.
#pragma once

#include <vector>

#include "ingest/date/date_matcher.h"
#include "ingest/date/dated_article.h"
#include "ingest/date/direction.h"

namespace sillok::ingest {

// A sentence with the dates matched in it, before they are counted from anything.
struct SentenceReading {
  const Sentence* sentence = nullptr;
  std::vector<TextSpan> quotations;  // outer spans at depth 0
  std::vector<DateMatch> matches;
  SentenceDirection direction;

  // The quotation that `span` lies in; nothing when it lies in none.
  [[nodiscard]] const TextSpan* QuotationOf(const TextSpan& span) const;
  // The direction of matches[i].
  [[nodiscard]] Direction DirectionOf(size_t i) const;

 private:
  // As far as the words from matches[i] to the next one, or the end, say it.
  [[nodiscard]] Direction DirectionFrom(size_t i, const TextSpan* quotation) const;
};

// Appends "publish_date_missing" or "publish_date_contradicted" to clean.notices where it applies.
[[nodiscard]] DateValue TimeOfWriting(const std::vector<SentenceReading>& readings, CleanArticle& clean);

}  // namespace sillok::ingest
