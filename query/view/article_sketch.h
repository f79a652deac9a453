// What an article is compared by, when copies of one text are looked for.
//
//   SketchDistance(ArticleSketch(article), ArticleSketch(other)) <= kCopyDistance   // near-duplicates
//
// The sketch of its body; of an article without one that of its title; without that, one that nothing else has. Pure;
// safe from any thread.
#pragma once

#include <cstdint>

#include "query/link/text_sketch.h"
#include "sillok/v1/article.pb.h"

namespace sillok::query {

[[nodiscard]] uint64_t ArticleSketch(const v1::Article& article);

}  // namespace sillok::query
