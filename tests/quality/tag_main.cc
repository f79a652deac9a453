// scratch CV
#include <cstdio>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "ingest/tag/tag_model.h"
#include "ingest/train/class_learner.h"
#include "ingest/train/training_text.h"
#include "tests/support/mecab_dictionary.h"

ABSL_FLAG(std::string, labelled, "", "");
ABSL_FLAG(std::string, unlabelled, "", "");
ABSL_FLAG(std::string, extra, "", "");
ABSL_FLAG(int, bias, 0, "");
ABSL_FLAG(int, epochs, 8, "");
ABSL_FLAG(int, orders, 2, "");
ABSL_FLAG(int, folds, 5, "");
ABSL_FLAG(bool, hints, true, "");
ABSL_FLAG(bool, errors, false, "");
ABSL_FLAG(bool, film, false, "also train on film");

using namespace sillok;
using namespace sillok::ingest;
struct PRF { int right = 0, found = 0, gold = 0; };
int main(int argc, char** argv) {
  absl::ParseCommandLine(argc, argv);
  auto parser = *Parser::Open(MecabDictionary());
  auto texts = *ReadLabelled(absl::GetFlag(FLAGS_labelled));
  std::vector<std::vector<HintedSentence>> all;
  std::vector<HintedSentence> film;
  auto hint = [&](const LabelledText& t) {
    auto h = HintText(*parser, t);
    if (!absl::GetFlag(FLAGS_hints)) for (auto& s : h) s.hints.clear();
    return h;
  };
  for (const auto& t : texts) {
    if (t.source != "wikitree") {
      if (absl::GetFlag(FLAGS_film)) for (auto& s : hint(t)) film.push_back(s);
      continue;
    }
    all.push_back(hint(t));
  }
  if (!absl::GetFlag(FLAGS_extra).empty()) {
    auto more = *ReadLabelled(absl::GetFlag(FLAGS_extra));
    for (auto& t : more) for (auto& s : hint(t)) film.push_back(s);
  }
  std::fprintf(stderr, "%zu texts, %zu extra\n", all.size(), film.size());
  WordClasses classes;
  std::vector<ClassedWord> classed;
  if (!absl::GetFlag(FLAGS_unlabelled).empty()) {
    std::vector<std::string> un;
    auto unl = *ReadLabelled(absl::GetFlag(FLAGS_unlabelled)); for (auto& t : unl) un.push_back(t.text);
    for (auto& t : texts) if (t.source == "wikitree") un.push_back(t.text);
    classed = LearnClasses(*parser, un);
    classes = WordClasses(classed);
    std::fprintf(stderr, "%zu classed\n", classed.size());
  }
  std::vector<TrainingSentence> extra;
  for (auto& s : film) extra.push_back(ToTraining(s, classes));
  std::map<std::string, PRF> table;
  const int folds = absl::GetFlag(FLAGS_folds);
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<TrainingSentence> train = extra;
    for (size_t i = 0; i < all.size(); ++i) {
      if (static_cast<int>(i % 5) == fold) continue;
      for (auto& s : all[i]) train.push_back(ToTraining(s, classes));
    }
    TagModelParts parts;
    parts.classes = classed;
    Train(train, {.epochs = absl::GetFlag(FLAGS_epochs), .orders = absl::GetFlag(FLAGS_orders)}, parts);
    for (auto& row : parts.transitions) row[0] -= absl::GetFlag(FLAGS_bias);
    const std::string bytes = WriteTagModel(parts);
    auto model = *TagModel::Open(bytes);
    for (size_t i = 0; i < all.size(); ++i) {
      if (static_cast<int>(i % 5) != fold) continue;
      for (auto& s : all[i]) {
        auto tags = model.Read(s.sentence, s.hints);
        std::set<std::pair<TextSpan, TagType>> gold;
        for (auto& g : s.tags) gold.insert({g.span, g.type});
        for (auto& g : s.tags) { ++table[std::string(NameOf(g.type))].gold; ++table["all"].gold; }
        if (absl::GetFlag(FLAGS_errors)) for (auto& f : tags) std::printf("MARGIN %s %d %d\n", std::string(NameOf(f.type)).c_str(), f.margin, gold.contains({f.span, f.type}) ? 1 : 0);
        for (auto& f : tags) {
          ++table[std::string(NameOf(f.type))].found; ++table["all"].found;
          if (gold.erase({f.span, f.type})) { ++table[std::string(NameOf(f.type))].right; ++table["all"].right; }
          else if (absl::GetFlag(FLAGS_errors)) std::cout << "+ " << NameOf(f.type) << " " << f.span.In(s.sentence.text) << "\t" << s.sentence.text << "\n";
        }
        if (absl::GetFlag(FLAGS_errors)) for (auto& g : gold) std::cout << "- " << NameOf(g.second) << " " << g.first.In(s.sentence.text) << "\t" << s.sentence.text << "\n";
      }
    }
    std::fprintf(stderr, "fold %d\n", fold);
  }
  for (auto& [n, p] : table) std::fprintf(stderr, "%s P %.1f R %.1f F %.1f (%d)\n", n.c_str(), 100.0 * p.right / p.found, 100.0 * p.right / p.gold, 200.0 * p.right / (p.found + p.gold), p.gold);
}
