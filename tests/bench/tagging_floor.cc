#include "tests/bench/tagging_floor.h"

#include <ctime>
#include <utility>

namespace sillok::bench {

double ThreadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

absl::StatusOr<TaggingFloor> TaggingFloor::Open(const std::string& mecab_dictionary) {
  std::unique_ptr<MeCab::Model> model(MeCab::createModel(("-r /dev/null -d " + mecab_dictionary).c_str()));
  if (model == nullptr) return absl::InvalidArgumentError("no dictionary in " + mecab_dictionary);
  return TaggingFloor(std::move(model));
}

TaggingFloor::TaggingFloor(std::unique_ptr<MeCab::Model> model)
    : model_(std::move(model)), tagger_(model_->createTagger()), lattice_(model_->createLattice()) {}

double TaggingFloor::BytesPerSecond(const std::vector<std::string>& sentences) const {
  size_t bytes = 0;
  const double start = ThreadSeconds();
  for (int pass = 0; pass < kPasses; ++pass) {
    for (const std::string& sentence : sentences) {
      lattice_->set_sentence(sentence.data(), sentence.size());
      tagger_->parse(lattice_.get());
      bytes += sentence.size();
    }
  }
  return static_cast<double>(bytes) / (ThreadSeconds() - start);
}

}  // namespace sillok::bench
