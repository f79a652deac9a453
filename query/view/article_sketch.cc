#include "query/view/article_sketch.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "common/text/normalize.h"

namespace sillok::query {
namespace {

bool HasWords(std::string_view text) { return !NormalizeName(text).empty(); }

}  // namespace

uint64_t ArticleSketch(const v1::Article& article) {
  if (std::any_of(article.body().begin(), article.body().end(), HasWords)) {
    std::string text;
    for (const std::string& paragraph : article.body()) text.append(paragraph).append("\n");
    return TextSketch(text);
  }
  return TextSketch(HasWords(article.title()) ? article.title() : article.name());
}

}  // namespace sillok::query
