#include "ingest/train/training_text.h"

#include <utility>

#include "ingest/date/dated_article.h"
#include "ingest/extract/candidates.h"
#include "ingest/extract/tag_hints.h"

namespace sillok::ingest {

std::vector<HintedSentence> HintText(const Parser& parser, const LabelledText& text) {
  CleanArticle clean;
  clean.body = {text.text};
  const DatedArticle dated = Date(parser.Parse(std::move(clean)));
  std::vector<HintedSentence> hinted;
  for (const SentenceNames& names : FindCandidates(dated)) {
    HintedSentence& one = hinted.emplace_back();
    one.sentence = *names.sentence;
    one.hints = HintsOf(names);
    const TextSpan& span = one.sentence.in_paragraph;
    for (Tag tag : text.tags) {
      if (!span.Contains(tag.span)) continue;
      tag.span.begin -= span.begin;
      tag.span.end -= span.begin;
      one.tags.push_back(tag);
    }
  }
  return hinted;
}

TrainingSentence ToTraining(const HintedSentence& hinted, const WordClasses& classes) {
  TrainingSentence training{.features = ReadFeatures(hinted.sentence, hinted.hints, classes), .labels = {}};
  training.labels = LabelsOf(training.features.syllables, hinted.tags);
  return training;
}

}  // namespace sillok::ingest
