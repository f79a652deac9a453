#include "query/view/article_sketch.h"

#include <string>

#include "common/text/normalize.h"

namespace sillok::query {

uint64_t ArticleSketch(const v1::Article& article) {
  std::string text;
  for (const std::string& paragraph : article.body()) text += paragraph + '\n';
  if (NormalizeName(text).empty()) text = article.title();
  if (NormalizeName(text).empty()) text = article.name();
  return TextSketch(text);
}

}  // namespace sillok::query
