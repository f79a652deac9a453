// sillok-tag-quality: how well a sentence is tagged, by cross-validation over labelled sentences.
//
//   sillok-tag-quality --data=FOLDER --own=ingest/train/sentences.txt
//
// A fifth of the news sentences at a time is read with a model that never saw it, trained on all others: once by rows and rules
// alone, once by a model that knows neither, once by both together, which is what an article's `tags` hold. Prints F1 by type.
// With --labelled=FILE instead, the built-in model reads that file's sentences.
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "common/status/status_macros.h"
#include "ingest/tag/tag_model.h"
#include "ingest/train/class_learner.h"
#include "ingest/train/training_text.h"
#include "tests/quality/tag_scores.h"
#include "tests/support/mecab_dictionary.h"

ABSL_FLAG(std::string, data, "", "the folder with klue_ner_train.jsonl and klue_news_unlabelled.jsonl");
ABSL_FLAG(std::string, own, "", "labelled sentences of our own, trained on beside; may be empty");
ABSL_FLAG(std::string, labelled, "", "sentences to read with the built-in model");

namespace sillok {
namespace {

using ingest::HintedSentence;
using ingest::TagModel;

constexpr int kFolds = 5;

// The sentences of one text, and the fold it is read in; -1: only trained on.
struct FoldedText {
  std::vector<HintedSentence> sentences;
  int fold = -1;
};

using Table = std::map<std::string, TagScores>;

std::vector<ingest::TagHint> HintsFor(const HintedSentence& sentence, bool hinted) {
  return hinted ? sentence.hints : std::vector<ingest::TagHint>();
}

std::string TrainWithout(int fold, bool hinted, const std::vector<FoldedText>& texts,
                         const std::vector<ingest::ClassedWord>& classed) {
  ingest::TagModelParts parts;
  parts.classes = classed;
  const ingest::WordClasses classes(classed);
  std::vector<ingest::TrainingSentence> training;
  for (const FoldedText& text : texts) {
    if (text.fold == fold) continue;
    for (HintedSentence sentence : text.sentences) {
      sentence.hints = HintsFor(sentence, hinted);
      training.push_back(ToTraining(sentence, classes));
    }
  }
  Train(training, ingest::TrainingOptions(), parts);
  return WriteTagModel(parts);
}

absl::Status ReadFold(int fold, const std::vector<FoldedText>& texts,
                      const std::vector<ingest::ClassedWord>& classed, Table& table) {
  for (const bool hinted : {false, true}) {
    const std::string bytes = TrainWithout(fold, hinted, texts, classed);
    SILLOK_ASSIGN_OR_RETURN(const TagModel model, TagModel::Open(bytes));
    for (const FoldedText& text : texts) {
      if (text.fold != fold) continue;
      for (const HintedSentence& sentence : text.sentences) {
        table[hinted ? "together" : "model alone"].Add(
            model.Read(sentence.sentence, HintsFor(sentence, hinted)), sentence.tags);
        if (hinted) table["rules alone"].Add(sentence.ruled, sentence.tags);
      }
    }
  }
  std::fprintf(stderr, "%d of %d\n", fold + 1, kFolds);
  return absl::OkStatus();
}

void Print(const Table& table) {
  std::printf("| F1 |");
  for (int type = 0; type < ingest::kTagTypes; ++type) {
    std::printf(" %s |", std::string(NameOf(static_cast<ingest::TagType>(type))).c_str());
  }
  std::printf(" all | precision | recall |\n| --- |%s\n",
              " ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const auto& [name, scores] : table) {
    std::printf("| %s |", name.c_str());
    for (int type = 0; type < ingest::kTagTypes; ++type) {
      std::printf(" %.1f |", 100 * scores.Of(static_cast<ingest::TagType>(type)).f1());
    }
    const TagScore all = scores.all();
    std::printf(" %.1f | %.1f | %.1f |\n", 100 * all.f1(), 100 * all.precision(), 100 * all.recall());
  }
}

absl::Status CrossValidate(const ingest::Parser& parser) {
  SILLOK_ASSIGN_OR_RETURN(const ingest::TrainingTexts training,
                          ingest::ReadTrainingTexts(absl::GetFlag(FLAGS_data), absl::GetFlag(FLAGS_own)));
  std::vector<FoldedText> texts;
  int news = 0;
  for (const ingest::LabelledText& text : training.labelled) {
    texts.push_back({.sentences = HintText(parser, text)});
    if (text.source == "wikitree") texts.back().fold = news++ % kFolds;
  }
  const std::vector<ingest::ClassedWord> classed = LearnClasses(parser, training.unlabelled);
  Table table;
  for (int fold = 0; fold < kFolds; ++fold) {
    SILLOK_RETURN_IF_ERROR(ReadFold(fold, texts, classed, table));
  }
  Print(table);
  return absl::OkStatus();
}

absl::Status ReadBuiltIn(const ingest::Parser& parser) {
  SILLOK_ASSIGN_OR_RETURN(const auto texts, ingest::ReadLabelled(absl::GetFlag(FLAGS_labelled)));
  Table table;
  for (const ingest::LabelledText& text : texts) {
    for (const HintedSentence& sentence : HintText(parser, text)) {
      table["rules alone"].Add(sentence.ruled, sentence.tags);
      table["together"].Add(TagModel::BuiltIn().Read(sentence.sentence, sentence.hints), sentence.tags);
    }
  }
  Print(table);
  return absl::OkStatus();
}

absl::Status Run() {
  SILLOK_ASSIGN_OR_RETURN(const auto parser, ingest::Parser::Open(MecabDictionary()));
  return absl::GetFlag(FLAGS_labelled).empty() ? CrossValidate(*parser) : ReadBuiltIn(*parser);
}

}  // namespace
}  // namespace sillok

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage("tags labelled sentences: sillok-tag-quality --data=FOLDER | --labelled=FILE");
  absl::ParseCommandLine(argc, argv);
  const absl::Status status = sillok::Run();
  if (status.ok()) return 0;
  std::fprintf(stderr, "sillok-tag-quality: %s\n", status.ToString().c_str());
  return 1;
}
