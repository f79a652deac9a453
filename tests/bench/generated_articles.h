// Articles as the view gets them, made up: names with a long tail, dates over three years, texts of real length.
//
//   v1::Article article = GenerateArticle(17);   // always the same one
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>

#include "sillok/v1/article.pb.h"

namespace sillok::bench {

// The article of this number. Its facts point at its own sentences as those of a real one do.
[[nodiscard]] v1::Article GenerateArticle(uint32_t number);

}  // namespace sillok::bench
