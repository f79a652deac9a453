#include "ingest/serve/read_page.h"

#include <exception>

#include "absl/strings/str_cat.h"
#include "common/status/errors.h"

namespace sillok::ingest {

// The standard library throws at some mistakes of ours: then one page fails, not the process.
absl::StatusOr<v1::Article> ReadPage(const Pipeline& pipeline, const v1::RawArticle& page) try {
  absl::StatusOr<v1::Article> article = pipeline.Read(page);
  if (article.ok() || !absl::IsInvalidArgument(article.status())) return article;
  return InvalidField(page.has_raw() ? "article.raw" : "article", article.status().message().data());
} catch (const std::exception& mistake) {
  return absl::InternalError(absl::StrCat("reading ", page.article_id(), " failed: ", mistake.what()));
}

}  // namespace sillok::ingest
