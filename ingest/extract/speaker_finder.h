// Within stage 4: whose a quotation's words are, sentence by sentence.
//
//   SpeakerFinder speakers(named, clauses);
//   speakers.Enter(s); … speakers.Of(s, q, setting); … speakers.Leave(s, any);   // s in the order of the article
//
// Remembers who spoke, or was spoken of, last: most quotes of an article name nobody. Pure; linear in the text.
#pragma once

#include <map>

#include "ingest/extract/clause.h"
#include "ingest/extract/nicknames.h"
#include "ingest/extract/quote_setting.h"
#include "ingest/extract/speaker_labels.h"
#include "ingest/extract/speech.h"

namespace sillok::ingest {

// Who speaks, and how sure that is: 0…100.
struct FoundSpeaker {
  Subject subject;  // its phrase is -1 when carried from another sentence
  int confidence = 0;
};

class SpeakerFinder {
 public:
  // Both must outlive this.
  SpeakerFinder(const NamedArticle& named, const ArticleClauses& clauses);

  void Enter(int s);
  // The speaker of quotation `q`; those around it were asked for before it.
  FoundSpeaker Of(int s, int q, const QuoteSetting& setting);
  // The speaker of the words before -다고 in clause `c` of the matrix, which the predicate `verb` tells.
  FoundSpeaker OfIndirect(int s, int c, int verb);
  // `quoted`: somebody's words stood in the sentence.
  void Leave(int s, bool quoted);

 private:
  [[nodiscard]] Subject InSentence(int s, int q, const QuoteSetting& setting) const;
  [[nodiscard]] FoundSpeaker Inner(int s, int q, const QuoteSetting& setting) const;
  [[nodiscard]] FoundSpeaker Elsewhere(int s, const QuoteSetting& setting);
  [[nodiscard]] Subject ForItself(Subject subject, int s) const;
  void Resolve(Subject& subject) const;

  const NamedArticle& named_;
  const ParsedArticle& parsed_;
  const ArticleClauses& clauses_;
  const SpeakerLabels labels_;
  const Nicknames nicknames_;
  std::map<int, Subject> speakers_;  // of this sentence's quotations
  std::map<int, Subject> ahead_;     // sentence → SubjectAhead
  Subject current_;                  // who spoke, or was spoken of, last
  Subject near_;                     // whoever without a name this paragraph spoke of last
  Part part_ = Part::kTitle;
  int paragraph_ = -1;
};

}  // namespace sillok::ingest
