// The stages in order: a raw page goes in, the article of the interface comes out.
//
//   absl::StatusOr<std::unique_ptr<Pipeline>> pipeline = Pipeline::Open("/usr/local/share/sillok/mecab-ko-dic");
//   absl::StatusOr<v1::Article> article = (*pipeline)->Read(raw);
//
// Reading is a pure function of the page, its hints and the fingerprint. Safe from any thread; the only state
// is the dictionary, shared and read only.
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "ingest/extract/extracted_article.h"
#include "ingest/parse/parsed_article.h"
#include "sillok/v1/article.pb.h"

namespace sillok::ingest {

class Pipeline {
 public:
  // INVALID_ARGUMENT when the folder holds no dictionary.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Pipeline>> Open(const std::string& mecab_dictionary);

  // `raw` must have been validated and have an `article_id`. INVALID_ARGUMENT when its bytes are no text.
  [[nodiscard]] absl::StatusOr<v1::Article> Read(const v1::RawArticle& raw) const;
  // The stages without the last: what was found, with the reasons that the interface leaves out.
  [[nodiscard]] absl::StatusOr<ExtractedArticle> ReadFacts(const v1::RawArticle& raw) const;

  // Code version, lexicons, the tagger's model and dictionary in one short string.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  explicit Pipeline(std::unique_ptr<Parser> parser);

  std::unique_ptr<Parser> parser_;
  std::string fingerprint_;
};

}  // namespace sillok::ingest
