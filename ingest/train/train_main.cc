// sillok-train: makes the tagger's model.
//
//   sillok-train --data=FOLDER --own=ingest/train/sentences.txt --mecab_dictionary=DIR --model=ingest/tag/names.model
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/status/status.h"
#include "common/status/status_macros.h"
#include "ingest/train/class_learner.h"
#include "ingest/train/training_text.h"

ABSL_FLAG(std::string, data, "", "the folder with klue_ner_train.jsonl and klue_news_unlabelled.jsonl");
ABSL_FLAG(std::string, own, "", "labelled sentences of our own, as [정신아|PS]; may be empty");
ABSL_FLAG(std::string, mecab_dictionary, "/usr/local/share/sillok/mecab-ko-dic",
          "the folder of the dictionary");
ABSL_FLAG(std::string, model, "", "the file to write");

namespace sillok::ingest {
namespace {

absl::Status Run() {
  SILLOK_ASSIGN_OR_RETURN(const auto parser, Parser::Open(absl::GetFlag(FLAGS_mecab_dictionary)));
  SILLOK_ASSIGN_OR_RETURN(const TrainingTexts texts,
                          ReadTrainingTexts(absl::GetFlag(FLAGS_data), absl::GetFlag(FLAGS_own)));
  TagModelParts parts;
  parts.classes = LearnClasses(*parser, texts.unlabelled);
  const WordClasses classes(parts.classes);
  std::vector<TrainingSentence> sentences;
  for (const LabelledText& text : texts.labelled) {
    for (const HintedSentence& hinted : HintText(*parser, text)) {
      sentences.push_back(ToTraining(hinted, classes));
    }
  }
  Train(sentences, TrainingOptions(), parts);
  std::ofstream file(absl::GetFlag(FLAGS_model), std::ios::binary);
  file << WriteTagModel(parts);
  file.close();
  if (!file) return absl::PermissionDeniedError("cannot write --model=" + absl::GetFlag(FLAGS_model));
  std::printf("%zu sentences, %zu words in classes\n", sentences.size(), parts.classes.size());
  return absl::OkStatus();
}

}  // namespace
}  // namespace sillok::ingest

int main(int argc, char** argv) {
  absl::SetProgramUsageMessage("makes the tagger's model: sillok-train --data=FOLDER --model=FILE");
  absl::ParseCommandLine(argc, argv);
  const absl::Status status = sillok::ingest::Run();
  if (status.ok()) return 0;
  std::fprintf(stderr, "sillok-train: %s\n", status.ToString().c_str());
  return 1;
}
