#include "ingest/train/training_text.h"

#include <optional>
#include <utility>

#include "common/status/status_macros.h"
#include "ingest/date/dated_article.h"
#include "ingest/extract/candidates.h"
#include "ingest/extract/tag_hints.h"

namespace sillok::ingest {

absl::StatusOr<TrainingTexts> ReadTrainingTexts(const std::string& folder, const std::string& own) {
  TrainingTexts texts;
  SILLOK_ASSIGN_OR_RETURN(texts.labelled, ReadLabelled(folder + "/klue_ner_train.jsonl"));
  if (!own.empty()) {
    SILLOK_ASSIGN_OR_RETURN(const std::vector<LabelledText> more, ReadLabelled(own));
    texts.labelled.insert(texts.labelled.end(), more.begin(), more.end());
  }
  SILLOK_ASSIGN_OR_RETURN(const std::vector<LabelledText> news,
                          ReadLabelled(folder + "/klue_news_unlabelled.jsonl"));
  for (const LabelledText& text : news) texts.unlabelled.push_back(text.text);
  return texts;
}

namespace {

// Names, dates, and nothing else: rules know no bare quantities before the names.
std::vector<Tag> RuledTags(const SentenceNames& names) {
  std::vector<Tag> tags;
  for (const NameCandidate& name : DecideNames(names)) {
    if (const std::optional<TagType> type = TagTypeOf(name.type)) {
      tags.push_back({.span = name.span, .type = *type});
    }
  }
  for (const TextSpan& date : names.dates) tags.push_back({.span = date, .type = TagType::kDate});
  return tags;
}

}  // namespace

std::vector<HintedSentence> HintText(const Parser& parser, const LabelledText& text) {
  CleanArticle clean;
  clean.body = {text.text};
  const DatedArticle dated = Date(parser.Parse(std::move(clean)));
  std::vector<HintedSentence> hinted;
  for (const SentenceNames& names : FindCandidates(dated)) {
    HintedSentence& one = hinted.emplace_back();
    one.sentence = *names.sentence;
    one.hints = HintsOf(names);
    one.ruled = RuledTags(names);
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
