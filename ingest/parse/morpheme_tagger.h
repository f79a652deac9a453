// Morphemes by MeCab with a mecab-ko-dic dictionary.
//
//   absl::StatusOr<std::unique_ptr<MorphemeTagger>> tagger =
//   MorphemeTagger::Open("/usr/lib/mecab/dic/mecab-ko-dic");
//   (*tagger)->Tag("그는 밝혔다.", morphemes);   // appends 그/NP 는/JX 밝혔/VV+EP(밝히) 다/EF ./SF
//
// The model is shared and read only; each call borrows a lattice of its own. Safe from any thread.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/parse/parsed_article.h"
#include "mecab.h"

namespace sillok::ingest {

class MorphemeTagger {
 public:
  // INVALID_ARGUMENT naming the folder and the fix when it holds no dictionary MeCab can read.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<MorphemeTagger>> Open(const std::string& dictionary);

  // The morphemes of `sentence`, UTF-8; spans are bytes of it. Linear in its length. Their tags live as long as this.
  [[nodiscard]] std::vector<Morpheme> Tag(std::string_view sentence);

  // The dictionary's version and content.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  explicit MorphemeTagger(std::unique_ptr<MeCab::Model> model);

  std::unique_ptr<MeCab::Lattice> Borrow();
  void GiveBack(std::unique_ptr<MeCab::Lattice> lattice);

  // Order matters: lattices and tagger point into the model.
  std::unique_ptr<MeCab::Model> model_;
  std::unique_ptr<MeCab::Tagger> tagger_;
  std::string fingerprint_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<MeCab::Lattice>> idle_;  // guarded by mutex_
};

}  // namespace sillok::ingest
