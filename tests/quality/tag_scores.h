// Tags against what a person labelled: right when span and type are the same.
//
//   TagScores scores;
//   scores.Add(found, wanted);
//   scores.Of(TagType::kPlace).f1();   scores.all().f1()
//
// One thread a TagScores.
#pragma once

#include <array>
#include <span>

#include "ingest/tag/tag.h"

namespace sillok {

struct TagScore {
  int right = 0;
  int found = 0;
  int wanted = 0;

  // 0 when nothing was found, or nothing wanted.
  [[nodiscard]] double precision() const { return found == 0 ? 0 : static_cast<double>(right) / found; }
  [[nodiscard]] double recall() const { return wanted == 0 ? 0 : static_cast<double>(right) / wanted; }
  // Their harmonic mean.
  [[nodiscard]] double f1() const { return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted); }
};

class TagScores {
 public:
  // Of one sentence.
  void Add(std::span<const ingest::Tag> found, std::span<const ingest::Tag> wanted);

  [[nodiscard]] const TagScore& Of(ingest::TagType type) const { return types_[static_cast<size_t>(type)]; }
  [[nodiscard]] TagScore all() const;

 private:
  std::array<TagScore, ingest::kTagTypes> types_{};
};

}  // namespace sillok
