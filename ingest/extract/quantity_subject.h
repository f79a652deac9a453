// Within stage 4: whose a number is, where the words beside it do not say.
//
//   누리사는 버스 3대를 샀다                    → 누리사
//   집회에는 주민 130명이 참가했다              → "집회"
//   67타를 친 최하늘은 웃었다                   → 최하늘
//   누리사는 작년에 세워졌다. 매출은 3조 원이다. → 누리사, carried from the sentence before
//
// What is carried is what the article speaks of by name, and only for what such a thing has (measure_nouns). Pure; safe from any
// thread; every look-around is bounded.
#pragma once

#include <string>
#include <string_view>

#include "ingest/extract/clause.h"
#include "ingest/extract/number_place.h"
#include "ingest/extract/spoken_of.h"
#include "ingest/extract/stand_ins.h"

namespace sillok::ingest {

class QuantitySubjects {
 public:
  // Both must outlive this.
  QuantitySubjects(const NamedArticle& named, const ArticleClauses& clauses)
      : named_(named), clauses_(clauses), spoken_(named, clauses), stand_ins_(named, clauses) {}

  // Adds whose it is to what stands near the number: from its clause, those before it, or what the article is speaking of.
  // What the clause's topic measures becomes the measure where there is none.
  void AddSubject(const NumberPlace& at, QuantityTopic& topic) const;

 private:
  // What is found on the way back through the clauses.
  struct Search {
    std::string place;  // 집회에는
    int place_referent = -1;
    bool said = false;  // the clauses have a topic or a subject
    bool topics_only = false;
    bool again = false;  // 회사는
    bool done = false;
  };
  bool AddBill(const NumberPlace& at, QuantityTopic& topic) const;
  void SearchClause(const NumberPlace& at, const Clause& clause, Search& search, QuantityTopic& topic) const;
  void TakePhrase(const NumberPlace& at, const NounPhrase& phrase, Search& search,
                  QuantityTopic& topic) const;
  [[nodiscard]] bool IsEmbedded(const NumberPlace& at, const Clause& clause, const NounPhrase& phrase) const;
  // 67타를 친 최하늘은: who the number's modifier leads to.
  [[nodiscard]] int HeadOfModifier(const NumberPlace& at) const;
  void Carry(const NumberPlace& at, const Search& search, QuantityTopic& topic) const;
  [[nodiscard]] bool SubjectFollows(const NumberPlace& at) const;
  void FromSentenceBefore(const NumberPlace& at, QuantityTopic& topic) const;

  [[nodiscard]] std::string_view Text(int s) const { return named_.dated.parsed.sentences[s].text; }
  [[nodiscard]] const SentenceClauses& In(const NumberPlace& at) const {
    return clauses_.sentences[at.sentence];
  }

  const NamedArticle& named_;
  const ArticleClauses& clauses_;
  const SpokenTopics spoken_;
  const StandIns stand_ins_;
};

}  // namespace sillok::ingest
