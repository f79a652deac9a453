// MeCab's tagging of sentences and nothing else: the floor of what reads Korean.
//
//   SILLOK_ASSIGN_OR_RETURN(const TaggingFloor floor, TaggingFloor::Open(dictionary));
//   floor.BytesPerSecond(sentences)   // beside ours over the same sentences
//
// One thread a floor.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "mecab.h"

namespace sillok::bench {

// The processor's seconds that this thread has used.
[[nodiscard]] double ThreadSeconds();

class TaggingFloor {
 public:
  // Rounds of a comparison, and how often a round goes over all its pages, so that it lasts.
  static constexpr int kRounds = 7;
  static constexpr int kPasses = 20;

  // INVALID_ARGUMENT when the folder holds no dictionary.
  [[nodiscard]] static absl::StatusOr<TaggingFloor> Open(const std::string& mecab_dictionary);

  // Of this thread's time, over kPasses.
  [[nodiscard]] double BytesPerSecond(const std::vector<std::string>& sentences) const;

 private:
  explicit TaggingFloor(std::unique_ptr<MeCab::Model> model);

  std::unique_ptr<MeCab::Model> model_;
  std::unique_ptr<MeCab::Tagger> tagger_;
  std::unique_ptr<MeCab::Lattice> lattice_;
};

}  // namespace sillok::bench
