// A labelled sentence as the tagger will see it: parsed, dated, and with all that rows and rules say of it.
//
//   const std::vector<HintedSentence> hinted = HintText(parser, text);
//   TrainingSentence one = ToTraining(hinted[0], classes);
//
// Safe from any thread.
#pragma once

#include <vector>

#include "ingest/parse/parsed_article.h"
#include "ingest/train/labelled_text.h"
#include "ingest/train/perceptron.h"

namespace sillok::ingest {

struct HintedSentence {
  Sentence sentence;
  std::vector<TagHint> hints;
  std::vector<Tag> tags;  // what is right; bytes of the sentence's text
};

// The sentences of a text, read as an article of one paragraph. Labels that go over a sentence's end are left out.
[[nodiscard]] std::vector<HintedSentence> HintText(const Parser& parser, const LabelledText& text);

[[nodiscard]] TrainingSentence ToTraining(const HintedSentence& hinted, const WordClasses& classes);

}  // namespace sillok::ingest
