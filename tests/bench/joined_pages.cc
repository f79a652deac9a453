#include "tests/bench/joined_pages.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "common/status/status_macros.h"
#include "tests/bench/extract_bench.h"

namespace sillok::bench {

absl::StatusOr<std::vector<std::string>> JoinPages(const std::vector<std::string>& pages,
                                                   const ingest::Pipeline& pipeline) {
  constexpr size_t kArticleBytes = 3500;
  std::vector<std::string> joined;
  std::string text;
  size_t body = 0;
  for (const v1::RawArticle& raw : RawArticles(pages)) {
    SILLOK_ASSIGN_OR_RETURN(const v1::Article article, pipeline.Read(raw));
    if (text.empty()) text = absl::StrCat(article.title(), "\n\n입력 2025.02.04 10:00\n");
    for (const std::string& paragraph : article.body()) {
      absl::StrAppend(&text, "\n", paragraph, "\n");
      body += paragraph.size();
    }
    if (body < kArticleBytes) continue;
    joined.push_back(std::exchange(text, {}));
    body = 0;
  }
  return joined;
}

}  // namespace sillok::bench
