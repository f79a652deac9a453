// A labelled sentence as the tagger will see it: parsed, dated, and with all that rows and rules say of it.
//
//   const std::vector<HintedSentence> hinted = HintText(parser, text);
//   TrainingSentence one = ToTraining(hinted[0], classes);
//
// Safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/parse/parsed_article.h"
#include "ingest/train/labelled_text.h"
#include "ingest/train/perceptron.h"

namespace sillok::ingest {

// What a model is trained on.
struct TrainingTexts {
  std::vector<LabelledText> labelled;
  std::vector<std::string> unlabelled;  // news
};

// klue_ner_train.jsonl and klue_news_unlabelled.jsonl of `folder`, and the labelled sentences of the file `own`, when it is not
// empty. NOT_FOUND or INVALID_ARGUMENT naming the file.
[[nodiscard]] absl::StatusOr<TrainingTexts> ReadTrainingTexts(const std::string& folder,
                                                              const std::string& own);

struct HintedSentence {
  Sentence sentence;
  std::vector<TagHint> hints;
  std::vector<Tag> ruled;  // what rows and rules alone would tag
  std::vector<Tag> tags;   // what is right; bytes of the sentence's text
};

// The sentences of a text, read as an article of one paragraph. Labels that go over a sentence's end are left out.
[[nodiscard]] std::vector<HintedSentence> HintText(const Parser& parser, const LabelledText& text);

[[nodiscard]] TrainingSentence ToTraining(const HintedSentence& hinted, const WordClasses& classes);

}  // namespace sillok::ingest
