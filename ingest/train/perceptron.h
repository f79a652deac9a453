// Training of the tagger's weights: an averaged perceptron over whole sentences.
//
//   TagModelParts parts{.classes = classes};
//   Train(sentences, {.epochs = 10, .orders = 20}, parts);
//   file << WriteTagModel(parts);
//
// Each sentence is labelled with the weights so far; where that is wrong, the rows of the right labelling gain and those of the
// wrong one lose. What counts is the average of all states on the way, over several orders of the sentences (M. Collins,
// Discriminative Training Methods for Hidden Markov Models, EMNLP 2002). Whole numbers all along, so that training again
// gives the same bytes.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/tag/label.h"
#include "ingest/tag/tag_features.h"
#include "ingest/tag/tag_model.h"

namespace sillok::ingest {

struct TrainingSentence {
  TagFeatures features;
  std::vector<Label> labels;
};

struct TrainingOptions {
  int epochs = 10;  // over the sentences, in each order
  int orders = 20;  // trainings, each in orders of its own, that are averaged
};

// Fills transitions and rows of `parts`: averages in units of which a byte holds the largest but a few, which are cut.
void Train(const std::vector<TrainingSentence>& sentences, const TrainingOptions& options,
           TagModelParts& parts);

}  // namespace sillok::ingest
