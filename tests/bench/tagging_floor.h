// MeCab's tagging of sentences and nothing else: the floor of what reads Korean.
//
//   SILLOK_ASSIGN_OR_RETURN(const TaggingFloor floor, TaggingFloor::Open(dictionary));
//   const double start = ThreadSeconds();
//   floor.Tag(sentences);
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
  // INVALID_ARGUMENT when the folder holds no dictionary.
  [[nodiscard]] static absl::StatusOr<TaggingFloor> Open(const std::string& mecab_dictionary);

  void Tag(const std::vector<std::string>& sentences) const;

 private:
  explicit TaggingFloor(std::unique_ptr<MeCab::Model> model);

  std::unique_ptr<MeCab::Model> model_;
  std::unique_ptr<MeCab::Tagger> tagger_;
  std::unique_ptr<MeCab::Lattice> lattice_;
};

}  // namespace sillok::bench
