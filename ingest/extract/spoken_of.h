// Within stage 4: what an article is speaking of when a sentence begins, for the many sentences that do not say it again.
//
//   누리사는 작년에 세워졌다. 매출은 3조 원이다.     → before the second sentence: 누리사
//
// What the last sentence's topic names stays until another does; before the body it is the first name of the title. A person
// does not end what is spoken of (김 대표는 … 말했다 may stand between), and who only reports never is it. Pure; linear in the
// article.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/clause.h"

namespace sillok::ingest {

struct SpokenOf {
  int referent = -1;
  std::string text;  // as written, when it is no name: 특별전
  [[nodiscard]] bool found() const { return referent >= 0 || !text.empty(); }
};

class SpokenTopics {
 public:
  SpokenTopics(const NamedArticle& named, const ArticleClauses& clauses);

  // The thing or body spoken of before `sentence`, by name: whose a bare 매출 is.
  [[nodiscard]] const SpokenOf& Thing(int sentence) const { return topics_[things_[sentence]]; }
  // The same, or whoever or whatever the sentence before, of the same paragraph, is about: who does what has no subject.
  [[nodiscard]] const SpokenOf& Any(int sentence) const { return topics_[any_[sentence]]; }

 private:
  struct Topic {
    SpokenOf spoken;
    bool person = false;
    bool same = false;  // 이 회사는: what is spoken of already
  };

  [[nodiscard]] static Topic FindTopic(const NamedArticle& named, int sentence, const SentenceClauses& in);
  [[nodiscard]] static Topic ReadTopic(const NamedArticle& named, int sentence, const SentenceClauses& in,
                                       const NounPhrase& phrase);
  [[nodiscard]] static Topic OfTitle(const NamedArticle& named, const SentenceClauses& in);

  std::vector<SpokenOf> topics_;   // the first is nothing
  std::vector<int> things_, any_;  // by sentence
};

}  // namespace sillok::ingest
