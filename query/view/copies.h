// The articles whose text is a copy of another's, found without comparing it with all of them.
//
// Copies differ in at most kCopyDistance of 64 bits. Cut into four bands of 16 bits, a copy differs in at most 2 bits in one
// of the first three, or in at most 1 in the last (3 + 3 + 3 + 2 = 11 would be needed to differ more everywhere). So the
// values that near to a band of the sketch, 137 or 17, are looked up, and the distance of what stands there is checked.
//
//   SILLOK_ASSIGN_OR_RETURN(const std::vector<ArticleCopy> copies, FindCopies(*snapshot, "a1", ArticleSketch(article)));
//
// Safe from any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "query/view/snapshot.h"

namespace sillok::query {

inline constexpr int kSketchBands = 4;
// No more copies are answered, and no more rows looked at in one band: of more of them the first in the order of the bits.
inline constexpr size_t kMaxCopies = 100;
inline constexpr int kMaxCopyCandidates = 20'000;

struct ArticleCopy {
  int distance = 0;        // bits in which the sketches differ
  std::string article_id;  // the caller's

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the 0 of a comparison.
  friend auto operator<=>(const ArticleCopy&, const ArticleCopy&) = default;
};

// The key of an article's row in a band (0…3): the band, the sketch with this band's bits in front, the article.
[[nodiscard]] std::string SketchBandKey(int band, uint64_t sketch, std::string_view article_id);

// Nearest first, then by id; without `article_id` itself.
[[nodiscard]] absl::StatusOr<std::vector<ArticleCopy>> FindCopies(
    const std::shared_ptr<const Snapshot>& snapshot, std::string_view article_id, uint64_t sketch);

}  // namespace sillok::query
