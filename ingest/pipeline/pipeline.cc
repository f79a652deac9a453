#include "ingest/pipeline/pipeline.h"

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/lexicon/lexicon.h"
#include "common/status/status_macros.h"
#include "ingest/clean/clean_article.h"
#include "ingest/date/dated_article.h"
#include "ingest/extract/extracted_article.h"
#include "ingest/wire/article_message.h"

namespace sillok::ingest {

absl::StatusOr<std::unique_ptr<Pipeline>> Pipeline::Open(const std::string& mecab_dictionary) {
  SILLOK_ASSIGN_OR_RETURN(std::unique_ptr<Parser> parser, Parser::Open(mecab_dictionary));
  return std::unique_ptr<Pipeline>(new Pipeline(std::move(parser)));
}

Pipeline::Pipeline(std::unique_ptr<Parser> parser)
    : parser_(std::move(parser)),
      fingerprint_(absl::StrCat("sillok-", SILLOK_VERSION, "+lexicon-", LexiconFingerprint().substr(0, 12),
                                "+tagger-", TagModel::BuiltIn().fingerprint(), "+", parser_->fingerprint())) {
}

absl::StatusOr<ExtractedArticle> Pipeline::ReadFacts(const v1::RawArticle& raw) const {
  SILLOK_ASSIGN_OR_RETURN(CleanArticle clean, Clean(raw));
  ParsedArticle parsed = parser_->Parse(std::move(clean));
  DatedArticle dated = Date(std::move(parsed));
  return Extract(std::move(dated), TagModel::BuiltIn());
}

absl::StatusOr<v1::Article> Pipeline::Read(const v1::RawArticle& raw) const {
  SILLOK_ASSIGN_OR_RETURN(const ExtractedArticle facts, ReadFacts(raw));
  return ToMessage(facts, fingerprint_);
}

}  // namespace sillok::ingest
