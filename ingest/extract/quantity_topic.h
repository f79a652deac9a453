// Within stage 4: what a number counts or measures, by the words near it.
//
//   누리사의 지난해 매출은 3조 원이다      → {누리사, 매출}
//   300명이 넘는 민간인이 숨졌다           → {"민간인", 민간인}
//   입장료는 어른 8000원, 어린이 5000원    → {"어른", 입장료}, {"어린이", 입장료}
//
// Pure; safe from any thread; every look-around is bounded.
#pragma once

#include <string_view>

#include "ingest/extract/clause.h"
#include "ingest/extract/noun_owner.h"
#include "ingest/extract/number_place.h"

namespace sillok::ingest {

class QuantityTopics {
 public:
  // Both must outlive this.
  QuantityTopics(const NamedArticle& named, const ArticleClauses& clauses)
      : named_(named), clauses_(clauses) {}

  // What stands with the number: its noun, or the one that it modifies, or the nearest before that can be counted.
  [[nodiscard]] QuantityTopic Near(const NumberPlace& at) const;

  // The same without the noun right before: a date stands there.
  [[nodiscard]] QuantityTopic Farther(const NumberPlace& at) const { return FromPhrasesBefore(at); }

  // 찬성은 여성에서 61%, 남성에서 44%였다: of those right before, if there are any.
  void AddGroup(const NumberPlace& at, QuantityTopic& topic) const;

  // 입장료는 어른 8000원, 어린이 5000원이다: what the clause's topic measures, of those beside the number.
  void AddTopicMeasure(const NumberPlace& at, QuantityTopic& topic) const;

 private:
  [[nodiscard]] std::string_view Text(int s) const { return named_.dated.parsed.sentences[s].text; }
  [[nodiscard]] const SentenceClauses& In(const NumberPlace& at) const {
    return clauses_.sentences[at.sentence];
  }
  [[nodiscard]] const NounPhrase& PhraseAt(const NumberPlace& at, size_t index) const;
  [[nodiscard]] static QuantityTopic FromNoun(const OwnedNoun& noun);

  [[nodiscard]] QuantityTopic Before(const NumberPlace& at, int after_last_number) const;
  [[nodiscard]] QuantityTopic Modified(const NumberPlace& at, int next_number) const;
  [[nodiscard]] bool NextIsModified(const NumberPlace& at) const;
  [[nodiscard]] QuantityTopic FromPhrasesBefore(const NumberPlace& at) const;
  void AddOwner(const NumberPlace& at, size_t index, QuantityTopic& topic) const;

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
};

}  // namespace sillok::ingest
