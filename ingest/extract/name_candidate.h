// What finders propose and the decision chooses from.
//
// Every finder adds candidates with a score; DecideNames keeps the best that do not overlap. A further finder (a trained
// model) is one more source of candidates.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ingest/extract/extracted_article.h"
#include "ingest/extract/name_lexicon.h"
#include "ingest/extract/words.h"
#include "ingest/tag/tag.h"

namespace sillok::ingest {

// How a mention names its referent.
enum class NameForm {
  kFull,          // by a name of its own: 임정욱, 올트먼, 중기부
  kSurnameTitle,  // 임 실장
  kTitle,         // 장관은, when one was named
  kPronoun,       // 그는
  kSameBody,      // 이 회사
  kBodyNoun       // 재단은, when a 재단 was named
};

// Scores: how sure the source is. Equal scores: the longer span wins.
enum NameScore {
  kPossibleName = 40,  // looks like a name
  kTaggedName = 60,    // MeCab's dictionary says so
  kTaggedRun = 61,     // so it does of several words in a row
  kListedName = 70,    // a row says so
  kSuffixedName = 75,  // an ending says so
  kTrainedName = 80,   // the tagger says so
  kTitledName = 90,    // a title says so
  kQuotedName = 95,    // quotation marks and a noun say so
};

struct NameCandidate {
  TextSpan span;  // begins in first_word, so that spans that overlap share a word
  EntityType type = EntityType::kUnknown;
  int score = 0;
  NameForm form = NameForm::kFull;
  PlaceKind place = PlaceKind::kNone;
  bool acting = false;  // a place that stands for its body in this sentence
  int first_word = 0;
  int last_word = 0;  // the word the span ends in
  // For kSurnameTitle and kTitle: the title, in the sentence's text.
  std::string_view title = {};
  Reason reason = {};  // SentenceNames::Add fills in the finder where the finder says no more
};

// "A is TITLE of ORGANIZATION" as it stands: spans of one sentence.
struct TitledName {
  TextSpan person;
  TextSpan title;
  TextSpan organization = {};  // empty when none
  bool past = false;
};

// A sentence while its names are being found.
struct SentenceNames {
  const Sentence* sentence = nullptr;
  int index = 0;
  std::vector<Word> words;
  std::span<const Quotation> quotations;
  std::vector<TextSpan> dates;
  std::vector<NameCandidate> candidates;
  std::vector<Tag> tags;  // what the tagger reads; by place
  std::vector<TitledName> titled;
  std::string_view finder;  // the one at work: what it adds is by this rule

  void Add(const NameCandidate& candidate);

  [[nodiscard]] std::string_view text() const { return sentence->text; }
};

// The longest candidate that ends exactly where `word` ends, or that begins where `word` begins; nullptr when none.
// Candidates of score 0 included. Valid until candidates change.
[[nodiscard]] const NameCandidate* EndingAt(const SentenceNames& names, int word);
[[nodiscard]] const NameCandidate* StartingAt(const SentenceNames& names, int word);

// Fills what the lexicon says of each word: stems, title_end.
void ReadWords(SentenceNames& names);

// The candidates that stand: none overlaps another or a date. Ordered by place.
[[nodiscard]] std::vector<NameCandidate> DecideNames(const SentenceNames& names);

}  // namespace sillok::ingest
