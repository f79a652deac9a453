#include "tests/quality/tag_scores.h"

#include <algorithm>

namespace sillok {

void TagScores::Add(std::span<const ingest::Tag> found, std::span<const ingest::Tag> wanted) {
  for (const ingest::Tag& tag : wanted) ++types_[static_cast<size_t>(tag.type)].wanted;
  for (const ingest::Tag& tag : found) {
    TagScore& score = types_[static_cast<size_t>(tag.type)];
    ++score.found;
    const bool right = std::any_of(wanted.begin(), wanted.end(), [&tag](const ingest::Tag& other) {
      return other.span == tag.span && other.type == tag.type;
    });
    if (right) ++score.right;
  }
}

TagScore TagScores::all() const {
  TagScore sum;
  for (const TagScore& score : types_) {
    sum.right += score.right;
    sum.found += score.found;
    sum.wanted += score.wanted;
  }
  return sum;
}

}  // namespace sillok
