// Whether two texts are copies of one: a simhash over runs of three words. This is the one definition of a copy: events count
// sources by it, and articles list their near-duplicates by it.
//
//   SketchDistance(TextSketch(wire), TextSketch(copy_with_another_byline))  → a few
//   SketchDistance(TextSketch(wire), TextSketch(other_story))               → about 32
//
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sillok::query {

// Bits that two copies may differ in: about one word in thirty changed. Chance puts two different texts that near
// once in some ten million pairs.
inline constexpr int kCopyDistance = 10;

// A text of fewer words is its own sketch, so to say: copies are equal to it. A few runs make sketches that are near by chance.
inline constexpr size_t kMinSketchWords = 20;

// The sketch of a text, compared after NormalizeText: spaces and line ends do not matter.
[[nodiscard]] uint64_t TextSketch(std::string_view text);

// Bits in which they differ, 0…64.
[[nodiscard]] int SketchDistance(uint64_t a, uint64_t b);

// The share of runs that two texts of this distance have in common, in percent, rounded down: the angle between the two
// bags of runs is π · distance / 64, and the share its cosine. 100 at 0, 88 at kCopyDistance.
[[nodiscard]] int SketchSimilarity(int distance);

// How many sources tell something independently: the articles, copies of each other joined (and copies of copies),
// in any order. An article may come several times. Quadratic in the number of different sketches.
[[nodiscard]] int CountIndependentSources(
    const std::vector<std::pair<std::string, uint64_t>>& article_sketches);

}  // namespace sillok::query
