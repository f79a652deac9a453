// Articles as the view gets them, made up: names with a long tail, bursts of articles that tell one event, wire copies among
// them, texts of real length. They come in order, a thousand a day, each telling mostly of its own day and the one before, and of
// others up to two years back: so a view that grows gets older, and a day in it is as crowded as in a monitor's.
//
//   v1::Article article = GenerateArticle(17);   // always the same one
//
// Of sixteen articles that follow each other eight tell stories of their own, two tell one, and six tell another, three of
// these word for word. The most frequent name stands in about 4 of 100 articles, most of a million names in one or two.
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <string>

#include "sillok/v1/article.pb.h"
#include "sillok/v1/commit.pb.h"

namespace sillok::bench {

// The article of this number. Its facts point at its own sentences as those of a real one do.
[[nodiscard]] v1::Article GenerateArticle(uint32_t number);

// The commit that stores it, with the id `number` + 1.
[[nodiscard]] v1::Commit GenerateCommit(uint32_t number);

// The name that stands in the most articles, and one that stands in few.
[[nodiscard]] std::string HottestName();
[[nodiscard]] std::string RareName();

}  // namespace sillok::bench
